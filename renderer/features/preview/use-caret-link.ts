import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { LetterSession } from '../../editor/api.ts';
import { placeOfCaret, textOfPlace } from './caret-link.ts';
import { LetterPlaces } from './letter-places.ts';
import type { LivePreview } from './live-preview.ts';
import type { PagePlace, PreviewPagesHandle } from './preview-pages.tsx';

interface CaretLink {
  /** Where the caret's line stands; null while nobody has been in the text. */
  marker: PagePlace | null;
  /** Puts the caret where a page was clicked. */
  pick: (place: PagePlace) => void;
  /** The person moves the pages: the caret leaves them alone until it moves again. */
  letBe: () => void;
}

/** Ties the caret of the text to a place on the pages, both ways. Reads the text in idle time only. */
export function useCaretLink(
  preview: LivePreview,
  letter: LetterSession,
  pages: RefObject<PreviewPagesHandle | null>,
): CaretLink {
  const { store } = preview;
  const [marker, setMarker] = useState<PagePlace | null>(null);
  const isCaretMoved = useRef(true);

  useEffect(() => {
    let idle: number | null = null;
    const follow = () => {
      idle = null;
      const caret = letter.caret.get();
      // Pages of an older text would lead astray; the next ones bring this here again.
      if (caret === null || preview.isBehind) return;
      const place = placeOfCaret(placesOf(preview), letter.getDocument(), caret);
      setMarker((known) => (known?.page === place?.page && known?.y === place?.y ? known : place));
      // Only a caret that moved moves the pages: whoever scrolls them is left alone.
      if (place && isCaretMoved.current) pages.current?.reveal(place);
      isCaretMoved.current = false;
    };
    const soon = () => {
      idle ??= requestIdleCallback(follow, { timeout: 500 });
    };
    const stops = [
      letter.caret.subscribe(() => {
        isCaretMoved.current = true;
        soon();
      }),
      store.state.subscribe(soon),
    ];
    soon();
    return () => {
      if (idle !== null) cancelIdleCallback(idle);
      stops.forEach((stop) => stop());
    };
  }, [preview, store, letter, pages]);

  const pick = useCallback(
    (place: PagePlace) => {
      const go = async () => {
        const find = () => textOfPlace(placesOf(preview), letter.getDocument(), place);
        let found = find();
        if (found && 'missing' in found) {
          await store.fetch(found.missing);
          found = find();
        }
        if (!found || !('text' in found)) return;
        const { text } = found;
        if ('part' in text) letter.focusPart(text.part);
        else letter.focusBlock(text.blockId, text.offset);
      };
      void go();
    },
    [preview, store, letter],
  );
  const letBe = useCallback(() => {
    isCaretMoved.current = false;
  }, []);
  return { marker, pick, letBe };
}

function placesOf({ store }: LivePreview): LetterPlaces {
  const { marks, sheets } = store.state.get();
  return new LetterPlaces(marks, sheets, (page) => store.pictureOfPage(page));
}
