import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { errorText } from '../../shell/errors/error-text.ts';
import type { Backend } from '../../rpc/backend.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { notify } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';
import { useSaveStatus } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';
import classes from '../letter/letter.module.css';

/** Under the bar while saving fails or conflicts: why, and the ways out. The text stays in the window meanwhile. */
export function SaveProblem({ draft }: { draft: OpenDraft }) {
  const { t } = useTranslation('draft');
  const { t: errors } = useTranslation('errors');
  const backend = useBackend();
  const status = useSaveStatus(draft.session);
  const [running, setRunning] = useState(false);
  const run = (work: () => Promise<unknown>) => {
    setRunning(true);
    work()
      .catch((reason: unknown) => showError(toWireError(reason)))
      .finally(() => setRunning(false));
  };

  if (status.state === 'failed') {
    const text = errorText(errors, status.error);
    return (
      <div className={classes.problem} role="alert">
        <IconAlertTriangle size={18} aria-hidden />
        <Text fz="sm" flex={1}>
          {t('problem.failed', { what: text.what, why: text.why, todo: text.todo })}
        </Text>
        <Button variant="default" onClick={() => draft.session.retry()}>
          {t('problem.retry')}
        </Button>
        <Button
          variant="default"
          loading={running}
          onClick={() => run(() => saveRescueFile(backend, draft, t('untitled')))}
        >
          {t('problem.rescue')}
        </Button>
      </div>
    );
  }
  if (status.state === 'conflict') {
    return (
      <div className={classes.problem} data-tone="warning" role="alert">
        <IconAlertTriangle size={18} aria-hidden />
        <Text fz="sm" flex={1}>
          {t('problem.conflict')}
        </Text>
        <Button
          variant="default"
          loading={running}
          onClick={() =>
            run(async () => notify(t('problem.keptMine', { title: await keepMineAsCopy(backend, draft) })))
          }
        >
          {t('problem.keepMine')}
        </Button>
        <Button variant="default" loading={running} onClick={() => run(() => draft.reload(true))}>
          {t('problem.loadTheirs')}
        </Button>
      </div>
    );
  }
  return null;
}

/** The last resort: text and document in a file of the person's choice. */
export async function saveRescueFile(backend: Backend, draft: OpenDraft, untitled: string): Promise<boolean> {
  const document = draft.letter.getDocument();
  const name = (draft.title.get() === '' ? untitled : draft.title.get()).replaceAll(/[\s\\/:*?"<>|]+/g, ' ').trim();
  const { saved } = await backend.call('app.saveRescueFile', {
    suggestedName: name.slice(0, 80),
    text: plainText(document),
    document: stringifyReplyDocument(document),
    caseFacts: draft.facts.get().caseFacts,
  });
  return saved;
}

/** My text becomes a draft of its own, and that one is opened; theirs stays as it is. Returns its title. */
async function keepMineAsCopy(backend: Backend, draft: OpenDraft): Promise<string> {
  const mine = draft.letter.getDocument();
  const { documentId } = await runCommand(backend, 'documents.duplicate', { documentId: draft.documentId });
  const copy = await backend.call('documents.get', { documentId });
  await runCommand(backend, 'documents.save', {
    documentId,
    baseVersion: copy.version,
    body: stringifyReplyDocument({ ...mine, id: documentId }),
  });
  // What is unsaved here lives in the copy now, so leaving need not save it.
  draft.session.rebase({ version: draft.session.version, body: stringifyReplyDocument(mine) });
  await navigate({ name: 'draft', documentId });
  return draft.title.get();
}
