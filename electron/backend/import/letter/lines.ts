import { newId } from '#shared/lib/ids.ts';
import { cleanLine, codePointName } from '../clean.ts';
import type { SourceBlock, SourceCell, SourceDocument, SourceLine, SourceRun, SourceTable } from '../source.ts';
import type { ImportChange } from '#shared/domain/import-report.ts';
import type { ChangeLog } from './changes.ts';
import { isMetadataRow } from './chrome.ts';
import { withoutStrayBlanks } from './blanks.ts';
import { contactRows } from './contact-table.ts';
import { dateLine } from './dates.ts';
import { fold } from './fold.ts';
import { gluedCuts } from './glued.ts';
import { labelOf } from './headings.ts';
import { layoutLines } from './layout-table.ts';
import { sliceRuns, type Line } from './line.ts';

/** The lines of a source, cleaned, trimmed and cut where line ends were lost; empty ones only leave `blankBefore`. */
export function linesOf(source: SourceDocument, log: ChangeLog): Line[] {
  const lines: Line[] = [];
  const undo: ImportChange['undo'] = [];
  const removed = new Map<number, number>();
  let blank = false;
  let isInHead = true;
  for (const block of withoutLayoutTables(source.blocks)) {
    if (block.kind !== 'line') {
      const contacts = block.kind === 'table' && isBelowDate(lines) ? contactRows(block) : [];
      if (isInHead && block.kind === 'table' && isPageIndex(block)) {
        const inWord = source.format === 'docx';
        lines.push(...block.rows.map((row) => ({ ...rowLine(row), ...(inWord && { inWord }) })));
      } else if (contacts.length > 0) lines.push(...contacts.map(textLine));
      else lines.push(otherLine(block, blank));
      blank = false;
      continue;
    }
    const typed = typedLabel(block);
    const clean = cleanLine(typed + block.text);
    for (const code of clean.removed) removed.set(code, (removed.get(code) ?? 0) + 1);
    const text = clean.text.trim();
    if (text === '') {
      blank = true;
      continue;
    }
    const line: Line = { id: newId(), text, key: fold(text), blankBefore: blank, indent: indentOf(clean.text) };
    if (source.format === 'docx') line.inWord = true;
    const runs = formattedRuns(block, typed, clean.text, text);
    if (runs) line.runs = runs;
    if (block.style) line.style = typed === '' && !isNumberedByHand(block) ? block.style : withoutList(block.style);
    if (typed !== '' && block.style?.list && text.startsWith(typed)) line.list = block.style.list;
    blank = false;
    isInHead &&= !beginsLetter(line);
    lines.push(line);
    if ((clean.removed.length > 0 || clean.code) && clean.restorable) {
      undo.push({ op: 'replace', blockId: line.id, from: text, to: (typed + block.text).trim() });
    }
  }
  if (removed.size > 0 || undo.length > 0) {
    const names =
      removed.size > 0 ? [...removed].map(([code, count]) => `${codePointName(code)}×${count}`).join(' ') : '<!-- -->';
    log.change('characters.removed', names, '', undo[0]?.op === 'replace' ? undo[0].blockId : null, undo);
  }
  const cut = lines
    .filter((line) => line.text !== '' || line.table || line.pageBreak)
    .flatMap((line) => cutGlued(line, lines.length, log));
  return takeOutBlanks(cut, log);
}

/** Blanks that stand in a sentence by mistake, taken out in one step; where a paragraph may end is told. */
function takeOutBlanks(lines: readonly Line[], log: ChangeLog): Line[] {
  const undo: ImportChange['undo'] = [];
  const cleaned = lines.map((line) => {
    const clean = withoutStrayBlanks(line);
    if (!clean) return line;
    undo.push({ op: 'replace', blockId: line.id, from: clean.line.text, to: line.text });
    for (const words of clean.lostEnds)
      log.warn('paragraph.glued', 'A blank after a full stop may be a lost paragraph end.', words);
    return clean.line;
  });
  const [first] = undo;
  if (first?.op === 'replace') log.change('blanks.removed', first.to, first.from, first.blockId, undo);
  return cleaned;
}

/** The automatic number of a line as its author would have typed it. Bullets are none: they are kept as list items. */
export function typedLabel(line: SourceLine): string {
  const label = line.style?.list?.label ?? '';
  if (!/[\p{L}\p{N}]/u.test(label) || isNumberedByHand(line)) return '';
  return /[A-Za-z\d条章节款项步]$/.test(label) ? `${label}　` : label;
}

function withoutList(style: NonNullable<SourceLine['style']>): NonNullable<SourceLine['style']> {
  const { list: _list, ...rest } = style;
  return rest;
}

