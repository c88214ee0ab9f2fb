import {
  $addUpdateTag,
  $getSelection,
  $setSelection,
  CUT_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import type { SerializedEditor } from '../convert/serialized.ts';
import { kinds, LOAD_TAG, tagsOf, type ChangeKind, type UndoStep } from './kinds.ts';

/**
 * The one lane by which the editor changes the letter: nothing else opens an update of the library (a lint rule says
 * so). A kind of change brings its undo step, what it needs and what suggesting makes of it from the table `kinds`.
 *
 * The change is made at once. Only inside another update it follows at the end of that, and there is no result yet.
 *
 * @returns what `$change` gave; undefined when it was not made, or not yet
 */
export function write<Result>(
  editor: LexicalEditor,
  kind: ChangeKind,
  $change: () => Result,
  { step }: { step?: UndoStep } = {},
): Result | undefined {
  if (!isOpen(editor, kind)) return undefined;
  let result: Result | undefined;
  const selection = isTextFocused(editor) ? null : editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
  editor.update(
    () => {
      // With the focus elsewhere an update may read a selection that is not the text's.
      if (selection) $setSelection(selection);
      result = $change();
    },
    { discrete: true, tag: [...tagsOf(kind), ...stepTags(kind, step)] },
  );
  return result;
}

/** For listeners of an update, which has just ended: the change is made after all of them have heard of it. */
export function writeNext(editor: LexicalEditor, kind: ChangeKind, $change: () => void, step?: UndoStep): void {
  if (!isOpen(editor, kind)) return;
  editor.update($change, { tag: [...tagsOf(kind), ...stepTags(kind, step)] });
}

/** Whether a change of this kind can be made now. */
export function isOpen(editor: LexicalEditor, kind: ChangeKind): boolean {
  const holds = { editable: () => editor.isEditable(), settled: () => !editor.isComposing() };
  return kinds[kind].needs.every((need) => holds[need]());
}

/** Another letter, or the same anew: no change of the one there was, and never undone. */
export function load(editor: LexicalEditor, serialized: SerializedEditor): void {
  editor.setEditorState(editor.parseEditorState(serialized), { tag: LOAD_TAG });
}

/** Inside an update that the library opened: says what it is, and with it that it is an undo step of its own. */
export function $writesAs(kind: 'paste' | 'cut'): void {
  $addUpdateTag({ paste: PASTE_TAG, cut: CUT_TAG }[kind]);
}

function stepTags(kind: ChangeKind, step: UndoStep = kinds[kind].step): string[] {
  return { own: [HISTORY_PUSH_TAG], join: [HISTORY_MERGE_TAG], none: [] }[step];
}

function isTextFocused(editor: LexicalEditor): boolean {
  return document.activeElement === editor.getRootElement();
}
