import type { SourceBlock, SourceDocument } from '../source.ts';
import { contactLine } from './contacts.ts';
import { dateLine } from './dates.ts';
import { fold, squeeze } from './fold.ts';
import type { Line } from './line.ts';
import { findSalutation, isOpening } from './opening.ts';

/** Lines of a head above a salutation: title over several lines, number, category. */
const longestHead = 8;

/**
 * The letters of a source, one each; a source of one letter comes back as it is. A further letter begins where, below
 * the date of the one before, a salutation and an opening stand that are not the first ones printed again.
 */
export function letterSources(source: SourceDocument): SourceDocument[] {
  const starts = letterStarts(source.blocks);
  if (starts.length === 0) return [source];
  const bounds = [0, ...starts, source.blocks.length];
  return bounds.slice(1).map((end, index) => ({
    ...source,
    blocks: source.blocks.slice(bounds[index], end),
    warnings: index === 0 ? source.warnings : [],
  }));
}

interface PlacedLine extends Line {
  /** Index of its block in the source. */
  block: number;
}

function letterStarts(blocks: readonly SourceBlock[]): number[] {
  const lines = blocks.flatMap((block, index): PlacedLine[] => {
    const text = block.kind === 'line' ? block.text.trim() : '';
    if (text === '') return [];
    return [{ id: '', text, key: fold(text), blankBefore: false, indent: 0, block: index }];
  });
  const starts: number[] = [];
  const openings = new Set<string>();
  let from = 0;
  for (const [index, line] of lines.entries()) {
    // A salutation stands right above; looked at first, since any sentence of a letter may read like an opening.
    if (index > 0 && !/(?:[:!]|委员|代表|好。)$/.test(lines[index - 1]?.key ?? '')) continue;
    if (!isOpening(line)) continue;
    const words = squeeze(line.key.slice(0, 300));
    if (from === 0) from = index + 1;
    else if (!openings.has(words)) {
      const start = headStart(lines, from, index);
      if (start === null) continue;
      starts.push(lines[start]?.block ?? 0);
      from = index + 1;
    }
    openings.add(words);
  }
  return starts;
}

/** Where the head above an opening begins, or null where no salutation or no date of a letter before stands there. */
function headStart(lines: readonly PlacedLine[], from: number, opening: number): number | null {
  if (findSalutation(lines.slice(opening - 1, opening + 1), 1) !== 0) return null;
  let date = opening - 2;
  while (date >= from && dateLine(lines[date]?.key ?? '', lines[date]?.text ?? '') === null) date--;
  if (date < from) return null;
  let start = opening - 1;
  while (start > date + 1 && opening - start <= longestHead && !endsLetter(lines[start - 1])) start--;
  return start;
}

/** A line that stands below a letter's signature, or a sentence. */
function endsLetter(line: Line | undefined): boolean {
  if (!line) return true;
  return /^抄 ?[送报]|^附 ?件|^\(.*\)$|[。;]$|印发$/.test(line.key) || contactLine(line.key, line.text) !== null;
}
