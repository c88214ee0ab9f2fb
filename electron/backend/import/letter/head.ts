import type { DisclosureKind, DocNumber } from '#shared/document/schema.ts';
import { isFooter, isMetadataRow, pageLook } from './chrome.ts';
import { docNumberIn } from './doc-number.ts';
import { fold, squeeze } from './fold.ts';
import { categoryIn, categoryMark, disclosureIn, signerIn } from './head-marks.ts';
import type { Line } from './line.ts';
import { bareTitle, bracketedNumber, findTitle, indexTitle, isTitle, withoutSite } from './title.ts';
import { isUnitName } from './units.ts';

/** Part of the head a line was read as. A line may carry several (文号, 类别 and 公开 often share one). */
export interface HeadParts {
  title?: string;
  titleLines: Line[];
  docNumber?: { printed: string; value: DocNumber | null; line: Line };
  category?: { mark: string; line: Line };
  disclosure?: { kind: DisclosureKind; line: Line };
  signer?: { name: string; line: Line };
  issuer?: { name: string; line: Line };
  urgency?: { text: string; line: Line };
  secrecy?: { text: string; line: Line };
  copyNumber?: { text: string; line: Line };
  /** Lines of the page, in order. */
  junk: Line[];
  /** Page headings that only repeat the title; taken out, but no junk. */
  repeats: Line[];
  /** Long lines that are neither: they stay as text. */
  text: Line[];
  /** Lines that name the case in a page's index (案由: …). */
  metadata: string;
  /** Page headings that name the case as a title does. */
  headings: string;
}

/** Reads everything before the salutation (or the opening, or the text, when the letter `isAnchored` by neither). */
export function readHead(lines: readonly Line[], isAnchored: boolean): HeadParts {
  const parts: HeadParts = { titleLines: [], junk: [], repeats: [], text: [], metadata: '', headings: '' };
  const hasPage = lines.some((line) => isPage(line));
  const range = findTitle(lines, { isAnchored, hasPage });
  if (range) setTitle(parts, lines.slice(range.first, range.last + 1));
  const own = new Set(parts.titleLines);
  for (const [index, line] of lines.entries()) {
    if (own.has(line)) continue;
    const isBeforeTitle = range !== null && index < range.first;
    if (readHeadLine(parts, line, lines[index + 1], isBeforeTitle)) continue;
    if (isPageLine(lines, index, hasPage && (isBeforeTitle || range === null))) parts.junk.push(line);
    else parts.text.push(line);
  }
  return parts;
}

function isPage(line: Line | undefined): boolean {
  return line !== undefined && !line.inWord && (pageLook(line) === 'certain' || isMetadataRow(line.key));
}

/** A line that says nothing of the letter. Short ones belong to a page where its lines stand above the letter. */
function isPageLine(lines: readonly Line[], index: number, isInPage: boolean): boolean {
  const line = lines[index];
  if (!line || line.inWord || line.table) return false;
  if (isPage(line) || isFooter(line)) return true;
  if (line.text.length > 80 && /。/.test(line.text)) return false;
  return isInPage || (pageLook(line) === 'likely' && (isPage(lines[index - 1]) || isPage(lines[index + 1])));
}

function setTitle(parts: HeadParts, lines: Line[]): void {
  const latin = (text: string): boolean => /[0-9A-Za-z]$/.test(text);
  let title = lines.reduce(
    (text, line) => (latin(text) && /^[A-Za-z]/.test(line.text) ? `${text} ${line.text}` : text + line.text),
    '',
  );
  title = withoutSite(bareTitle(lines.length === 1 && isMetadataRow(fold(title)) ? indexTitle(title) : title));
  const last = lines.at(-1);
  const first = lines[0];
  const bracket = bracketedNumber.exec(fold(title));
  if (bracket && last) {
    const text = title.slice(bracket.index + 1, bracket.index + bracket[0].length - 1);
    const inner = { text, key: fold(text) };
    const number = docNumberIn(inner);
    // 编号:B〔2017〕62号 is the number of the case and stays.
    if (number && !/^编号/.test(inner.key)) {
      parts.docNumber = { printed: number.printed, value: number.value, line: last };
      title = title.slice(0, bracket.index).trimEnd();
    }
  }
  const mark = new RegExp(`\\(${categoryMark}类?\\)(?:的函)?$`).exec(fold(title))?.[1];
  if (mark !== undefined && last) parts.category = { mark: mark.toUpperCase(), line: last };
  // 云发函〔2025〕12号 关于…的答复: number and title on one line.
  const lead = docNumberIn({ text: title, key: fold(title) });
  if (first && lead?.start === 0 && title.length > lead.printed.length + 8) {
    parts.docNumber = { printed: lead.printed, value: lead.value, line: first };
    title = title.slice(lead.printed.length).trimStart();
  }
  parts.title = title;
  parts.titleLines = lines;
}

