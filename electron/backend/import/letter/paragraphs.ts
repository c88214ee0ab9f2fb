import { dateLine } from './dates.ts';
import { findHeadings, labelOf } from './headings.ts';
import type { Line } from './line.ts';

const stop = /[。！？!?：:；;…”"）)」』》】.]$/;
const sentenceEnd = /[。！？!?：:.]$/;
const openEnd = /[，,、（(《“]$/;
const cannotStart = /^[，。、；：！？）》”,;:!?)]/;

/** Length of full lines in a hard-wrapped text, or null. Marks that may not start a line make some a little longer. */
function wrapWidth(lines: readonly Line[]): number | null {
  const full = lines
    .filter((line) => line.text.length >= 15 && !stop.test(line.text) && labelOf(line.key) === null)
    .map((line) => line.text.length)
    .sort((a, b) => a - b);
  const width = full[Math.floor(full.length * 0.6)];
  if (width === undefined || width > 80 || full.length < 2) return null;
  const near = full.filter((length) => length >= width - 4 && length <= width + 5).length;
  const longer = lines.filter((line) => line.text.length > width + 5).length;
  return near >= full.length * (full.length < 5 ? 1 : 0.7) && longer <= lines.length * 0.1 ? width : null;
}

/**
 * Lines put together that make one paragraph. A line goes on in the next when it stops in the middle of a sentence and
 * either ends in a mark that cannot end a paragraph, or the whole text is hard wrapped or parted by blank lines.
 */
export function joinBroken(lines: readonly Line[]): Line[] {
  const width = wrapWidth(lines);
  const blanks = lines.filter((line) => line.blankBefore).length;
  const parted = blanks >= 2 && blanks >= lines.length * 0.25;
  const indented = lines.filter((line) => line.indent >= 2).length;
  const usesIndent = indented >= 2 && indented < lines.length;
  const headings = findHeadings(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && goesOn(last, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map(merge);

  function isFull(line: Line): boolean {
    return width !== null && line.text.length >= width - 4;
  }

  /** Stands for itself: no line goes on before or after it. */
  function isWhole(line: Line): boolean {
    if (line.table || line.pageBreak) return true;
    return headings.get(line)?.bodyStart === line.text.length && !isFull(line);
  }

  function goesOn(last: Line, next: Line): boolean {
    if (isWhole(last) || next.table || next.pageBreak || next.style?.list || next.list || next.style?.heading)
      return false;
    if (cannotStart.test(next.text) || isNumberCut(last, next)) return true;
    const label = labelOf(next.key);
    // A line that begins with a figure and a point or bracket by chance of the wrapping.
    if (label && !(label.level > 2 && isFull(last) && !stop.test(last.text))) return false;
    if (usesIndent && next.indent >= 2) return false;
    if (sentenceEnd.test(last.text))
      return usesIndent && isFull(last) && !next.blankBefore && !/[：:]$/.test(last.text);
    if (stop.test(last.text)) return isFull(last) && !next.blankBefore;
    if (openEnd.test(last.text)) return last.text.length >= 8;
    if (isFull(last)) return true;
    return parted && !next.blankBefore && last.text.length >= 15;
  }
}

/** 联系电话:0755- / 26123456: one telephone number over a line end. */
export function joinCutPhones(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isCut =
      last && /(?:电话|手机|传真|方式)[^。]{0,30}\d{3,4} ?[-—]$/.test(last.key) && /^\d{7,8}/.test(line.key);
    if (isCut) joined[joined.length - 1] = merge([...(last.parts ?? [last]), line]);
    else joined.push(line);
  }
  return joined;
}

/** 达到98. / 6%，…; 2025 / 年; 第1 / 28号: the line end stands inside a number or between a number and its unit. */
function isNumberCut(last: Line, next: Line): boolean {
  if (!/[一-鿿]{2}[^。]*$/.test(last.key) || labelOf(next.key) !== null) return false;
  if (/[\d%][.,:/~～—-]$/.test(last.key) && /^\d/.test(next.key)) return true;
  // A telephone number or a date on a line of its own is whole.
  if (/\d{7}$/.test(last.key) || dateLine(next.key, next.text)) return false;
  return (
    /\d$/.test(last.key) &&
    /^(?:[.%‰℃\d]|[年月日号个项万亿元倍名人户次家件处座台条吨亩米公平立千](?!、))/.test(next.key)
  );
}

function merge(group: Line[]): Line {
  const first = group[0] as Line;
  if (group.length === 1) return first;
  const formats = group.some((line) => line.runs);
  return {
    ...first,
    text: group.map((line) => line.text).join(''),
    key: group.map((line) => line.key).join(''),
    ...(formats && { runs: group.flatMap((line) => line.runs ?? [{ text: line.text }]) }),
    parts: group,
  };
}
