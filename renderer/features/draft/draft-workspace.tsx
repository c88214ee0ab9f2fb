import { useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { useFocusMode } from '../../shell/navigation/focus-mode.ts';
import { overlays } from '../../shell/navigation/overlays.ts';
import { useShell } from '../../shell/shell-context.ts';
import { usePanels, type InspectorTab } from '../../shell/navigation/workspace.ts';
import { FindBar } from '../../editor/bars/find-bar.tsx';
import { FormatBar } from '../../editor/bars/format-bar.tsx';
import { useBackend } from '../../rpc/hooks.ts';
import { FeatureBoundary } from '../../ui/feature-boundary.tsx';
import { notify } from '../../shell/toasts.tsx';
import { Canvas } from './canvas.tsx';
import { DraftBar } from './draft-bar.tsx';
import { FinishedNotice } from './finished-notice.tsx';
import { Inspector } from './inspector.tsx';
import { LeaveDialog, useLeaveGuard } from './leave-dialog.tsx';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { useStore, type OpenDraft } from './open-draft.ts';
import { pageOfCaret } from './page-of-caret.ts';
import { Outline } from './outline.tsx';
import { VersionView } from './version-view.tsx';
import { saveRescueFile, SaveProblem } from './save-problem.tsx';
import { SaveTemplateDialog } from './save-template-dialog.tsx';
import { StatusBar } from './status-bar.tsx';
import { useJump } from './use-jump.ts';
import { usePreview } from './use-preview.ts';
import { useZoom } from './use-zoom.ts';
import { WorkspacePanels } from './workspace-panels.tsx';
import classes from './draft.module.css';

const PrintDialog = lazy(async () => {
  const { PrintDialog: component } = await import('../preview/print-dialog.tsx');
  return { default: component };
});

interface DraftWorkspaceProps {
  draft: OpenDraft;
  settings: Output<'settings.get'>;
}

export function DraftWorkspace({ draft, settings }: DraftWorkspaceProps) {
  const { t } = useTranslation('draft');
  const shell = useShell();
  const backend = useBackend();
  const { letter, session } = draft;
  const title = useStore(draft.title);
  const zoom = useZoom();
  useJump(draft);
  const isDark = useComputedColorScheme('light') === 'dark';
  const dimmed = settings.appearance.dimPaper && isDark;
  const focusMode = useFocusMode();
  const isPreviewShown = usePanels(({ inspectorOpen, inspectorTab }) => inspectorOpen && inspectorTab === 'preview');
  const [shownVersion, setShownVersion] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'version' | 'template' | 'print' | null>(null);
  const preview = usePreview(draft, isPreviewShown || dialog === 'print');
  const leave = useLeaveGuard(session);
  // The paper first, so that one can write; what stands beside it follows in a rendering of its own.
  const besidePaper = useDeferredValue(true, false);

  useEffect(() => {
    void shell.setTitle(title === '' ? t('windowUntitled') : t('windowTitle', { title }));
  }, [shell, title, t]);

  useEffect(() => {
    const flush = () => void session.flush();
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [session]);

  const exportDraft = async () => {
    if (await session.flush(5000)) overlays.exportDrafts([draft.documentId]);
  };
  const makeSheets = async () => {
    if (await session.flush(5000)) overlays.sheets([draft.documentId]);
  };
  const writing = shownVersion === null;
  useCommandHandler('draft.export', () => void exportDraft());
  useCommandHandler('draft.print', () => setDialog('print'));
  useCommandHandler('draft.sheets', () => void makeSheets());
  useCommandHandler('draft.find', () => letter.find.open(), writing);
  useCommandHandler('draft.replace', () => letter.find.open({ replace: true }), writing);
  useCommandHandler('draft.nameVersion', () => setDialog('version'));
  useCommandHandler('view.outline', () => usePanels.setState(({ outlineOpen }) => ({ outlineOpen: !outlineOpen })));
  useCommandHandler('view.inspector', () =>
    usePanels.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen })),
  );
  useCommandHandler('view.inspectorCase', () => showTab('case'));
  useCommandHandler('view.inspectorVersions', () => showTab('versions'));
  useCommandHandler('view.inspectorImport', () => showTab('import'), draft.facts.get().importReport !== null);
  useCommandHandler('view.inspectorPreview', () => showTab('preview'));
  useCommandHandler('view.previewHalf', () => {
    const isHalf = isPreviewShown && usePanels.getState().previewHalf;
    usePanels.setState({ previewHalf: !isHalf });
    if (!isHalf) showTab('preview');
  });
  const hideFocusHint = useRef(() => {});
  useCommandHandler('view.focusMode', () => {
    hideFocusHint.current();
    if (!focusMode.on) hideFocusHint.current = notify(t('focusHint'));
    focusMode.toggle();
  });

  return (
    <div className={classes.workspace} data-focus-mode={focusMode.on || undefined}>
      {!focusMode.on && (
        <section className={classes.bar} data-region="bar" aria-label={t('bar')}>
          {besidePaper && (
            <DraftBar
              draft={draft}
              onExport={() => void exportDraft()}
              onNameVersion={() => setDialog('version')}
              onSaveTemplate={() => setDialog('template')}
            />
          )}
        </section>
      )}
      <SaveProblem draft={draft} />
      <FinishedNotice draft={draft} />
      <WorkspacePanels
        bare={focusMode.on}
        outline={
          besidePaper && (
            <FeatureBoundary>
              <Outline letter={letter} />
            </FeatureBoundary>
          )
        }
        inspector={
          besidePaper && (
            <FeatureBoundary>
              <Inspector
                draft={draft}
                unit={settings.unit}
                preview={preview}
                shownVersion={shownVersion}
                onShowVersion={setShownVersion}
                onNameVersion={() => setDialog('version')}
              />
            </FeatureBoundary>
          )
        }
      >
        {writing && !focusMode.on && (
          <section className={classes.formatBar} data-region="format" aria-label={t('formatBar')}>
            {besidePaper && <FormatBar session={letter} />}
          </section>
        )}
        {writing && <FindBar session={letter} />}
        <FeatureBoundary>
          {writing ? (
            <Canvas draft={draft} unit={settings.unit} dimmed={dimmed} zoom={zoom.zoom} />
          ) : (
            <VersionView
              key={shownVersion}
              draft={draft}
              version={shownVersion}
              unit={settings.unit}
              dimmed={dimmed}
              zoom={zoom.zoom}
              onClose={() => setShownVersion(null)}
            />
          )}
        </FeatureBoundary>
      </WorkspacePanels>
      {!focusMode.on && (
        <footer className={classes.statusBar} data-region="status" aria-label={t('status.label')}>
          {besidePaper && <StatusBar letter={letter} preview={preview} unit={settings.unit} zoom={zoom} />}
        </footer>
      )}
      {dialog === 'version' && <NameVersionDialog draft={draft} onClose={() => setDialog(null)} />}
      {dialog === 'print' && preview && (
        <Suspense>
          <PrintDialog preview={preview} currentPage={pageOfCaret(preview, letter)} onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog === 'template' && <SaveTemplateDialog draft={draft} onClose={() => setDialog(null)} />}
      <LeaveDialog session={session} leave={leave} onRescue={() => saveRescueFile(backend, draft, t('untitled'))} />
    </div>
  );
}

function showTab(inspectorTab: InspectorTab): void {
  usePanels.setState({ inspectorTab, inspectorOpen: true });
}
