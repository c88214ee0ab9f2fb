import { useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskScreen } from '../features/desk/desk-screen.tsx';
import { TrashScreen } from '../features/desk/trash-screen.tsx';
import { DraftScreen } from '../features/draft/draft-screen.tsx';
import { ExportDialog } from '../features/export/export-dialog.tsx';
import { PasteDialog } from '../features/importing/paste-dialog.tsx';
import { RefusedDialog } from '../features/importing/refused-dialog.tsx';
import { useImport, useOpenedFiles } from '../features/importing/use-import.ts';
import { NewReplyPanel } from '../features/new-reply/new-reply-panel.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SheetDialog } from '../features/sheets/sheet-dialog.tsx';
import { TemplateScreen } from '../features/templates/template-screen.tsx';
import { TemplatesScreen } from '../features/templates/templates-screen.tsx';
import { FeatureBoundary } from '../ui/feature-boundary.tsx';
import { ErrorDialog } from '../shell/errors/show-error.tsx';
import { assertNever } from '#shared/lib/assert.ts';
import { BackendLostBanner } from './backend-lost-banner.tsx';
import { useBackupWarning } from './backup-warning.tsx';
import { useCommandHandler } from '../shell/commands/command-registry.ts';
import type { CommandId } from '../shell/commands/shortcuts.ts';
import { CommandPalette, openPalette } from './command-palette.tsx';
import { DropTarget } from './drop-target.tsx';
import { useCloseFlow } from '../shell/navigation/close-flow.ts';
import { useCommandKeys } from '../shell/commands/command-keys.ts';
import { useIsFocusMode } from '../shell/navigation/focus-mode.ts';
import { JobTray } from './job-tray.tsx';
import { navigate, useNavigation } from '../shell/navigation/navigation.ts';
import type { Route } from '../shell/navigation/route.ts';
import { overlays, useOverlays } from '../shell/navigation/overlays.ts';
import { places } from './places.ts';
import { Rail } from './rail.tsx';
import { focusRegion } from '../shell/navigation/regions.ts';
import { useRestoreNotice } from './restore-notice.ts';
import { StoreProblemPanel } from './store-problem.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShell } from '../shell/shell-context.ts';
import classes from './frame.module.css';

export function Frame() {
  const route = useNavigation((navigation) => navigation.route);
  const { newReply, exportIds, sheetIds, shortcuts, paste } = useOverlays();
  const { t } = useTranslation('app');
  const isFocusMode = useIsFocusMode();
  const shell = useShell();
  const startImport = useImport();
  // The screen first; what stands around it and what may come over it follow in a rendering of their own.
  const aroundScreen = useDeferredValue(true, false);
  useCommandKeys();
  useCloseFlow();
  useBackupWarning();
  useOpenedFiles();
  useRestoreNotice();
  useCommandHandler('reply.new', () => overlays.newReply(true));
  useCommandHandler('reply.import', () => void startImport({ from: 'picker' }));
  useCommandHandler('app.shortcuts', () => overlays.shortcuts(true));
  useCommandHandler('view.palette', openPalette);
  useCommandHandler('view.nextRegion', () => focusRegion(1));
  useCommandHandler('view.previousRegion', () => focusRegion(-1));
  const isDraft = route.name === 'draft';
  useEffect(() => {
    if (!isDraft) void shell.setTitle(t('windowTitle'));
  }, [shell, isDraft, t]);

  return (
    <DropTarget>
      {places.map((place) => (
        <PlaceCommand key={place.command} {...place} />
      ))}
      <div className={classes.frame}>
        {!isFocusMode && <Rail isFilled={aroundScreen} />}
        <div className={classes.main}>
          <BackendLostBanner />
          <StoreProblemPanel />
          <FeatureBoundary key={routeKey(route)}>
            <Screen route={route} />
          </FeatureBoundary>
        </div>
      </div>
      {aroundScreen && (
        <>
          <JobTray />
          <CommandPalette />
          <RefusedDialog />
          <ErrorDialog />
        </>
      )}
      {shortcuts && <ShortcutSheet onClose={() => overlays.shortcuts(false)} />}
      {paste && <PasteDialog onClose={() => overlays.paste(false)} />}
      {newReply && <NewReplyPanel onClose={() => overlays.newReply(false)} />}
      {sheetIds.length > 0 && <SheetDialog documentIds={sheetIds} onClose={() => overlays.sheets([])} />}
      {exportIds.length > 0 && <ExportDialog documentIds={exportIds} onClose={() => overlays.exportDrafts([])} />}
    </DropTarget>
  );
}

function PlaceCommand({ command, route }: { command: CommandId; route: Route }) {
  useCommandHandler(command, () => void navigate(route));
  return null;
}

function routeKey(route: Route): string {
  if (route.name === 'draft') return `draft ${route.documentId}`;
  if (route.name === 'template') return `template ${route.templateId}`;
  return route.name;
}

function Screen({ route }: { route: Route }) {
  switch (route.name) {
    case 'desk':
      return <DeskScreen />;
    case 'trash':
      return <TrashScreen />;
    case 'draft':
      return <DraftScreen key={route.documentId} documentId={route.documentId} />;
    case 'templates':
      return <TemplatesScreen />;
    case 'template':
      return <TemplateScreen key={route.templateId} templateId={route.templateId} />;
    case 'settings':
      return <SettingsScreen section={route.section} />;
    default:
      return assertNever(route);
  }
}
