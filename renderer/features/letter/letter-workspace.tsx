import { useComputedColorScheme } from '@mantine/core';
import { useDeferredValue, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import type { LetterSession } from '../../editor/api.ts';
import { FindBar } from '../../editor/bars/find-bar.tsx';
import { FormatBar } from '../../editor/bars/format-bar.tsx';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { FeatureBoundary } from '../../ui/feature-boundary.tsx';
import type { LivePreview } from '../preview/live-preview.ts';
import type { DocumentSession } from './document-session.ts';
import { LeaveDialog, useLeaveGuard } from './leave-dialog.tsx';
import type { PaperLook } from './letter-canvas.tsx';
import { Outline } from './outline.tsx';
import { StatusBar } from './status-bar.tsx';
import { useZoom } from './use-zoom.ts';
import { WorkspacePanels, type SidePanel } from './workspace-panels.tsx';
import classes from './letter.module.css';

interface LetterWorkspaceProps {
  letter: LetterSession;
  session: DocumentSession;
  settings: Output<'settings.get'>;
  /** What the bar over everything holds, and its name for screen readers. */
  bar: ReactNode;
  barLabel: string;
  /** Between bar and paper: what stands in the way. */
  notices?: ReactNode;
  /** Null: none, as in templates. */
  inspector: SidePanel | null;
  /** False while something else stands in the place of the letter. */
  isShown?: boolean;
  /** False for a letter nobody may change: no tools, no replacing. */
  isWritable?: boolean;
  /** With the tools for prompts and fields. */
  isTemplate?: boolean;
  /** The paper alone. */
  isBare?: boolean;
  /** Null until it is loaded; absent where there are no pages to count. */
  preview?: LivePreview | null;
  /** Writes the text to a file of the person's choice; false when they chose none. */
  onRescue?: (() => Promise<boolean>) | undefined;
  children: (look: PaperLook) => ReactNode;
}

/**
 * Where a letter is written: bar, outline, tools, paper, inspector, status, and nobody leaves before the text is stored.
 */
export function LetterWorkspace(props: LetterWorkspaceProps) {
  const { letter, session, settings, inspector, isShown = true, isWritable = true, isBare = false } = props;
  const { t } = useTranslation('draft');
  const zoom = useZoom();
  const isDark = useComputedColorScheme('light') === 'dark';
  const leave = useLeaveGuard(session);
  // The paper first, so that one can write; what stands beside it follows in a rendering of its own.
  const besidePaper = useDeferredValue(true, false);
  useCommandHandler('draft.find', () => letter.find.open(), isShown);
  useCommandHandler('draft.replace', () => letter.find.open({ replace: true }), isShown && isWritable);
  return (
    <div className={classes.workspace} data-focus-mode={isBare || undefined}>
      {!isBare && (
        <section className={classes.bar} data-region="bar" aria-label={props.barLabel}>
          {besidePaper && props.bar}
        </section>
      )}
      {props.notices}
      <WorkspacePanels
        bare={isBare}
        outline={
          besidePaper && (
            <FeatureBoundary>
              <Outline letter={letter} />
            </FeatureBoundary>
          )
        }
        inspector={
          inspector && {
            ...inspector,
            content: besidePaper && <FeatureBoundary>{inspector.content}</FeatureBoundary>,
          }
        }
      >
        {isShown && isWritable && !isBare && (
          <section className={classes.formatBar} data-region="format" aria-label={t('formatBar')}>
            {besidePaper && <FormatBar session={letter} template={props.isTemplate ?? false} />}
          </section>
        )}
        {isShown && <FindBar session={letter} />}
        <FeatureBoundary>
          {props.children({ zoom: zoom.zoom, isDimmed: settings.appearance.dimPaper && isDark })}
        </FeatureBoundary>
      </WorkspacePanels>
      {!isBare && (
        <footer className={classes.statusBar} data-region="status" aria-label={t('status.label')}>
          {besidePaper && (
            <StatusBar letter={letter} preview={props.preview ?? null} unit={settings.unit} zoom={zoom} />
          )}
        </footer>
      )}
      <LeaveDialog session={session} leave={leave} onRescue={props.onRescue} />
    </div>
  );
}
