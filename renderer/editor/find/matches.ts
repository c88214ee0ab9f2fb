import { $isLineBreakNode, $isTextNode, type NodeKey, type ParagraphNode } from 'lexical';
import { $isRunObjectNode } from '../nodes/run-object-node.ts';
import { $paragraphs } from '../text/block-tree.ts';
import { $readFormTexts, type FormText } from './form-lines.ts';

export interface Piece {
  key: NodeKey;
  /** Offset of the piece in its line. */
  from: number;
  length: number;
  /** Fields and pictures: found, but not replaced, because their text follows the case. */
  fixed: boolean;
}
export interface Line {
  text: string;
  pieces: Piece[];
  /** Set for a value of head or tail, which has no pieces. */
  form?: FormText;
}
export interface Match {
  line: number;
  from: number;
  to: number;
}

/** Every line of the letter in reading order: head, title, salutation, blocks, paragraphs of table cells, tail. */
export function $readLines(): Line[] {
  const { before, after } = $readFormTexts();
  const lineOf = (form: FormText): Line => ({ text: form.text, pieces: [], form });
  return [...before.map(lineOf), ...[...$paragraphs()].map($readLine), ...after.map(lineOf)];
}

function $readLine(paragraph: ParagraphNode): Line {
  const pieces: Piece[] = [];
  let text = '';
  for (const child of paragraph.getChildren()) {
    const content = $isLineBreakNode(child) ? '\n' : child.getTextContent();
    if ($isTextNode(child) || $isRunObjectNode(child)) {
      pieces.push({ key: child.getKey(), from: text.length, length: content.length, fixed: !$isTextNode(child) });
    }
    text += content;
  }
  return { text, pieces };
}

export function findMatches(lines: Line[], query: string, matchCase: boolean): Match[] {
  if (query === '') return [];
  const escaped = query.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = new RegExp(escaped, matchCase ? 'gu' : 'giu');
  return lines.flatMap(({ text }, line) =>
    [...text.matchAll(pattern)].map((found) => ({ line, from: found.index, to: found.index + found[0].length })),
  );
}

/** The pieces a match runs over, with the part of each it covers. */
export function coveredPieces(line: Line, match: Match): { piece: Piece; from: number; to: number }[] {
  return line.pieces
    .filter((piece) => piece.from < match.to && piece.from + piece.length > match.from)
    .map((piece) => ({
      piece,
      from: Math.max(0, match.from - piece.from),
      to: Math.min(piece.length, match.to - piece.from),
    }));
}
