import type { LexicalEditor } from 'lexical';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { lexicalToModel, modelToLexical } from '../convert/document.ts';
import type { LetterHistory } from '../write/history.ts';
import { load } from '../write/write.ts';

export interface LetterInEditor {
  getDocument: () => ReplyDocument;
  /** Loading is no undo step, and until the first change the document given is the document given back (law 1). */
  load: (document: ReplyDocument) => void;
  /** Something of the letter has been changed since it was loaded. */
  setChanged: () => void;
}

/** The letter as the model has it, converted when asked for and once for each state of the editor. */
export function createLetterInEditor(
  editor: LexicalEditor,
  history: Pick<LetterHistory, 'restart'>,
  document: ReplyDocument,
): LetterInEditor {
  let unchanged: ReplyDocument | null = document;
  let converted: { state: unknown; document: ReplyDocument } | null = null;
  return {
    getDocument: () => {
      if (unchanged) return unchanged;
      const state = editor.getEditorState();
      if (converted?.state !== state) converted = { state, document: lexicalToModel(state.toJSON()) };
      return converted.document;
    },
    load: (next) => {
      unchanged = next;
      converted = null;
      load(editor, modelToLexical(next));
      history.restart();
    },
    setChanged: () => {
      unchanged = null;
    },
  };
}
