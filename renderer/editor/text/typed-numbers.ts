import {
  $getNodeByKey,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type ParagraphNode,
} from 'lexical';
import { numberedLine, typedNumber, type NumberedLine } from '#shared/document/typed-number.ts';
import { $blockProps, $setBlockProps, $setKind, bodyState, kindState, levelState } from '../nodes/state.ts';
import { kindOf } from '../write/kinds.ts';
import { writeNext } from '../write/write.ts';
import { $blockById, $isInCell, $isLinePart, $paragraphOf } from './block-tree.ts';
import { $caretPlace, $putCaret } from './caret-place.ts';

/** Stands in a text while an input method works, and for a moment after. */
const ZERO_WIDTH_SPACE = /\u200b/g;

/**
 * A number typed before a line makes it the heading whose number it is, as in Word: 一、（一）1.（1）. That is an undo
 * step of its own, so that Ctrl+Z gives back what was typed, and a paragraph is asked only once: what was taken back
 * stays. Never inside a composition; what an input method wrote counts when it has ended.
 */
export function registerTypedNumbers(editor: LexicalEditor): () => void {
  const asked = new Set<NodeKey>();
  let settled = editor.getEditorState();
  return editor.registerUpdateListener(({ editorState, tags, dirtyLeaves, dirtyElements }) => {
    if (editor.isComposing()) return;
    const before = settled;
    settled = editorState;
    if (dirtyLeaves.size === 0 && dirtyElements.size === 0) return;
    const kind = kindOf(tags);
    if (kind === 'undo' || kind === 'paste' || !editor.isEditable()) return;
    const key = editorState.read(() => $lineJustNumbered(before));
    if (key === null || asked.has(key)) return;
    asked.add(key);
    writeNext(editor, 'typedNumber', () => $takeNumber(key));
  });
}

/** The same for whole lines that were pasted, in a step after the pasting. */
export function numberPastedLines(editor: LexicalEditor, blockIds: string[]): void {
  const $numbered = () =>
    blockIds.flatMap((id) => {
      const paragraph = $blockById(id);
      if (!$isParagraphNode(paragraph) || !$takesNumbers(paragraph)) return [];
      const line = numberedLine(paragraph.getTextContent());
      return line ? [{ paragraph, line }] : [];
    });
  if (editor.read(() => $numbered().length === 0)) return;
  writeNext(editor, 'typedNumber', () => {
    for (const { paragraph, line } of $numbered()) $makeNumbered(paragraph, line);
  });
}

/** Takes a number off that was written before the words of a line which now has one of its own. */
export function $dropTypedNumber(paragraph: ParagraphNode, kind: 'heading' | 'list'): void {
  const text = paragraph.getTextContent();
  const number = typedNumber(text);
  const isOfKind = kind === 'heading' ? number?.level != null : number?.list != null;
  if (number && isOfKind && number.end < text.length) $cutStart(paragraph, number.end);
}

function $takesNumbers(paragraph: ParagraphNode): boolean {
  return $getState(paragraph, kindState) === '' && !$isLinePart(paragraph) && !$isInCell(paragraph);
}

/** The paragraph whose number was completed by what was just written at the caret. */
function $lineJustNumbered(before: EditorState): NodeKey | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const paragraph = $paragraphOf(selection.anchor.getNode());
  if (!paragraph || !$takesNumbers(paragraph)) return null;
  const text = visibleText(paragraph);
  if (!hasNumberAndMore(text)) return null;
  const earlier = before.read(() => {
    const node = $getNodeByKey(paragraph.getKey());
    return $isParagraphNode(node) ? visibleText(node) : '';
  });
  const added = text.length - earlier.length;
  const caret = $caretPlace(selection.anchor)?.offset ?? 0;
  const isTyped = added > 0 && added <= caret && earlier === text.slice(0, caret - added) + text.slice(caret);
  return isTyped && !hasNumberAndMore(earlier) ? paragraph.getKey() : null;
}

function visibleText(paragraph: ParagraphNode): string {
  return paragraph.getTextContent().replaceAll(ZERO_WIDTH_SPACE, '');
}

/** A blank after the number is enough to say that it is one; a numeral may go on as 一、二、三产业. */
function hasNumberAndMore(text: string): boolean {
  const number = typedNumber(text);
  if (number?.level == null) return false;
  const words = text.slice(number.end);
  return words === '' ? /\s$/u.test(text) : !/^[一二三四五六七八九十、]+$/u.test(words);
}

function $takeNumber(key: NodeKey): void {
  const paragraph = $getNodeByKey(key);
  if (!$isParagraphNode(paragraph)) return;
  const number = typedNumber(visibleText(paragraph));
  if (!number?.level) return;
  $cutStart(paragraph, number.end);
  $setKind(paragraph, 'heading', number.level);
}

function $makeNumbered(paragraph: ParagraphNode, line: NumberedLine): void {
  $cutStart(paragraph, line.end);
  if (line.kind === 'heading') {
    $setKind(paragraph, 'heading', line.level);
    $runIn(paragraph, line.bodyStart - line.end);
    return;
  }
  $setKind(paragraph, 'list-item', 1);
  const previous = paragraph.getPreviousSibling();
  const goesOn =
    $isParagraphNode(previous) &&
    $getState(previous, kindState) === 'list-item' &&
    $getState(previous, levelState) === 1 &&
    $blockProps(previous).list === line.list;
  const { start: _start, ...props } = $blockProps(paragraph);
  $setBlockProps(paragraph, { ...props, list: line.list, ...(!goesOn && line.count !== 1 && { start: line.count }) });
}

/** Text from `start` on runs in after the heading on its line. */
function $runIn(paragraph: ParagraphNode, start: number): void {
  let rest = start;
  for (const text of paragraph.getAllTextNodes()) {
    const size = text.getTextContentSize();
    if (rest <= 0) $setState(text, bodyState, '1');
    else if (rest < size) {
      const [, after] = text.splitText(rest);
      if (after) $setState(after, bodyState, '1');
    }
    rest -= size;
  }
}

/** Cuts characters off the start of a line; the caret stays before the character it stood before. */
function $cutStart(paragraph: ParagraphNode, length: number): void {
  const selection = $getSelection();
  const place = $isRangeSelection(selection) && selection.isCollapsed() ? $caretPlace(selection.anchor) : null;
  const isHere = $isRangeSelection(selection) && ($paragraphOf(selection.anchor.getNode())?.is(paragraph) ?? false);
  let rest = length;
  for (const text of paragraph.getAllTextNodes()) {
    if (rest <= 0) break;
    const content = text.getTextContent();
    const cut = cutOf(content, rest);
    rest -= content.slice(0, cut).replaceAll(ZERO_WIDTH_SPACE, '').length;
    if (cut === content.length) text.remove();
    else text.setTextContent(content.slice(cut));
  }
  if (place && isHere) $putCaret({ line: place.line, offset: Math.max(0, place.offset - length) });
}

/** How many characters of the text hold so many that are seen. */
function cutOf(text: string, visible: number): number {
  let seen = 0;
  let index = 0;
  while (index < text.length && seen < visible) {
    if (text[index] !== '\u200b') seen += 1;
    index += 1;
  }
  return index;
}
