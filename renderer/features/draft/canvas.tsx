import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import { blocksOf } from '#shared/document/walk.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useShell } from '../../shell/shell-context.ts';
import { rememberScroll, usePanels } from '../../shell/navigation/workspace.ts';
import { LetterEditor } from '../../editor/letter-editor.tsx';
import { useStore, type OpenDraft } from './open-draft.ts';
import { useUnitForm } from './use-unit-form.ts';
import { useCanvasZoom } from './use-zoom.ts';
import classes from './draft.module.css';

/** Shorter than it takes to scroll and then close the window. */
const SCROLL_SETTLES_MS = 100;

interface CanvasProps {
  draft: OpenDraft;
  unit: UnitSettings;
  dimmed: boolean;
  zoom: number;
}

/** The desk under the paper: it scrolls, remembers how far. */
export function Canvas({ draft, unit, dimmed, zoom }: CanvasProps) {
  const { t } = useTranslation('draft');
  const shell = useShell();
  const scroller = useRef<HTMLDivElement>(null);
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
  useCanvasZoom(scroller, zoom);
  const { caseFacts } = useStore(draft.facts);
  const form = useUnitForm(unit.form);
  return (
    <main ref={scroller} className={classes.canvas} aria-label={t('paper')} data-region="paper">
      <LetterEditor
        session={draft.letter}
        zoom={zoom / 100}
        dimmedPaper={dimmed}
        unit={unit}
        form={form}
        caseFacts={caseFacts}
        onClipboard={(action) => void shell.edit(action)}
      />
    </main>
  );
}

/** Where a new letter waits to be written. */
function firstPrompt(document: ReplyDocument): string | undefined {
  const isWaiting = ({ block }: { block: Block }) => block.props?.prompt !== undefined && block.runs.length === 0;
  return [...blocksOf(document)].find(isWaiting)?.block.id;
}
