import { useEffect, useState, type Ref } from 'react';
import { useBackend } from '../../rpc/hooks.ts';
import { outlineShelf } from './outline-shelf.ts';
import { PageStore, type LetterToDraw } from './page-store.ts';
import { PreviewPages, type PreviewPagesHandle } from './preview-pages.tsx';
import type { PreviewZoom } from './sheet-layout.ts';

interface SamplePreviewProps {
  /** What is drawn: `body` (or `documentId`), and with it `unit`, `caseFacts`, `form` where they are not the stored ones. */
  letter: LetterToDraw;
  zoom?: PreviewZoom;
  /** Whose pages these are, for one who asks for more of them. */
  store?: PageStore;
  handle?: Ref<PreviewPagesHandle>;
}

/** ms without another change before a changed letter is drawn. */
const QUIET_MS = 150;

/** Pages of a letter that is not being written: a sample in the settings, a stored draft. They follow `letter`. */
export function SamplePreview({ letter, zoom = 'width', store: given, handle }: SamplePreviewProps) {
  const backend = useBackend();
  const [own] = useState(() => given ?? new PageStore(backend, outlineShelf));
  const store = given ?? own;
  const key = JSON.stringify(letter);
  useEffect(() => {
    const timer = setTimeout(() => void store.render(JSON.parse(key) as LetterToDraw), QUIET_MS);
    return () => clearTimeout(timer);
  }, [store, key]);
  return <PreviewPages store={store} zoom={zoom} {...(handle && { handle })} />;
}
