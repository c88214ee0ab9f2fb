import type { DocumentSummary } from '#shared/contract/documents.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { showError } from '../../shell/errors/show-error.tsx';
import { useStore } from '../letter/store.ts';
import type { OpenDraft } from './open-draft.ts';

/** Longest wait for what is unsaved, in ms. */
const SAVE_MS = 5000;

/** The state of the open draft, and how it is changed. What is unsaved is stored before the letter can only be read. */
export function useDraftState(draft: OpenDraft) {
  const backend = useBackend();
  const { state } = useStore(draft.facts);
  const choose = async (next: DocumentSummary['state']) => {
    try {
      if (!(await draft.session.flush(SAVE_MS))) return;
      // What is typed from here on would come too late to be saved.
      if (next === 'finished') draft.letter.setReadOnly(true);
      if (!(await draft.session.flush(SAVE_MS))) return;
      const documentIds = [draft.documentId];
      draft.setFacts(await runCommand(backend, 'documents.setState', { documentIds, state: next }));
    } catch (reason) {
      showError(toWireError(reason));
    } finally {
      draft.letter.setReadOnly(draft.facts.get().state === 'finished');
    }
  };
  return { state, isFinished: state === 'finished', choose };
}
