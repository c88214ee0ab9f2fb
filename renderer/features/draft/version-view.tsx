import { Button, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { LetterSession } from '../../editor/api.ts';
import { LetterEditor } from '../../editor/letter-editor.tsx';
import { openLetter } from '../../editor/session/letter-session.ts';
import { useFormats } from '../../i18n/format.ts';
import type { Backend } from '../../rpc/backend.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';
import type { PaperLook } from '../letter/letter-canvas.tsx';
import { useUnitForm } from '../letter/use-unit-form.ts';
import classes from '../letter/letter.module.css';

interface VersionViewProps extends PaperLook {
  draft: OpenDraft;
  version: number;
  unit: UnitSettings;
  onClose: () => void;
}

/** An earlier version on the paper, to look at and to restore. The draft itself waits untouched behind it. */
export function VersionView({ draft, version, unit, isDimmed, zoom, onClose }: VersionViewProps) {
  const { t } = useTranslation(['draft', 'common']);
  const formats = useFormats();
  const backend = useBackend();
  const { documentId } = draft;
  const { isFinished } = useDraftState(draft);
  const stored = useQueryCall('versions.get', { documentId, version });
  const info = useQueryCall('versions.list', { documentId }).data?.find((entry) => entry.version === version);
  const form = useUnitForm(unit.form);
  const [letter, setLetter] = useState<LetterSession | null>(null);
  const [running, setRunning] = useState(false);
  const body = stored.data?.body;
  useEffect(() => {
    if (body === undefined) return undefined;
    const opened = openLetter({ documentJson: body, readOnly: true });
    setLetter(opened);
    return () => opened.dispose();
  }, [body]);

  const restore = async () => {
    setRunning(true);
    try {
      if (!(await draft.session.flush(5000))) return;
      const before = draft.session.version;
      await restoreVersion(backend, draft, version);
      onClose();
      notifyUndo(t('versions.restored'), t('common:undo'), () => {
        draft.session
          .flush(5000)
          .then(() => restoreVersion(backend, draft, before))
          .catch((reason: unknown) => showError(toWireError(reason)));
      });
    } catch (reason) {
      showError(toWireError(reason));
    } finally {
      setRunning(false);
    }
  };

  return (
    <>
      <div className={classes.problem} data-tone="info" role="status">
        <IconHistory size={18} aria-hidden />
        <Text fz="sm" flex={1}>
          {info === undefined
            ? t('versions.looking')
            : t('versions.lookingAt', { time: formats.dateTime(info.createdAt), name: info.name })}
        </Text>
        <Button loading={running} disabled={body === undefined || isFinished} onClick={() => void restore()}>
          {t('versions.restore')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('versions.back')}
        </Button>
      </div>
      <main className={classes.canvas} aria-label={t('versions.paper')} data-region="paper">
        {stored.error ? (
          <ErrorView error={stored.error} onRetry={() => void stored.refetch()} />
        ) : letter ? (
          <LetterEditor
            session={letter}
            zoom={zoom / 100}
            dimmedPaper={isDimmed}
            unit={unit}
            form={form}
            caseFacts={draft.facts.get().caseFacts}
          />
        ) : (
          <LoadingRows />
        )}
      </main>
    </>
  );
}

async function restoreVersion(backend: Backend, draft: OpenDraft, version: number): Promise<void> {
  const { documentId, session } = draft;
  await runCommand(backend, 'versions.restore', { documentId, baseVersion: session.version, version });
  await draft.reload(true);
}
