import type { Line } from './line.ts';
import { labelOf } from './headings.ts';

const stop = /[。！？!?：:；;…”"）)」』》】]$/;
const openEnd = /[，,、（(《“]$/;

/** Lengths of hard-wrapped lines vary by a character or two: a full-width mark may not start a line. */
function wrapWidth(lines: readonly Line[]): number | null {
  const full = lines.filter((line) => line.text.length >= 15 && !stop.test(line.text)).map((line) => line.text.length);
  if (full.length < 4) return null;
  const width = Math.max(...full);
  const near = full.filter((length) => length >= width - 3).length;
  return width <= 80 && near >= full.length * 0.7 ? width : null;
}

/**
 * Groups of lines that make one paragraph. A line goes on in the next when it stops in the middle of a sentence and
 * either ends in a mark that cannot end a paragraph, or the whole text is hard wrapped or parted by blank lines.
 */
export function joinBroken(lines: readonly Line[], isWhole: (line: Line) => boolean): Line[][] {
  const width = wrapWidth(lines);
  const blanks = lines.filter((line) => line.blankBefore).length;
  const parted = blanks >= 2 && blanks >= lines.length * 0.25;
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, line)) group.push(line);
    else groups.push([line]);
  }
  return groups;

  function goesOn(last: Line, next: Line): boolean {
    if (isWhole(last) || isWhole(next) || labelOf(next.key) || next.style?.list || next.style?.heading) return false;
    if (/^[，。、；：！？）》”,;:!?)]/.test(next.text)) return true;
    if (stop.test(last.text))
      return width !== null && last.text.length >= width - 1 && !/[。！？!?]$/.test(last.text) && !next.blankBefore;
    if (openEnd.test(last.text)) return last.text.length >= 8;
    if (width !== null && last.text.length >= width - 3) return true;
    return parted && !next.blankBefore && last.text.length >= 15;
  }
}
