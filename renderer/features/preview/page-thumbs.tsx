import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSheet } from './page-sheet.tsx';
import type { PageStore } from './page-store.ts';
import classes from './preview.module.css';

interface PageThumbsProps {
  store: PageStore;
  /** The page in view. */
  page: number;
  onPick: (page: number) => void;
}

/** px: width of a small sheet, and what its button adds to its height. */
const WIDTH = 72;
const EXTRA = 34;

/** Small pages to choose from; only those in view are drawn. */
export function PageThumbs({ store, page, onPick }: PageThumbsProps) {
  const { t } = useTranslation('preview');
  const { sheets } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const strip = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = strip.current;
    if (!element) return undefined;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [page]);

  const heights = sheets.map(({ width, height }) => (height / width) * WIDTH + EXTRA);
  const tops = topsOf(heights);
  const isInView = (index: number) =>
    (tops[index] ?? 0) < view.top + view.height + 200 && (tops[index] ?? 0) + (heights[index] ?? 0) > view.top - 200;
  const shown = sheets.flatMap((_, index) => (isInView(index) ? [index + 1] : []));
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? 0];
  useEffect(() => store.want(strip, { first, last }), [store, first, last]);
  useEffect(() => () => store.want(strip, null), [store]);

  return (
    <nav
      ref={strip}
      className={classes.thumbs}
      aria-label={t('thumbs')}
      onScroll={(event) => {
        const { scrollTop: top, clientHeight: height } = event.currentTarget;
        setView({ top, height });
      }}
    >
      {sheets.map((sheet, index) => (
        <button
          key={index + 1}
          type="button"
          className={classes.thumb}
          aria-label={t('page', { page: index + 1, pages: sheets.length })}
          aria-current={page === index + 1 || undefined}
          onClick={() => onPick(index + 1)}
        >
          <span className={classes.thumbSheet} style={{ width: WIDTH, height: (sheet.height / sheet.width) * WIDTH }}>
            {isInView(index) && (
              <PageSheet store={store} sheet={sheet} page={index + 1} scale={WIDTH / sheet.width} label="" />
            )}
          </span>
          {index + 1}
        </button>
      ))}
    </nav>
  );
}

function topsOf(heights: readonly number[]): number[] {
  const tops: number[] = [];
  let top = 0;
  for (const height of heights) {
    tops.push(top);
    top += height;
  }
  return tops;
}
