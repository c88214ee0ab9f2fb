import type { RefObject } from 'react';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../../editor/api.ts';
import { LetterEditor } from '../../editor/letter-editor.tsx';
import { useShell } from '../../shell/shell-context.ts';
import { useCanvasZoom } from './use-zoom.ts';
import { useUnitForm } from './use-unit-form.ts';
import classes from './letter.module.css';

/** How the workspace shows its paper. */
export interface PaperLook {
  /** Per cent. */
  zoom: number;
  isDimmed: boolean;
}

interface LetterCanvasProps extends PaperLook {
  canvas: RefObject<HTMLElement | null>;
  label: string;
  letter: LetterSession;
  unit: UnitSettings;
  caseFacts: CaseFacts;
}

/** The desk under the paper; it scrolls, and zooms with the wheel. */
export function LetterCanvas({ canvas, label, letter, unit, caseFacts, zoom, isDimmed }: LetterCanvasProps) {
  const shell = useShell();
  const form = useUnitForm(unit.form);
  useCanvasZoom(canvas, zoom);
  return (
    <main ref={canvas} className={classes.canvas} aria-label={label} data-region="paper">
      <LetterEditor
        session={letter}
        zoom={zoom / 100}
        dimmedPaper={isDimmed}
        unit={unit}
        form={form}
        caseFacts={caseFacts}
        onClipboard={(action) => void shell.edit(action)}
      />
    </main>
  );
}
