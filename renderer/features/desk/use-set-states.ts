import { useTranslation } from 'react-i18next';
import type { documentStates, DocumentSummary } from '#shared/contract/documents.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';

type State = (typeof documentStates)[number];

/** Gives drafts a state, with a way back for those that had another. */
export function useSetStates(): (drafts: readonly DocumentSummary[], state: State) => Promise<void> {
  const { t } = useTranslation(['desk', 'common']);
  const backend = useBackend();
  const set = (documentIds: string[], state: State) =>
    runCommand(backend, 'documents.setState', { documentIds, state });
  return async (drafts, state) => {
    const changed = drafts.filter((draft) => draft.state !== state);
    const [first] = changed;
    if (!first) return;
    const ids = changed.map(({ id }) => id);
    try {
      await set(ids, state);
    } catch (reason) {
      showError(toWireError(reason));
      return;
    }
    // There are two states, so all that changed had the same one.
    notifyUndo(t(`stateSet.${state}`, { count: ids.length }), t('common:undo'), () => {
      set(ids, first.state).catch((reason: unknown) => showError(toWireError(reason)));
    });
  };
}
