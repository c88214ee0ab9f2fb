import { Badge, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconDatabaseExport, IconFolderOpen, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { runJob } from '../../shell/jobs.ts';
import { useFormats } from '../../i18n/format.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { notify } from '../../shell/toasts.tsx';
import { Doctor } from './doctor.tsx';
import { Section } from './section.tsx';

export function DataSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const formats = useFormats();
  const backend = useBackend();
  const status = useQueryCall('app.status', {});
  const backups = useQueryCall('backups.list', {});
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [removing, setRemoving] = useState<Backup | null>(null);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [doctor, setDoctor] = useState(false);
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
      setRestoring(null);
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
      setRemoving(null);
      const title = t('data.removing');
      await runJob(backend, 'backups.remove', { name: backup.name }, { title, result: () => null, quiet: true });
    });

  return (
    <Stack gap="xl">
      <Section title={t('data.folder')} hint={t('data.folderHint')}>
        <Group gap="sm">
          <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {status.data?.dataFolder}
          </Text>
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={18} aria-hidden />}
            onClick={() => void guarded(async () => void (await backend.call('app.openDataFolder', {})))}
          >
            {t('data.openFolder')}
          </Button>
        </Group>
      </Section>
      {error && <ErrorView error={error} />}
      <Section title={t('data.backups')} hint={t('data.backupsHint')}>
        <Group mb="sm">
          <Button
            leftSection={<IconDatabaseExport size={18} aria-hidden />}
            loading={running}
            onClick={() => void create()}
          >
            {t('data.backUpNow')}
          </Button>
        </Group>
        {backups.error ? (
          <ErrorView error={backups.error} onRetry={() => void backups.refetch()} />
        ) : !backups.data ? (
          <LoadingRows rows={4} />
        ) : backups.data.length === 0 ? (
          <Text c="dimmed">{t('data.noBackups')}</Text>
        ) : (
          <Table fz="sm" verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('data.column.time')}</Table.Th>
                <Table.Th>{t('data.column.reason')}</Table.Th>
                <Table.Th ta="right">{t('data.column.documents')}</Table.Th>
                <Table.Th ta="right">{t('data.column.size')}</Table.Th>
                <Table.Th aria-label={t('data.column.actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {backups.data.map((backup) => (
                <Table.Tr key={backup.name}>
                  <Table.Td>{formats.dateTime(backup.createdAt)}</Table.Td>
                  <Table.Td>
                    <Badge className={chip.chip} variant="default" tt="none">
                      {t(`data.reason.${backup.reason}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td ta="right">
                    {backup.state === 'good' ? formats.number(backup.documents) : t('data.unreadable')}
                  </Table.Td>
                  <Table.Td ta="right">{formats.bytes(backup.bytes)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      mih={32}
                      disabled={running || backup.state !== 'good'}
                      onClick={() => setRestoring(backup)}
                    >
                      {t('data.restore')}
                    </Button>
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      mih={32}
                      disabled={running || backup.state === 'unreadable'}
                      onClick={() => setRemoving(backup)}
                    >
                      {t('data.remove')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <Section title={t('doctor.title')} hint={t('doctor.hint')}>
        {doctor ? (
          <Doctor />
        ) : (
          <Button
            variant="default"
            leftSection={<IconStethoscope size={18} aria-hidden />}
            onClick={() => setDoctor(true)}
          >
            {t('doctor.run')}
          </Button>
        )}
      </Section>
      <Modal
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('data.restoreTitle')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {restoring && (
          <Stack>
            <Text>
              {t('data.restoreText', { time: formats.dateTime(restoring.createdAt), documents: restoring.documents })}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setRestoring(null)}>
                {t('common:cancel')}
              </Button>
              <Button onClick={() => void restore(restoring)}>{t('data.restoreConfirm')}</Button>
            </Group>
          </Stack>
        )}
      </Modal>
      <Modal
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('data.removeTitle')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {removing && (
          <Stack>
            <Text>
              {t('data.removeText', { time: formats.dateTime(removing.createdAt), documents: removing.documents })}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setRemoving(null)}>
                {t('common:cancel')}
              </Button>
              <Button color="red" onClick={() => void remove(removing)}>
                {t('data.removeConfirm')}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </Stack>
  );
}
