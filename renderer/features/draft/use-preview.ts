import { useEffect, useState } from 'react';
import { useBackend } from '../../rpc/hooks.ts';
import type { LivePreview } from '../preview/live-preview.ts';
import type { OpenDraft } from './open-draft.ts';

/** ms after opening a draft: its start comes first, the count of pages can wait. */
const AFTER_START_MS = 2000;

/**
 * The pages of the open draft, for the preview and the status bar. They and all that draws them are loaded a while after
 * the draft is open, or when the preview is looked at; null until then.
 */
export function usePreview(draft: OpenDraft, isShown: boolean): LivePreview | null {
  const backend = useBackend();
  const [preview, setPreview] = useState<LivePreview | null>(null);
  const isThere = preview !== null;
  useEffect(() => {
    if (isThere) return undefined;
    let left = false;
    const load = async () => {
      const { LivePreview } = await import('../preview/live-preview.ts');
      if (left) return;
      setPreview(
        new LivePreview({ backend, text: draft.letter, documentId: draft.documentId, caseFacts: draft.facts }),
      );
    };
    const timer = setTimeout(() => void load(), isShown ? 0 : AFTER_START_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [backend, draft, isShown, isThere]);
  useEffect(() => () => preview?.dispose(), [preview]);
  return preview;
}
