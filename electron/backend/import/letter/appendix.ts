import { chineseToNumber } from './chinese-number.ts';
import { squeeze } from './fold.ts';
import { labelOf } from './headings.ts';
import type { Line } from './line.ts';

/** The text of one attachment, as it follows the letter. */
export interface AttachmentLines {
  /** Place in the list 附件：, from 0, or null when the list has no item for it. */
  item: number | null;
  /** Title above the text, '' where the list says it or none stands there. */
  title: string;
  /** The mark (附件1), the page break before it, and the lines of a title the list has already or will get. */
  head: Line[];
  body: Line[];
  isLandscape: boolean;
}

export interface Appendix {
  /** Text after the letter that is no attachment as far as can be seen. */
  loose: Line[];
  attachments: AttachmentLines[];
}

/** 附件1, 附件一, 附件 — alone or with its title behind it. */
const mark = /^附 *件 *(\d{1,2}|[一二三四五六七八九十]{1,3})? *(?:[:、.] *| +|$)(.*)$/;
const longestTitle = 80;
const longestBrokenTitle = 3;

/** `titles` are those of the list. Only lines with a mark, or with the title of an item at the top of a page, begin one. */
export function partAppendix(lines: readonly Line[], titles: readonly string[]): Appendix {
  const appendix: Appendix = { loose: [], attachments: [] };
  const keys = titles.map(titleKey);
  const taken = new Set<number>();
  let current: AttachmentLines | null = null;
  let breaks: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.pageBreak) {
      breaks.push(line);
      continue;
    }
    const isOnTop = breaks.length > 0 || index === 0;
    const start = startOf(line, lines, index, { keys, taken, isOnTop, count: appendix.attachments.length });
    if (start) {
      if (start.item !== null) taken.add(start.item);
      const { head } = start;
      current = {
        ...start,
        head: [...breaks, ...head],
        body: head.length > 0 ? [] : [line],
        isLandscape: line.style?.landscape === true,
      };
      appendix.attachments.push(current);
      index += Math.max(head.length, 1) - 1;
    } else {
      (current?.body ?? appendix.loose).push(...breaks, line);
    }
    breaks = [];
  }
  return appendix;
}

interface Place {
  keys: readonly string[];
  taken: ReadonlySet<number>;
  isOnTop: boolean;
  /** Attachments begun before. */
  count: number;
}

function startOf(
  line: Line,
  lines: readonly Line[],
  index: number,
  { keys, taken, isOnTop, count }: Place,
): Omit<AttachmentLines, 'body' | 'isLandscape'> | null {
  if (line.table) return null;
  const found = line.key.length <= longestTitle + 6 ? mark.exec(line.key) : null;
  if (!found) {
    const item = isOnTop ? itemBelow(lines, index, keys, taken) : null;
    return item && { item: item.place, title: '', head: item.lines };
  }
  const number = numberOf(found[1]);
  const inline = line.text.slice(line.key.length - (found[2] ?? '').length).trim();
  // In running text 附件2 … may begin a line; the next in the count, or one at the top of a page, begins a text.
  if (inline !== '' && !isOnTop && number !== count + 1) return null;
  if (inline !== '' && /[。;；]$/.test(inline)) return null;
  const below = inline === '' ? itemBelow(lines, index + 1, keys, taken) : null;
  const named = inline === '' ? (below?.place ?? null) : placeOf(titleKey(inline), keys, taken);
  const counted = number === null ? (keys.length === 1 ? 0 : null) : number - 1;
  const free = counted !== null && counted < keys.length && !taken.has(counted) ? counted : null;
  const item = named ?? free;
  const head = [line, ...(below && below.place === item ? below.lines : [])];
  // The list says what the title is; other words above the text stay text.
  if (item !== null) return { item, title: '', head: inline !== '' && named !== item ? [] : head };
  if (inline !== '') return { item, title: inline, head };
  const next = lines[index + 1];
  return next && looksLikeTitle(next) ? { item, title: next.text, head: [...head, next] } : { item, title: '', head };
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d/.test(text) ? Number(text) : chineseToNumber(text);
}

function titleKey(title: string): string {
  return squeeze(title).replace(/[《》\s]/g, '');
}

function placeOf(key: string, keys: readonly string[], taken: ReadonlySet<number>): number | null {
  const place = keys.findIndex((other, index) => other === key && !taken.has(index));
  return place < 0 ? null : place;
}

/** The item whose title stands in the next lines, broken or not. */
function itemBelow(
  lines: readonly Line[],
  from: number,
  keys: readonly string[],
  taken: ReadonlySet<number>,
): { place: number; lines: Line[] } | null {
  const own: Line[] = [];
  for (const line of lines.slice(from, from + longestBrokenTitle)) {
    if (line.table || line.pageBreak || line.text.length > longestTitle) break;
    own.push(line);
    const place = placeOf(titleKey(own.map(({ text }) => text).join('')), keys, taken);
    if (place !== null) return { place, lines: own };
  }
  return null;
}

function looksLikeTitle(line: Line): boolean {
  if (line.table || line.pageBreak || line.text.length > longestTitle) return false;
  return !/[。；;：:，,]$/.test(line.text) && labelOf(line.key) === null;
}
