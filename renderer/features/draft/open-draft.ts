import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { DraftFacts, OpenDocument } from '#shared/contract/documents.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { titleText } from '#shared/document/plain-text.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { openLetter } from '../../editor/session/letter-session.ts';
import type { LetterSession, ReadableStore } from '../../editor/api.ts';
import type { Backend } from '../../rpc/backend.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { keepAnswer } from '../../rpc/question.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { showPasteRefused, showPicturesDropped } from '../importing/paste-refused.ts';
import { DocumentSession } from '../letter/document-session.ts';
import { createStore } from '../letter/store.ts';

/** One draft opened for writing: its text in the editor, and the session that carries the text to the store. */
export interface OpenDraft {
  readonly documentId: string;
  readonly letter: LetterSession;
  readonly session: DocumentSession;
  /** Title of the letter, for bar and window; follows the text with the saves. */
  readonly title: ReadableStore<string>;
  /** What the store holds beside the text: the cache's answer, which follows the events. */
  readonly facts: ReadableStore<DraftFacts>;
  /** Takes over what a command answered that it stored. */
  setFacts(change: Partial<DraftFacts>): void;
  /** Reads the stored text again, `undoable` as one step of the history. */
  reload(undoable: boolean): Promise<void>;
  dispose(): void;
}

export type OpenDraftState =
  { state: 'loading' } | { state: 'failed'; error: WireError; retry: () => void } | { state: 'open'; draft: OpenDraft };

/** Opens the draft while the component is mounted. What is unsaved when it unmounts is saved on the way out. */
export function useOpenDraft(documentId: string): OpenDraftState {
  const backend = useBackend();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<OpenDraftState>({ state: 'loading' });
  const retry = useCallback(() => {
    setState({ state: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => {
    let draft: OpenDraft | null = null;
    let left = false;
    const open = async () => {
      try {
        const stored = await backend.call('documents.get', { documentId });
        if (left) return;
        draft = openDraft({ backend, queries }, stored);
        setState({ state: 'open', draft });
      } catch (reason) {
        if (!left) setState({ state: 'failed', error: toWireError(reason), retry });
      }
    };
    void open();
    return () => {
      left = true;
      const leaving = draft;
      if (leaving) void leaving.session.flush().finally(() => leaving.dispose());
    };
  }, [backend, queries, documentId, attempt, retry]);
  return state;
}

function openDraft(source: { backend: Backend; queries: QueryClient }, stored: OpenDocument): OpenDraft {
  const { backend } = source;
  const letter = openLetter({
    documentJson: stored.body,
    readOnly: stored.state === 'finished',
    onPasteRefused: showPasteRefused,
    onPicturesDropped: showPicturesDropped,
  });
  const title = createStore(titleText(letter.getDocument()));
  const documentId = stored.id;
  const facts = keepAnswer(source, ['documents.facts', { documentId }], factsOf(stored));
  // 已办结: to be read until somebody opens it again.
  facts.subscribe(() => letter.setReadOnly(facts.get().state === 'finished'));
  const session = new DocumentSession({
    version: stored.version,
    body: stored.body,
    text: {
      getDocumentJson() {
        const document = letter.getDocument();
        title.set(titleText(document));
        return stringifyReplyDocument(document);
      },
      onChange: (listener) => letter.onChange(listener),
      isComposing: () => letter.isComposing(),
      settled: () => letter.settled(),
    },
    store: {
      save: ({ baseVersion, body, commandId }) =>
        backend.call('documents.save', { documentId, baseVersion, body }, { commandId }),
      whenConnected: () => backend.whenConnected(),
    },
  });
  return {
    documentId,
    letter,
    session,
    title,
    facts,
    setFacts: (change) => facts.set({ ...facts.get(), ...change }),
    async reload(undoable) {
      const fresh = await backend.call('documents.get', { documentId });
      // First the session, then the text: the change this makes in the editor is then no change against the store.
      session.rebase(fresh);
      facts.set(factsOf(fresh));
      await letter.replaceDocument(parseReplyDocument(fresh.body), { undoable });
      title.set(titleText(letter.getDocument()));
    },
    dispose() {
      facts.dispose();
      session.dispose();
      letter.dispose();
    },
  };
}

function factsOf({ caseFacts, state, importReport }: OpenDocument): DraftFacts {
  return { caseFacts, state, importReport };
}