function indentOf(text: string): number {
  let width = 0;
  for (const character of /^\s*/.exec(text.slice(0, 100))?.[0] ?? '')
    width += character === '\u3000' || character === '\t' ? 2 : 1;
  return width;
}

const rowText = (row: SourceCell[]): string =>
  row
    .map((cell) => cell.lines.map((line) => (typedLabel(line) + line.text).trim()).join(' '))
    .filter((text) => text !== '')
    .join(' ');

/** The author typed a number of the same kind, and the program put one of its own before it. */
function isNumberedByHand({ text, style }: SourceLine): boolean {
  const automatic = labelOf(fold(style?.list?.label ?? ''));
  return automatic !== null && labelOf(fold(text.trimStart().slice(0, 30)))?.level === automatic.level;
}

function withoutLayoutTables(blocks: readonly SourceBlock[]): SourceBlock[] {
  let isInHead = true;
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.kind === 'line') isInHead &&= !beginsLetter({ key: fold(block.text.trim()) });
    return (block.kind === 'table' ? layoutLines(block, isInHead) : null) ?? [block];
  });
}

/** Addresses somebody or speaks at length: the letter has begun. */
function beginsLetter({ key }: Pick<Line, 'key'>): boolean {
  return key.length > 80 || /收悉|如下/.test(key) || (/^[^:]{2,60}: *$/.test(key) && !isMetadataRow(key));
}

/** The index table a web site prints over a letter (索引号, 发布机构 …): its rows are read like lines. */
function isPageIndex(table: SourceTable): boolean {
  const rows = table.rows.map(rowText).filter((text) => text !== '');
  const index = rows.filter((text) => isMetadataRow(fold(text))).length;
  return table.rows.length <= 20 && index * 2 >= rows.length && index > 0;
}

/** A table right below the date of a letter, a line or two between. */
function isBelowDate(lines: readonly Line[]): boolean {
  return lines.slice(-3).some(({ key, text }) => dateLine(key, text) !== null);
}

function rowLine(row: SourceCell[]): Line {
  return textLine(rowText(row));
}

function textLine(source: string): Line {
  const text = cleanLine(source).text.trim();
  return { id: newId(), text, key: fold(text), blankBefore: false, indent: 0 };
}

function otherLine(block: Exclude<SourceBlock, SourceLine>, blankBefore: boolean): Line {
  const line: Line = { id: newId(), text: '', key: '', blankBefore, indent: 0 };
  return block.kind === 'table' ? { ...line, table: block } : { ...line, pageBreak: true };
}

/** Formats that still fit the text: a line whose characters had to be cleaned loses them. */
function formattedRuns(block: SourceLine, label: string, text: string, trimmed: string): SourceRun[] | null {
  if (!block.runs?.some((run) => run.bold || run.italic || run.underline) || text !== label + block.text) return null;
  const runs = label === '' ? block.runs : [{ text: label }, ...block.runs];
  const start = text.length - text.trimStart().length;
  return sliceRuns(runs, start, start + trimmed.length);
}

/** Salutation, opening and more on one line: the parts, reported as one change. */
function cutGlued(line: Line, lineCount: number, log: ChangeLog): Line[] {
  if (line.table || line.pageBreak || line.text.length < 12) return [line];
  const cuts = line.text.length > 100_000 ? [] : gluedCuts(line.key, lineCount <= 6);
  if (cuts.length === 0) return [line];
  const parts: Line[] = [];
  const bounds = [0, ...cuts, line.text.length];
  const undo: ImportChange['undo'] = [];
  let end = 0;
  for (let index = 0; index + 1 < bounds.length; index++) {
    const piece = line.text.slice(bounds[index], bounds[index + 1]);
    const text = piece.trim();
    if (text === '') continue;
    const start = (bounds[index] ?? 0) + piece.length - piece.trimStart().length;
    const part: Line = {
      id: parts.length === 0 ? line.id : newId(),
      text,
      key: line.key.slice(start, start + text.length),
      blankBefore: parts.length === 0 && line.blankBefore,
      indent: line.indent,
    };
    if (line.runs) part.runs = sliceRuns(line.runs, start, start + text.length);
    if (line.style?.align) part.style = { align: line.style.align };
    if (line.inWord) part.inWord = true;
    const previous = parts.at(-1);
    // Joined from the end on, so that every pair still exists when its turn comes.
    if (previous)
      undo.unshift({ op: 'join', blockId: previous.id, next: part.id, between: line.text.slice(end, start) });
    end = start + text.length;
    parts.push(part);
  }
  if (parts.length < 2) return [line];
  log.change('paragraph.split', line.text, parts.map((part) => part.text).join('\n'), line.id, undo);
  return parts;
}
