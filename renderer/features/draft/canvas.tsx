import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { rememberScroll, usePanels } from '../../app/workspace.ts';
import { LetterEditor } from '../../editor/letter-editor.tsx';
import type { OpenDraft } from './open-draft.ts';
import { useCanvasZoom } from './use-zoom.ts';
import classes from './draft.module.css';

interface CanvasProps {
  draft: OpenDraft;
  unit: UnitSettings;
  dimmed: boolean;
  zoom: number;
}

/** The desk under the paper: it scrolls, remembers how far. */
export function Canvas({ draft, unit, dimmed, zoom }: CanvasProps) {
  const { t } = useTranslation('draft');
  const scroller = useRef<HTMLDivElement>(null);
  const { documentId, letter } = draft;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // The caret first: it brings itself into view, and then the place where one left wins.
    letter.focus();
    element.scrollTop = usePanels.getState().scroll[documentId] ?? 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => rememberScroll(documentId, element.scrollTop), 500);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [documentId, letter]);
  useCanvasZoom(scroller, zoom);
  return (
    <main ref={scroller} className={classes.canvas} aria-label={t('paper')} data-region="paper">
      <LetterEditor session={draft.letter} zoom={zoom / 100} dimmedPaper={dimmed} unit={unit} />
    </main>
  );
}