/** False for a line that is no known part of the head. */
function readHeadLine(parts: HeadParts, line: Line, next: Line | undefined, beforeTitle: boolean): boolean {
  if (line.pageBreak) return true;
  if (line.table) return false;
  const { key } = line;
  const bare = squeeze(key);
  const titleKey = parts.title === undefined ? '' : squeeze(parts.title);
  if (titleKey !== '' && isRepeat(squeeze(line.text), titleKey, line.inWord === true)) {
    parts.repeats.push(line);
    return true;
  }
  let carries = false;
  const number = docNumberIn(line);
  if (number && !/上一|下一|[>]/.test(key)) {
    parts.docNumber ??= { printed: number.printed, value: number.value, line };
    carries = true;
  }
  // A tab parts what stands at the two sides of a head.
  const sides = line.text
    .split('\t')
    .map((side) => side.trim())
    .filter((side) => side !== '');
  const mark = categoryIn(key) ?? sides.map((side) => categoryIn(fold(side))).find((found) => found !== null) ?? null;
  if (mark !== null) {
    parts.category ??= { mark, line };
    carries = true;
  }
  const kind = disclosureIn(key);
  if (kind !== null) {
    parts.disclosure ??= { kind, line };
    carries = true;
  }
  const signer = signerIn(line);
  if (signer !== null && signer !== '') {
    parts.signer ??= { name: signer, line };
    carries = true;
  }
  for (const text of sides) {
    const side = squeeze(fold(text));
    if (/^(?:特急|加急|平急)$/.test(side)) parts.urgency ??= { text, line };
    else if (/^(?:绝密|机密|秘密)(?:★.{0,8})?$/.test(side)) parts.secrecy ??= { text, line };
    else if (/^\d{6}$/.test(side) && beforeTitle) parts.copyNumber ??= { text: side, line };
    else continue;
    carries = true;
  }
  if (!carries && (beforeTitle || /文件$/.test(bare)) && isIssuer(bare, line, next, titleKey)) {
    parts.issuer ??= { name: squeeze(line.text).replace(/文件$/, ''), line };
    carries = true;
  }
  if (isMetadataRow(key) || /案 *由|题目|标题/.test(key.slice(0, 12))) parts.metadata += `${line.text}\n`;
  if (carries || line.inWord) return carries;
  const isHeading = isTitle(key) && !isMetadataRow(key) && !bare.includes(':');
  if (isHeading) parts.headings += `${line.text}。`;
  else if (!/^关于.{4,80}(?:提案|建议|议案)\|*$/.test(bare)) return false;
  parts.repeats.push(line);
  return true;
}

/** The red head: an office's name alone, above the document number or the title that names it. */
function isIssuer(bare: string, line: Line, next: Line | undefined, title: string): boolean {
  const name = bare.replace(/文件$/, '');
  if (name.length < 5 || !isUnitName(name)) return false;
  if (name !== bare || line.style?.align === 'center' || line.style?.title) return true;
  return fold(title).startsWith(name) || (next !== undefined && docNumberIn(next) !== null);
}

/** The same title once more, or a line of it; in a Word file only the whole. */
function isRepeat(text: string, title: string, inWord: boolean): boolean {
  // Characters next to figures are lost on one side at times.
  if (inWord) return text === title;
  if (text === title || text.replaceAll('第', '') === title.replaceAll('第', '')) return true;
  const bare = text.replace(bracketedNumber, '');
  return (
    bare === title ||
    (text.length >= 6 &&
      title.length > 10 &&
      (title.startsWith(text) || title.endsWith(text)) &&
      text.length * 4 >= title.length &&
      /答复|复函|回复|关于|对/.test(text))
  );
}
