import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../ui/error-view.tsx';
import { notify } from '../../ui/notify.tsx';
import type { OpenDraft } from './open-draft.ts';

/** Everything is saved anyway; Ctrl+S gives the present state a name, so that it is kept and found again. */
export function NameVersionDialog({ draft, onClose }: { draft: OpenDraft; onClose: () => void }) {
  const { t } = useTranslation(['draft', 'common']);
  const backend = useBackend();
  const [name, setName] = useState('');
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const submit = async () => {
    setRunning(true);
    setError(null);
    try {
      if (!(await draft.session.flush(5000))) return;
      await runCommand(backend, 'revisions.name', { documentId: draft.documentId, name: name.trim() });
      notify(t('nameVersion.done', { name: name.trim() }));
      onClose();
      draft.letter.focus();
    } catch (reason) {
      setError(toWireError(reason));
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('nameVersion.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void submit();
        }}
      >
        <Stack gap="sm">
          <Text c="dimmed" fz="sm">
            {t('nameVersion.hint')}
          </Text>
          <TextInput
            data-autofocus
            label={t('nameVersion.name')}
            placeholder={t('nameVersion.placeholder')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {error && <InlineError error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={name.trim() === ''}>
              {t('nameVersion.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
