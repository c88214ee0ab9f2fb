import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { letterKinds, type LetterKind } from '#shared/domain/template.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../ui/error-view.tsx';
import { notify } from '../../ui/notify.tsx';
import type { OpenDraft } from './open-draft.ts';

export function SaveTemplateDialog({ draft, onClose }: { draft: OpenDraft; onClose: () => void }) {
  const { t } = useTranslation(['draft', 'common']);
  const { t: common } = useTranslation();
  const backend = useBackend();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [kind, setKind] = useState<LetterKind>(draft.facts.get().caseFacts.kind);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const submit = async () => {
    setRunning(true);
    setError(null);
    try {
      if (!(await draft.session.flush(5000))) return;
      await runCommand(backend, 'templates.saveFromDocument', {
        documentId: draft.documentId,
        name: name.trim(),
        description: description.trim(),
        kind,
      });
      notify(t('saveTemplate.done', { name: name.trim() }));
      onClose();
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
      title={t('saveTemplate.title')}
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
            {t('saveTemplate.hint')}
          </Text>
          <TextInput
            data-autofocus
            label={t('saveTemplate.name')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('saveTemplate.kind')}
            allowDeselect={false}
            data={letterKinds.map((value) => ({ value, label: common(`letterKind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value as LetterKind)}
          />
          <Textarea
            label={t('saveTemplate.description')}
            autosize
            minRows={2}
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {error && <InlineError error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={running} disabled={name.trim() === ''}>
              {t('saveTemplate.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
