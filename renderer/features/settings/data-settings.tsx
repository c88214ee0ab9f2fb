import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDatabaseExport, IconFolderOpen, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { useFormats } from '../../i18n/format.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { BackupTable } from './backup-table.tsx';
import { Doctor } from './doctor.tsx';
import { Section } from './section.tsx';
import { useBackupWork } from './use-backup-work.ts';

export function DataSettings() {
  const { t } = useTranslation(['settings', 'common']);
  const formats = useFormats();
  const backend = useBackend();
  const status = useQueryCall('app.status', {});
  const backups = useQueryCall('backups.list', {});
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [removing, setRemoving] = useState<Backup | null>(null);
  const { running, error, guarded, create, restore, remove } = useBackupWork();
  const [doctor, setDoctor] = useState(false);

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
          <BackupTable backups={backups.data} isBusy={running} onRestore={setRestoring} onRemove={setRemoving} />
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
      <BackupQuestion
        backup={restoring}
        title={t('data.restoreTitle')}
        text={({ createdAt, documents }) => t('data.restoreText', { time: formats.dateTime(createdAt), documents })}
        answer={t('data.restoreConfirm')}
        onAnswer={(backup) => {
          setRestoring(null);
          void restore(backup);
        }}
        onClose={() => setRestoring(null)}
      />
      <BackupQuestion
        backup={removing}
        title={t('data.removeTitle')}
        text={({ createdAt, documents }) => t('data.removeText', { time: formats.dateTime(createdAt), documents })}
        answer={t('data.removeConfirm')}
        color="red"
        onAnswer={(backup) => {
          setRemoving(null);
          void remove(backup);
        }}
        onClose={() => setRemoving(null)}
      />
    </Stack>
  );
}

interface BackupQuestionProps {
  /** Null: nothing is asked. */
  backup: Backup | null;
  title: string;
  text: (backup: Backup) => string;
  answer: string;
  color?: 'red';
  onAnswer: (backup: Backup) => void;
  onClose: () => void;
}

function BackupQuestion({ backup, title, text, answer, color, onAnswer, onClose }: BackupQuestionProps) {
  const { t } = useTranslation('common');
  return (
    <Modal opened={backup !== null} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      {backup && (
        <Stack>
          <Text>{text(backup)}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button {...(color && { color })} onClick={() => onAnswer(backup)}>
              {answer}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
