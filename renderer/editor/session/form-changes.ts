import { $getRoot, $getState, $setState, type LexicalEditor } from 'lexical';
import type { Tail } from '#shared/document/schema.ts';
import type { HeadData } from '../api.ts';
import { headState, tailState } from '../nodes/state.ts';
import { write } from '../write/write.ts';

/** Changes of one input within this many ms are one undo step. */
const STEP_DELAY = 2_000;

export interface FormChanges {
  changeHead: (change: (head: HeadData) => HeadData, group?: string) => void;
  changeTail: (change: (tail: Tail) => Tail, group?: string) => void;
  /** Something else of the letter was changed: what is written next in a form begins a step. */
  endStep: () => void;
}

/** What is written in the forms of head and tail. */
export function createFormChanges(editor: LexicalEditor): FormChanges {
  let last = { group: '', at: 0 };

  const changeForm = (state: typeof headState, group: string | undefined, change: (json: string) => string) => {
    const now = Date.now();
    const continues = group !== undefined && last.group === group && now - last.at < STEP_DELAY;
    last = { group: group ?? '', at: now };
    write(
      editor,
      'form',
      () => {
        const root = $getRoot();
        const before = $getState(root, state);
        const after = change(before);
        if (after !== before) $setState(root, state, after);
      },
      { step: continues ? 'join' : 'own' },
    );
  };
  return {
    changeHead: (change, group) =>
      changeForm(headState, group && `head ${group}`, (json) => JSON.stringify(change(JSON.parse(json) as HeadData))),
    changeTail: (change, group) =>
      changeForm(tailState, group && `tail ${group}`, (json) => JSON.stringify(change(JSON.parse(json) as Tail))),
    endStep: () => {
      last = { group: '', at: 0 };
    },
  };
}
