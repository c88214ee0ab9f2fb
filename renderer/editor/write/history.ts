import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $getRoot, $getState, $setState, mergeRegister, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { newId } from '#shared/lib/ids.ts';
import type { OnTurn } from '../api.ts';
import { turnState } from '../nodes/state.ts';
import { kindOf } from './kinds.ts';

/** Typing within this many ms of the last key belongs to the same undo step. */
const TYPING_DELAY = 500;
const DEPTH = 200;

/** The one history of everything a person sees as the letter. */
export interface LetterHistory {
  canUndo: () => boolean;
  canRedo: () => boolean;
  undo: () => void;
  redo: () => void;
  /** Begins anew: the letter as it stands cannot be undone. */
  restart: () => void;
  /**
   * Inside a change that is a step of its own: what belongs to it beside the letter turns with it. The letter carries
   * the name of the last such step, so the two cannot part, however many steps lie between and whatever they change.
   */
  $turnsWith: (onTurn: OnTurn) => void;
  unregister: () => void;
}

/** @param onChange hears when there is more or less to undo or redo; also once while the history is being made */
export function createHistory(editor: LexicalEditor, onChange: () => void): LetterHistory {
  const state = createEmptyHistoryState();
  const turns = new Map<string, { before: string; onTurn: OnTurn }>();

  /** The steps done after `earlier` up to `later`, the last first; null where `earlier` does not come before. */
  const stepsBetween = (earlier: string, later: string): OnTurn[] | null => {
    const between: OnTurn[] = [];
    for (let name = later; name !== earlier;) {
      const step = turns.get(name);
      if (!step) return null;
      between.push(step.onTurn);
      name = step.before;
    }
    return between;
  };
  const turn = (from: string, to: string) => {
    for (const onTurn of stepsBetween(to, from) ?? []) onTurn(false);
    for (const onTurn of stepsBetween(from, to)?.toReversed() ?? []) onTurn(true);
  };
  const $lastTurn = () => $getState($getRoot(), turnState);
  const unregister = mergeRegister(
    registerHistory(editor, state, TYPING_DELAY, Date.now, onChange, DEPTH),
    editor.registerUpdateListener(({ tags, prevEditorState, editorState }) => {
      if (kindOf(tags) === 'undo') turn(prevEditorState.read($lastTurn), editorState.read($lastTurn));
    }),
  );
  return {
    canUndo: () => state.undoStack.length > 0,
    canRedo: () => state.redoStack.length > 0,
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
    restart: () => {
      turns.clear();
      state.undoStack.length = 0;
      state.redoStack.length = 0;
      // Without a current entry the first change afterwards could not be undone.
      state.current = { editor, editorState: editor.getEditorState() };
    },
    $turnsWith: (onTurn) => {
      const name = newId();
      turns.set(name, { before: $lastTurn(), onTurn });
      $setState($getRoot(), turnState, name);
    },
    unregister,
  };
}
