import {
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import type { SectionNode } from '../nodes/section-node.ts';
import { writeNext } from '../write/write.ts';
import { $sectionOf, $sections } from './block-tree.ts';
import { $isAtEnd, $isAtStart } from './enter.ts';

/**
 * Between two shadow roots the library offers a caret of its own, to make a new block there. In a letter nothing can
 * stand there: arrow keys go straight from part to part, and a caret that lands between them is taken into one.
 */
export function registerBorders(editor: LexicalEditor): () => void {
  const arrow = (direction: 'next' | 'previous') => (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !$crossBorder(direction)) return false;
    event.preventDefault();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, arrow('next'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, arrow('next'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, arrow('previous'), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, arrow('previous'), COMMAND_PRIORITY_HIGH),
    editor.registerUpdateListener(({ editorState }) => {
      if (editorState.read($rootOffset) === null) return;
      writeNext(editor, 'caret', $leaveBorder, 'join');
    }),
  );
}

function $crossBorder(direction: 'next' | 'previous'): boolean {
  const section = $sectionLeft(direction);
  if (!section) return false;
  const forward = direction === 'next';
  const sections = $sections();
  const place = sections.findIndex((candidate) => candidate.is(section));
  const target = sections[place + (forward ? 1 : -1)];
  if (forward) target?.selectStart();
  else target?.selectEnd();
  return target !== undefined;
}

/** The caret stands behind the last character of the text: nothing of it is left below. */
export function $isAtLetterEnd(): boolean {
  return $sectionLeft('next')?.is($sections().at(-1)) ?? false;
}

/** The section at whose edge the caret stands, in the direction of travel. */
function $sectionLeft(direction: 'next' | 'previous'): SectionNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const section = $sectionOf(selection.anchor.getNode());
  const edge = direction === 'next' ? section?.getLastChild() : section?.getFirstChild();
  if (!$isParagraphNode(edge)) return null;
  const isAtEdge = direction === 'next' ? $isAtEnd(selection, edge) : $isAtStart(selection, edge);
  return isAtEdge ? section : null;
}

/** Where between the parts a caret stands, or null. */
function $rootOffset(): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  return selection.anchor.key === $getRoot().getKey() ? selection.anchor.offset : null;
}

function $leaveBorder(): void {
  const offset = $rootOffset();
  const sections = $sections();
  if (offset === null || sections.length === 0) return;
  if (offset === 0) sections[0]?.selectStart();
  else sections[Math.min(offset, sections.length) - 1]?.selectEnd();
}
