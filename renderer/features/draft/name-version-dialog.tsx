import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { notify } from '../../shell/toasts.tsx';
import type { OpenDraft } from './open-draft.ts';
import { SavedDraftDialog } from './saved-draft-dialog.tsx';

/** Everything is saved anyway; Ctrl+S gives the present state a name, so that it is kept and found again. */
export function NameVersionDialog({ draft, onClose }: { draft: OpenDraft; onClose: () => void }) {
  const { t } = useTranslation('draft');
  const backend = useBackend();
  const [input, setInput] = useState('');
  const name = input.trim();
  return (
    <SavedDraftDialog
      draft={draft}
      title={t('nameVersion.title')}
      hint={t('nameVersion.hint')}
      submitLabel={t('nameVersion.submit')}
      disabled={name === ''}
      onSubmit={async () => {
        const version = await runCommand(backend, 'versions.name', { documentId: draft.documentId, name });
        notify(t('nameVersion.done', { name: version.name }));
        draft.letter.focus();
      }}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('nameVersion.name')}
        placeholder={t('nameVersion.placeholder')}
        maxLength={100}
        value={input}
        onChange={(event) => setInput(event.currentTarget.value)}
      />
    </SavedDraftDialog>
  );
}
