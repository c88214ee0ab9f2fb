import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventPayload } from '#shared/contract/events.ts';
import { useBackend } from '../rpc/hooks.ts';
import { toWireError } from '../rpc/wire-error.ts';
import { notify } from '../shell/toasts.tsx';
import { asTyped, errorText } from '../shell/errors/error-text.ts';
import { runJob } from '../shell/jobs.ts';

type Failure = EventPayload<'backups.failed'>;

const NOTIFICATION = 'backup-failed';

/**
 * Tells of an automatic backup that failed. It stays until somebody puts it away or a backup succeeds, and stands
 * beside the letter, not above it: the text must not move under somebody who types.
 */
export function useBackupWarning(): void {
  const backend = useBackend();
  const { t } = useTranslation('app');
  useEffect(() => {
    const stop = [
      backend.on('backups.failed', (failure) => {
        const shown = {
          id: NOTIFICATION,
          autoClose: false,
          withBorder: true,
          color: 'yellow',
          title: t('backupFailed.title'),
          message: <BackupFailure key={failure.code} failure={failure} />,
        } as const;
        // One of the two does nothing: whether the last one is still there, only the list knows.
        notifications.update(shown);
        notifications.show(shown);
      }),
      backend.on('backups.changed', () => void notifications.hide(NOTIFICATION)),
    ];
    return () => stop.forEach((unsubscribe) => unsubscribe());
  }, [backend, t]);
}

function BackupFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation(['app', 'errors', 'settings']);
  const { t: errors } = useTranslation('errors');
  const backend = useBackend();
  const [latest, setLatest] = useState(failure);
  const [running, setRunning] = useState<'retry' | 'open' | null>(null);
  const run = async (action: 'retry' | 'open', work: () => Promise<void>) => {
    setRunning(action);
    try {
      await work();
    } catch (reason) {
      setLatest(toWireError(reason));
    } finally {
      setRunning(null);
    }
  };
  const retry = () =>
    run('retry', async () => {
      const title = t('settings:data.backingUp');
      const { documents } = await runJob(backend, 'backups.create', {}, { title, result: () => null, quiet: true });
      notify(t('settings:data.backedUp', { count: documents }));
    });
  const openFolder = () => run('open', async () => void (await backend.call('app.openDataFolder', {})));
  const { what, why, todo } = errorText(errors, asTyped(latest));
  return (
    <Stack gap="xs">
      <Text fz="sm" c="var(--mantine-color-text)">
        {t('app:backupFailed.text')}
      </Text>
      <Text fz="sm" c="var(--mantine-color-text)" style={{ overflowWrap: 'anywhere' }}>
        {[what, why].filter((part) => part !== '').join('：')}
      </Text>
      {todo !== '' && (
        <Text fz="sm" c="dimmed">
          {todo}
        </Text>
      )}
      <Group gap="xs">
        <Button loading={running === 'retry'} disabled={running === 'open'} onClick={() => void retry()}>
          {t('app:backupFailed.retry')}
        </Button>
        <Button
          variant="default"
          loading={running === 'open'}
          disabled={running === 'retry'}
          onClick={() => void openFolder()}
        >
          {t('errors:action.openDataFolder')}
        </Button>
      </Group>
    </Stack>
  );
}
