import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { runJob } from '../../shell/jobs.ts';
import { notify } from '../../shell/toasts.tsx';

/** What is done with backups. `error` is that of the last thing done. */
export function useBackupWork() {
  const { t } = useTranslation('settings');
  const backend = useBackend();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const guarded = async (work: () => Promise<void>) => {
    setRunning(true);
    setError(null);
    try {
      await work();
    } catch (reason) {
      const wire = toWireError(reason);
      if (wire.code !== 'CANCELLED') setError(wire);
    } finally {
      setRunning(false);
    }
  };
  const create = () =>
    guarded(async () => {
      const made = await runJob(
        backend,
        'backups.create',
        {},
        { title: t('data.backingUp'), result: () => null, quiet: true },
      );
      notify(t('data.backedUp', { count: made.documents }));
    });
  const restore = (backup: Backup) =>
    guarded(async () => {
      const { documents } = await runJob(
        backend,
        'backups.restore',
        { name: backup.name },
        { title: t('data.restoring'), result: () => null, quiet: true },
      );
      notify(t('data.restored', { count: documents }));
    });
  const remove = (backup: Backup) =>
    guarded(async () => {
      const title = t('data.removing');
      await runJob(backend, 'backups.remove', { name: backup.name }, { title, result: () => null, quiet: true });
    });
  return { running, error, guarded, create, restore, remove };
}
