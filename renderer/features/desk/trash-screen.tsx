import { Button, Checkbox, Group, Menu, Modal, Stack, Text, Title } from '@mantine/core';
import { IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runJob } from '../../shell/jobs.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { notify, notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import { DraftTable } from './draft-table.tsx';
import { useSelection } from './use-selection.ts';
import classes from './desk.module.css';

export function TrashScreen() {
  const { t } = useTranslation(['desk', 'common']);
  const backend = useBackend();
  const list = useQueryCall('documents.list', { search: '', state: 'trash', sort: 'updatedAt', direction: 'desc' });
  const drafts = list.data ?? [];
  const selection = useSelection(drafts.map(({ id }) => id));
  const [purging, setPurging] = useState<string[]>([]);
  const [fromBackups, setFromBackups] = useState(false);
  const chosen = [...selection.selected];

  const restore = async (documentIds: string[]) => {
    try {
      await runCommand(backend, 'documents.untrash', { documentIds });
    } catch (reason) {
      showError(toWireError(reason));
      return;
    }
    notifyUndo(t('restored', { count: documentIds.length }), t('common:undo'), () => {
      runCommand(backend, 'documents.trash', { documentIds }).catch((reason: unknown) =>
        showError(toWireError(reason)),
      );
    });
  };
  const purge = async () => {
    const documentIds = purging;
    setPurging([]);
    try {
      await runCommand(backend, 'documents.purge', { documentIds });
      if (!fromBackups) return;
      const title = t('purgingBackups');
      const { failed } = await runJob(
        backend,
        'backups.forget',
        { documentIds },
        { title, result: () => null, quiet: true },
      );
      notify(failed === 0 ? t('purgedBackups') : t('purgedSomeBackups', { count: failed }));
    } catch (reason) {
      showError(toWireError(reason));
    }
  };

  return (
    <main className={classes.screen} data-region="trash" aria-label={t('trashTitle')}>
      <Group justify="space-between">
        <Title order={1} fz="xl">
          {t('trashTitle')}
        </Title>
        {chosen.length > 0 ? (
          <Group gap="xs">
            <Button
              variant="light"
              leftSection={<IconRestore size={18} aria-hidden />}
              onClick={() => void restore(chosen)}
            >
              {t('restoreMany', { count: chosen.length })}
            </Button>
            <Button
              color="red"
              variant="light"
              leftSection={<IconTrashX size={18} aria-hidden />}
              onClick={() => setPurging(chosen)}
            >
              {t('purgeMany', { count: chosen.length })}
            </Button>
          </Group>
        ) : (
          drafts.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconTrashX size={18} aria-hidden />}
              onClick={() => setPurging(drafts.map(({ id }) => id))}
            >
              {t('emptyTrash')}
            </Button>
          )
        )}
      </Group>
      {list.error ? (
        <ErrorView error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <LoadingRows rows={8} height={36} />
      ) : drafts.length === 0 ? (
        <EmptyState
          icon={<IconTrash size={32} stroke={1.5} aria-hidden />}
          title={t('trashEmpty.title')}
          text={t('trashEmpty.text')}
        />
      ) : (
        <DraftTable
          label={t('trashTitle')}
          drafts={drafts}
          selection={selection}
          onOpen={(draft) => selection.toggle(draft.id)}
          onDelete={setPurging}
          menu={(draft) => (
            <>
              <Menu.Item leftSection={<IconRestore size={16} aria-hidden />} onClick={() => void restore([draft.id])}>
                {t('restore')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrashX size={16} aria-hidden />}
                onClick={() => setPurging([draft.id])}
              >
                {t('purge')}
              </Menu.Item>
            </>
          )}
        />
      )}
      <Modal
        opened={purging.length > 0}
        onClose={() => setPurging([])}
        title={t('purgeTitle', { count: purging.length })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          <Text>{t('purgeText')}</Text>
          <Checkbox
            label={t('purgeFromBackups')}
            description={t('purgeFromBackupsHint')}
            checked={fromBackups}
            onChange={(event) => setFromBackups(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setPurging([])}>
              {t('common:cancel')}
            </Button>
            <Button color="red" onClick={() => void purge()}>
              {t('purgeMany', { count: purging.length })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </main>
  );
}
