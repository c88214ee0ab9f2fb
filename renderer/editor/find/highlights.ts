import type { LexicalEditor, NodeKey } from 'lexical';
import { coveredPieces, type Line, type Match } from './matches.ts';

const ALL = 'letter-find';
const CURRENT = 'letter-find-current';

/**
 * Marks matches with the CSS Custom Highlight API: no node of the text is touched, so neither the history nor an
 * input method notices. Ranges collapse when the library redraws a line; they are made anew after every change.
 */
export function showHighlights(editor: LexicalEditor, lines: Line[], matches: Match[], current: number): void {
  const others: Range[] = [];
  const now: Range[] = [];
  clearForms(editor);
  matches.forEach((match, index) => {
    const form = formOf(editor, lines, match);
    if (form) form.dataset['find'] = index === current || form.dataset['find'] === 'current' ? 'current' : 'match';
    const range = rangeOf(editor, lines, match);
    if (range) (index === current ? now : others).push(range);
  });
  CSS.highlights.set(ALL, new Highlight(...others));
  CSS.highlights.set(CURRENT, new Highlight(...now));
}

export function clearHighlights(editor: LexicalEditor): void {
  clearForms(editor);
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

export function rangeOf(editor: LexicalEditor, lines: Line[], match: Match): Range | null {
  const line = lines[match.line];
  const covered = line ? coveredPieces(line, match) : [];
  const first = covered[0];
  const last = covered.at(-1);
  const start = first && textNodeOf(editor, first.piece.key);
  const end = last && textNodeOf(editor, last.piece.key);
  if (!first || !last || !start || !end) return null;
  const range = document.createRange();
  range.setStart(start, Math.min(first.from, start.length));
  range.setEnd(end, Math.min(last.to, end.length));
  return range;
}

function textNodeOf(editor: LexicalEditor, key: NodeKey): Text | null {
  let node: Node | null = editor.getElementByKey(key);
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}

/** The form part that shows a match of head or tail; an input has no ranges to highlight, so it is marked as a whole. */
export function formOf(editor: LexicalEditor, lines: Line[], match: Match): HTMLElement | null {
  const field = lines[match.line]?.form?.field;
  if (field === undefined) return null;
  return paperOf(editor)?.querySelector<HTMLElement>(`[data-form-field="${CSS.escape(field)}"]`) ?? null;
}

function clearForms(editor: LexicalEditor): void {
  for (const element of paperOf(editor)?.querySelectorAll<HTMLElement>('[data-find]') ?? [])
    delete element.dataset['find'];
}

function paperOf(editor: LexicalEditor): Element | null {
  return editor.getRootElement()?.closest('.letter-paper') ?? null;
}
