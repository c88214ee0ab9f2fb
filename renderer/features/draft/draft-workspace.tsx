import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { useFocusMode } from '../../shell/navigation/focus-mode.ts';
import { overlays } from '../../shell/navigation/overlays.ts';
import { useShell } from '../../shell/shell-context.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { notify } from '../../shell/toasts.tsx';
import { Canvas } from './canvas.tsx';
import { DraftBar } from './draft-bar.tsx';
import { FinishedNotice } from './finished-notice.tsx';
import { InspectorCommands, showTab, useInspector } from './inspector.tsx';
import { LetterWorkspace } from '../letter/letter-workspace.tsx';
import { NameVersionDialog } from './name-version-dialog.tsx';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';
import { pageOfCaret } from '../letter/page-of-caret.ts';
import { VersionView } from './version-view.tsx';
import { saveRescueFile, SaveProblem } from './save-problem.tsx';
import { SaveTemplateDialog } from './save-template-dialog.tsx';
import { useJump } from './use-jump.ts';
import { usePreview } from './use-preview.ts';

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
  useJump(draft);
  const focusMode = useFocusMode();
  const isPreviewShown = usePanels(({ inspectorOpen, inspectorTab }) => inspectorOpen && inspectorTab === 'preview');
  const [shownVersion, setShownVersion] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'version' | 'template' | 'print' | null>(null);
  const preview = usePreview(draft, isPreviewShown || dialog === 'print');
  const inspector = useInspector({
    draft,
    unit: settings.unit,
    preview,
    shownVersion,
    onShowVersion: setShownVersion,
    onNameVersion: () => setDialog('version'),
  });

  useEffect(() => {
    void shell.setTitle(title === '' ? t('windowUntitled') : t('windowTitle', { title }));
  }, [shell, title, t]);

  useSaveWhenLeft(session);
  const exportDraft = async () => {
    if (await session.flush(5000)) overlays.exportDrafts([draft.documentId]);
  };
  const makeSheets = async () => {
    if (await session.flush(5000)) overlays.sheets([draft.documentId]);
  };
  useCommandHandler('draft.export', () => void exportDraft());
  useCommandHandler('draft.print', () => setDialog('print'));
  useCommandHandler('draft.sheets', () => void makeSheets());
  useCommandHandler('draft.nameVersion', () => setDialog('version'));
  useViewCommands(isPreviewShown, focusMode);

  const saveRescue = () => saveRescueFile(backend, draft, t('untitled'));
  return (
    <>
      <InspectorCommands draft={draft} />
      <LetterWorkspace
        letter={letter}
        session={session}
        settings={settings}
        preview={preview}
        isShown={shownVersion === null}
        isBare={focusMode.on}
        bar={
          <DraftBar
            draft={draft}
            onExport={() => void exportDraft()}
            onNameVersion={() => setDialog('version')}
            onSaveTemplate={() => setDialog('template')}
          />
        }
        barLabel={t('bar')}
        notices={
          <>
            <SaveProblem draft={draft} />
            <FinishedNotice draft={draft} />
          </>
        }
        inspector={inspector}
        onRescue={saveRescue}
      >
        {(look) =>
          shownVersion === null ? (
            <Canvas draft={draft} unit={settings.unit} {...look} />
          ) : (
            <VersionView
              key={shownVersion}
              draft={draft}
              version={shownVersion}
              unit={settings.unit}
              {...look}
              onClose={() => setShownVersion(null)}
            />
          )
        }
      </LetterWorkspace>
      {dialog === 'version' && <NameVersionDialog draft={draft} onClose={() => setDialog(null)} />}
      {dialog === 'print' && preview && (
        <Suspense>
          <PrintDialog preview={preview} currentPage={pageOfCaret(preview, letter)} onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog === 'template' && <SaveTemplateDialog draft={draft} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Whoever turns to another window leaves nothing unsaved behind. */
function useSaveWhenLeft(session: OpenDraft['session']) {
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
}

function useViewCommands(isPreviewShown: boolean, focusMode: ReturnType<typeof useFocusMode>) {
  const { t } = useTranslation('draft');
  useCommandHandler('view.outline', () => usePanels.setState(({ outlineOpen }) => ({ outlineOpen: !outlineOpen })));
  useCommandHandler('view.inspector', () =>
    usePanels.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen })),
  );
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
}
