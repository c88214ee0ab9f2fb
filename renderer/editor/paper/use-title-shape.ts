import { useCallback, useEffect, useMemo, useReducer, useSyncExternalStore } from 'react';
import { namesInTitle, titleLines } from '#shared/document/title-lines.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../api.ts';
import { internalsOf } from '../session/letter-session.ts';
import { $sections } from '../text/block-tree.ts';
import { titleShape, type TitleShape } from './title-shape.ts';
import { useStore } from './use-store.ts';

/**
 * Where the lines of the title end in print, for the paper on the screen. `category` is what is printed behind the
 * title in its line, or ''.
 */
export function useTitleShape(
  session: LetterSession,
  unit: UnitSettings,
  caseFacts: CaseFacts,
  category: string,
): TitleShape | null {
  const title = useTitleText(session);
  const { head, tail } = useStore(session.headAndTail);
  const fonts = useLoadedFonts();
  return useMemo(() => {
    // Lines the drafter broke himself are lines already.
    if (title === '' || title.includes('\n')) return null;
    const lines = titleLines(title + category, { names: namesInTitle({ head, tail }, unit, caseFacts) });
    return titleShape(widthsInEm(lines));
    // Other widths when a font has come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [title, category, head, tail, unit, caseFacts, fonts]);
}

function useTitleText(session: LetterSession): string {
  const { editor } = internalsOf(session);
  const subscribe = useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor]);
  return useSyncExternalStore(subscribe, () => editor.getEditorState().read($titleText));
}

function $titleText(): string {
  const title = $sections().find((section) => section.getPart() === 'title');
  return title?.getTextContent().trim() ?? '';
}

/** How many times fonts of the page were loaded. */
function useLoadedFonts(): number {
  const [count, add] = useReducer((loaded: number) => loaded + 1, 0);
  useEffect(() => {
    document.fonts.addEventListener('loadingdone', add);
    return () => document.fonts.removeEventListener('loadingdone', add);
  }, []);
  return count;
}

/** In the title's typeface. */
function widthsInEm(lines: readonly string[]): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  const paper = document.querySelector('.letter-paper');
  if (!context || !paper) return [];
  const measured = 100;
  context.font = `${measured}px ${getComputedStyle(paper).getPropertyValue('--biaosong')}`;
  return lines.map((line) => context.measureText(line).width / measured);
}
