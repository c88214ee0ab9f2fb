import { $isTableSelection } from '@lexical/table';
import { $getSelection, $getState, $isRangeSelection, type LexicalNode, type RangeSelection } from 'lexical';
import type { FieldName } from '#shared/document/schema.ts';
import type { BlockStyle, Caret, LetterPart, SelectionState } from '../api.ts';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $blockProps, blockIdState, headerRowsState, kindState } from '../nodes/state.ts';
import { $paragraphOf, $sectionOf, $topBlockOf } from '../text/block-tree.ts';
import { $caretPlace } from '../text/caret-place.ts';
import { $isRedacted } from '../text/redaction.ts';
import { $cellsHaveFormat } from '../text/selected-cells.ts';
import { $cellAlign, $selectedParagraphs, $styleOf } from '../text/styles.ts';
import { $currentTable } from '../text/tables.ts';

/** What the text says about the selection; history and read-only are added by the session. */
export type TextSelection = Omit<SelectionState, 'canUndo' | 'canRedo' | 'readOnly'>;

export const noSelection: TextSelection = {
  part: null,
  sectionId: null,
  sectionRole: null,
  blockId: null,
  blockType: null,
  style: null,
  styleEnabled: false,
  bold: false,
  italic: false,
  underline: false,
  redacted: false,
  inTable: false,
  tableHeader: null,
  cellAlign: null,
  prompt: null,
  field: null,
  isRange: false,
};

export function $readSelection(): TextSelection {
  const selection = $getSelection();
  if (!selection) return noSelection;
  const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection.getNodes().at(-1);
  const section = node ? $sectionOf(node) : null;
  if (!node || !section) return noSelection;
  const part: LetterPart = section.getPart() === 'section' ? 'body' : (section.getPart() as LetterPart);
  const inBody = part === 'body';
  const block = inBody ? $topBlockOf(node) : null;
  const paragraph = $paragraphOf(node);
  const table = $currentTable();
  const style = inBody ? $commonStyle() : null;
  return {
    part,
    sectionId: inBody ? section.getSectionId() : null,
    sectionRole: inBody ? section.getRole() : null,
    blockId: block ? $getState(block, blockIdState) : null,
    blockType: !block
      ? null
      : block.getType() === 'paragraph'
        ? $getState(block, kindState) || 'paragraph'
        : (block.getType() as 'table' | 'page-break'),
    style,
    styleEnabled: inBody && paragraph !== null,
    bold: $hasFormat(selection, 'bold'),
    italic: $hasFormat(selection, 'italic'),
    underline: $hasFormat(selection, 'underline'),
    redacted: $isRedacted(),
    inTable: table !== null,
    tableHeader: table ? $getState(table, headerRowsState) > 0 : null,
    cellAlign: table ? $cellAlign() : null,
    prompt: inBody && paragraph ? ($blockProps(paragraph).prompt ?? '') : null,
    field: $fieldAt(selection),
    isRange: $isTableSelection(selection) || ($isRangeSelection(selection) && !selection.isCollapsed()),
  };
}

export function $readCaret(): Caret | null {
  const selection = $getSelection();
  const place = $isRangeSelection(selection) ? $caretPlace(selection.focus) : null;
  if (!place) return null;
  if (place.line === 'title' || place.line === 'salutation') {
    return { part: place.line, blockId: null, offset: place.offset };
  }
  return { part: 'body', blockId: place.line === '' ? null : place.line, offset: place.offset };
}

function $hasFormat(selection: unknown, format: 'bold' | 'italic' | 'underline'): boolean {
  if ($isTableSelection(selection)) return $cellsHaveFormat(selection, format);
  return $isRangeSelection(selection) && selection.hasFormat(format);
}

function $commonStyle(): BlockStyle | null {
  const styles = new Set($selectedParagraphs().map($styleOf));
  const [only] = styles;
  return styles.size === 1 && only !== undefined ? only : null;
}

function $fieldAt(selection: ReturnType<typeof $getSelection>): FieldName | null {
  const node = $selectedObject(selection);
  return $isRunObjectNode(node) ? node.getField() : null;
}

/** The one object that is selected, or the one right before or after a caret. */
export function $selectedObject(selection: ReturnType<typeof $getSelection>): LexicalNode | null {
  if (!$isRangeSelection(selection)) return null;
  if (selection.isCollapsed()) return $neighbours(selection).find($isRunObjectNode) ?? null;
  // A range around an object also touches its neighbours, at their edges.
  const [only, ...others] = selection.getNodes().filter($isRunObjectNode);
  return only && others.length === 0 && selection.getTextContent() === only.getTextContent() ? only : null;
}

function $neighbours({ anchor }: RangeSelection): (LexicalNode | null)[] {
  const node = anchor.getNode();
  if (anchor.type === 'element' && 'getChildAtIndex' in node) {
    return [node.getChildAtIndex(anchor.offset - 1), node.getChildAtIndex(anchor.offset)];
  }
  const before = anchor.offset === 0 ? node.getPreviousSibling() : null;
  const after = anchor.offset === node.getTextContentSize() ? node.getNextSibling() : null;
  return [before, after];
}
