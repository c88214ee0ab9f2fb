import { useTranslation } from 'react-i18next';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';

/** Into the trash at once, with a way back instead of a question. */
export function useTrash(): (documentIds: string[]) => Promise<void> {
  const { t } = useTranslation(['desk', 'common']);
  const backend = useBackend();
  return async (documentIds) => {
    try {
      await runCommand(backend, 'documents.trash', { documentIds });
    } catch (reason) {
      showError(toWireError(reason));
      return;
    }
    notifyUndo(t('trashed', { count: documentIds.length }), t('common:undo'), () => {
      runCommand(backend, 'documents.untrash', { documentIds }).catch((reason: unknown) =>
        showError(toWireError(reason)),
      );
    });
  };
}
