import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { PageSheet } from './page-sheet.tsx';
import type { PageStore } from './page-store.ts';
import { pageInView, placeSheets, scaleOf, sheetsBetween, type PreviewZoom, type Room } from './sheet-layout.ts';
import classes from './preview.module.css';

/** A place on a page; lengths in pt from its upper left corner. */
export interface PagePlace {
  /** From 1. */
  page: number;
  x: number;
  y: number;
}

export interface PreviewPagesHandle {
  /** Brings a place into view, only as far as needed unless `force`. */
  reveal(place: PagePlace, options?: { force?: boolean }): void;
  focus(): void;
}

export interface WarnedStretch {
  page: number;
  from: number;
  to: number;
  title: string;
}

const noneWarned: readonly WarnedStretch[] = [];

interface PreviewPagesProps {
  store: PageStore;
  zoom: PreviewZoom;
  handle?: Ref<PreviewPagesHandle>;
  /** The line of the caret. */
  marker?: PagePlace | null;
  /** Stretches of pages that something is wrong with, told in words elsewhere; heights in pt. */
  warned?: readonly WarnedStretch[];
  onPick?: ((place: PagePlace) => void) | undefined;
  /** The person scrolls: by wheel, keys or the scroll bar. */
  onTouch?: (() => void) | undefined;
  onPageChange?: ((page: number) => void) | undefined;
  /** Ctrl and the wheel; the share of the present size. */
  onZoomBy?: ((factor: number) => void) | undefined;
}

/** px kept free above and below a place that is brought into view. */
const REVEAL_MARGIN = 60;

/** The sheets under each other, as they will print. Only those near the view are in the document. */
export function PreviewPages({
  store,
  zoom,
  handle,
  marker = null,
  warned = noneWarned,
  onPick,
  onTouch,
  onPageChange,
  onZoomBy,
}: PreviewPagesProps) {
  const { t } = useTranslation('preview');
  const { sheets } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scale = scaleOf(zoom, sheets, room);
  const { places, height } = placeSheets(zoom, sheets, room);
  const widest = Math.max(0, ...places.map((place) => place.width));
  const { first, last } = room.height === 0 ? { first: 0, last: 0 } : sheetsBetween(places, top, top + room.height);
  const current = pageInView(places, top, top + room.height);

  // A page stays where it is when the size changes.
  const kept = useRef({ scale, page: 1, share: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    const place = places[kept.current.page - 1];
    if (!element || !place || kept.current.scale === scale) return;
    element.scrollTop = place.top + kept.current.share * place.height;
    kept.current.scale = scale;
  });
  const noteScroll = () => {
    const element = scroller.current;
    if (!element) return;
    setTop(element.scrollTop);
    const page = Math.max(1, sheetsBetween(places, element.scrollTop, element.scrollTop + 1).first);
    const place = places[page - 1];
    if (place) kept.current = { scale, page, share: (element.scrollTop - place.top) / place.height };
  };

  useEffect(() => store.want(scroller, { first, last }), [store, first, last]);
  useEffect(() => () => store.want(scroller, null), [store]);
  useEffect(() => onPageChange?.(current), [current, onPageChange]);

  useImperativeHandle(handle, () => ({
    reveal({ page, y }, { force = false } = {}) {
      const element = scroller.current;
      const place = places[page - 1];
      if (!element || !place) return;
      const at = place.top + y * place.scale;
      const isSeen =
        at > element.scrollTop + REVEAL_MARGIN / 2 && at < element.scrollTop + room.height - REVEAL_MARGIN / 2;
      if (isSeen && !force) return;
      element.scrollTop = force ? at - REVEAL_MARGIN : at - room.height / 3;
    },
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));

  useEffect(() => {
    const element = scroller.current;
    if (!element || !onZoomBy) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoomBy(event.deltaY < 0 ? 1.1 : 1 / 1.1);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [onZoomBy]);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      role="region"
      aria-label={t('pages')}
      data-region-start
      onScroll={noteScroll}
      onWheel={onTouch}
      onKeyDown={onTouch}
      onPointerDown={onTouch}
    >
      <div className={classes.strip} style={{ height, minWidth: widest }}>
        {places.map((place, index) => {
          const page = index + 1;
          const sheet = sheets[index];
          if (!sheet || page < first - 1 || page > last + 1) return null;
          return (
            // The keyboard's way into the text is the text itself; here the pointer only points at it.
            <div
              key={page}
              className={classes.place}
              style={{ top: place.top, width: place.width, height: place.height }}
              data-pickable={onPick !== undefined || undefined}
              onClick={(event) => {
                const box = event.currentTarget.getBoundingClientRect();
                const ratio = sheet.width / box.width;
                onPick?.({ page, x: (event.clientX - box.left) * ratio, y: (event.clientY - box.top) * ratio });
              }}
            >
              <PageSheet
                store={store}
                sheet={sheet}
                page={page}
                scale={place.scale}
                label={t('page', { page, pages: sheets.length })}
              />
              {warned
                .filter((stretch) => stretch.page === page)
                .map(({ from, to, title }) => (
                  <div
                    key={title}
                    className={classes.warned}
                    title={title}
                    style={{ top: from * place.scale, height: (to - from) * place.scale }}
                  />
                ))}
              {marker?.page === page && (
                <div
                  className={classes.marker}
                  data-marker
                  style={{ top: (marker.y - 14) * place.scale, height: 18 * place.scale }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
