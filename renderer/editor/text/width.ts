import { $isTableSelection } from '@lexical/table';
import { $getSelection, $isRangeSelection, $isTextNode, type RangeSelection, type TextNode } from 'lexical';

const FULL_FORM = 0xfee0;
const wideBlank = '\u3000';

/** ASCII letters, digits and marks in the width of a Chinese character. */
export function fullWidth(text: string): string {
  return text
    .replaceAll(/[!-~]/g, (half) => String.fromCharCode(half.charCodeAt(0) + FULL_FORM))
    .replaceAll(' ', wideBlank);
}

export function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (full) => String.fromCharCode(full.charCodeAt(0) - FULL_FORM))
    .replaceAll(wideBlank, ' ');
}

/** Character for character, so that formats and the selection stay where they are. Fields keep what the case says. */
export function $changeWidth(to: 'full' | 'half'): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return;
  const change = to === 'full' ? fullWidth : halfWidth;
  for (const text of selection.getNodes().filter($isTextNode)) {
    const content = text.getTextContent();
    const [start, end] = $isRangeSelection(selection) ? $selectedPart(selection, text) : [0, content.length];
    const changed = content.slice(0, start) + change(content.slice(start, end)) + content.slice(end);
    if (changed !== content) text.setTextContent(changed);
  }
}

function $selectedPart(selection: RangeSelection, text: TextNode): [number, number] {
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  return [
    first.key === text.getKey() ? first.offset : 0,
    last.key === text.getKey() ? last.offset : text.getTextContentSize(),
  ];
}
