import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { letterKinds, type LetterKind } from '#shared/domain/template.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { notify } from '../../shell/toasts.tsx';
import type { OpenDraft } from './open-draft.ts';
import { SavedDraftDialog } from './saved-draft-dialog.tsx';

export function SaveTemplateDialog({ draft, onClose }: { draft: OpenDraft; onClose: () => void }) {
  const { t } = useTranslation('draft');
  const { t: common } = useTranslation();
  const backend = useBackend();
  const [input, setInput] = useState('');
  const [description, setDescription] = useState('');
  const [kind, setKind] = useState<LetterKind>(draft.facts.get().caseFacts.kind);
  const name = input.trim();
  return (
    <SavedDraftDialog
      draft={draft}
      title={t('saveTemplate.title')}
      hint={t('saveTemplate.hint')}
      submitLabel={t('saveTemplate.submit')}
      disabled={name === ''}
      onSubmit={async () => {
        await runCommand(backend, 'templates.saveFromDocument', {
          documentId: draft.documentId,
          name,
          description: description.trim(),
          kind,
        });
        notify(t('saveTemplate.done', { name }));
      }}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('saveTemplate.name')}
        maxLength={100}
        value={input}
        onChange={(event) => setInput(event.currentTarget.value)}
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
    </SavedDraftDialog>
  );
}
