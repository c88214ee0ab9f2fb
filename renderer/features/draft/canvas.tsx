import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import { blocksOf } from '#shared/document/walk.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { rememberScroll, usePanels } from '../../shell/navigation/workspace.ts';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';
import { LetterCanvas, type PaperLook } from '../letter/letter-canvas.tsx';

/** Shorter than it takes to scroll and then close the window. */
const SCROLL_SETTLES_MS = 100;

interface CanvasProps extends PaperLook {
  draft: OpenDraft;
  unit: UnitSettings;
}

/** The paper of a draft: it remembers how far it was scrolled. */
export function Canvas({ draft, unit, ...look }: CanvasProps) {
  const { t } = useTranslation('draft');
  const scroller = useRef<HTMLElement>(null);
  const { documentId, letter } = draft;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // The caret first: it brings itself into view, and then the place where one left wins.
    const top = usePanels.getState().scroll[documentId];
    const unwritten = top === undefined ? firstPrompt(letter.getDocument()) : undefined;
    if (unwritten === undefined || !letter.focusBlock(unwritten)) letter.focusPart('body');
    element.scrollTop = top ?? 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => rememberScroll(documentId, element.scrollTop), SCROLL_SETTLES_MS);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [documentId, letter]);
  const { caseFacts } = useStore(draft.facts);
  return (
    <LetterCanvas canvas={scroller} label={t('paper')} letter={letter} unit={unit} caseFacts={caseFacts} {...look} />
  );
}

/** Where a new letter waits to be written. */
function firstPrompt(document: ReplyDocument): string | undefined {
  const isWaiting = ({ block }: { block: Block }) => block.props?.prompt !== undefined && block.runs.length === 0;
  return [...blocksOf(document)].find(isWaiting)?.block.id;
}
