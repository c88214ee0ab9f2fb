import { newId } from '#shared/lib/ids.ts';
import { paragraph, section } from '#shared/document/create.ts';
import { isClosingFormula } from '#shared/document/closing-formula.ts';
import { listLabel } from '#shared/document/numbering.ts';
import {
  listStyles,
  type Block,
  type Format,
  type ListStyle,
  type Run,
  type Section,
  type SectionRole,
} from '#shared/document/schema.ts';
import { cleanLine } from '../clean.ts';
import type { SourceLine, SourceRun, SourceTable } from '../source.ts';
import { runsText } from '#shared/document/plain-text.ts';
import type { ChangeLog } from './changes.ts';
import { fold } from './fold.ts';
import { findHeadings, type HeadingMatch } from './headings.ts';
import { sliceRuns, type Line } from './line.ts';
import { typedLabel } from './lines.ts';
import { widenPunctuation } from './widen.ts';

/** A block and the lines it was made of. */
export interface BuiltBlock {
  block: Block;
  lines: Line[];
  /** Text as read, without the number of a heading. */
  raw: string;
  /** Texts of table cells as read, by the id of the paragraph they became. */
  cells?: { blockId: string; raw: string; wide: string }[];
  heading: HeadingMatch | null;
}

/** Blocks of body lines: headings, paragraphs (joined by `joinBroken` before), list items, tables. */
export function buildBlocks(lines: readonly Line[], log: ChangeLog): BuiltBlock[] {
  const headings = findHeadings(lines);
  const built = lines.map((line) => {
    if (line.parts) reportJoin(line.parts, log);
    return buildBlock(line, headings.get(line) ?? null);
  });
  dropImpliedStarts(built.map(({ block }) => block));
  return built;
}

/** Lines that keep their typed numbers: those of another letter count for themselves. */
export function buildPlainBlocks(lines: readonly Line[]): BuiltBlock[] {
  return lines.map((line) => buildBlock(line, null));
}

/** Leaves a list item its start only where the count by itself would come to another number. */
function dropImpliedStarts(blocks: readonly Block[]): void {
  const open: { style: ListStyle; count: number }[] = [];
  for (const { type, level, props } of blocks) {
    const depth = type === 'list-item' ? (level ?? 1) : 0;
    open.length = Math.min(open.length, depth);
    if (depth === 0) continue;
    const style = props?.list ?? 'bullet';
    const current = open[depth - 1];
    const next = current?.style === style ? current.count + 1 : 1;
    open[depth - 1] = { style, count: props?.start ?? next };
    if (props?.start === next) delete props.start;
  }
}

function reportJoin(group: Line[], log: ChangeLog): void {
  const first = group[0] as Line;
  // From the last line up, so that what is cut off always stands at the end of the block.
  const undo = group
    .slice(1)
    .reverse()
    .map((line) => ({ op: 'split' as const, blockId: first.id, id: line.id, to: line.text }));
  const before = group.map((line) => line.text).join('\n');
  log.change('paragraph.joined', before, before.replaceAll('\n', ''), first.id, undo);
  log.warn('paragraphs.rejoined', 'Lines broken inside a sentence were joined.', before);
}

function buildBlock(line: Line, heading: HeadingMatch | null): BuiltBlock {
  const lines = line.parts ?? [line];
  if (line.table) return { ...tableBlock(line.id, line.table), lines, raw: '', heading: null };
  if (line.pageBreak) return { block: { id: line.id, type: 'page-break', runs: [] }, lines, raw: '', heading: null };
  const counted = heading ? null : countedItem(line);
  const start = heading?.end ?? counted?.end ?? 0;
  const raw = line.text.slice(start);
  const wide = widenPunctuation(line.text).slice(start);
  if (heading) {
    const cut = heading.bodyStart - start;
    const runs: Run[] = cut > 0 ? [{ text: wide.slice(0, cut) }] : [];
    if (cut < wide.length) runs.push({ text: wide.slice(cut), format: { body: true } });
    return { block: { id: line.id, type: 'heading', level: heading.level, runs }, lines, raw, heading };
  }
  const runs = formatted(wide, line.runs ? sliceRuns(line.runs, start, line.text.length) : null);
  const align = line.style?.align;
  const list = counted ?? line.style?.list;
  const block: Block = list
    ? {
        id: line.id,
        type: 'list-item',
        level: list.level,
        props: { list: list.style, ...('start' in list && { start: list.start }) },
        runs,
      }
    : { id: line.id, type: 'paragraph', ...(align && { props: { align } }), runs };
  return { block, lines, raw, heading: null };
}

/** An automatically numbered line that is no heading, if the model's lists print its number as it was. */
function countedItem(line: Line): { end: number; style: ListStyle; level: number; start: number } | null {
  if (!line.list || line.parts) return null;
  const { label, level } = line.list;
  const style = listStyles.find((other) => fold(listLabel(other, numberIn(label))) === fold(label));
  return style ? { end: label.length, style, level, start: numberIn(label) } : null;
}

/** The number an automatic label shows, 0 for none. */
function numberIn(label: string): number {
  const figure = /\d+/.exec(label.normalize('NFKC'))?.[0];
  return Number(figure ?? 0);
}

/** The text in runs of the source's formats; `text` is as long as the runs together. */
function formatted(text: string, runs: SourceRun[] | null): Run[] {
  if (!runs) return [{ text }];
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const format: Format = {};
    if (run.bold) format.bold = true;
    if (run.italic) format.italic = true;
    if (run.underline) format.underline = true;
    const slice = text.slice(at, at + run.text.length);
    at += run.text.length;
    const last = out.at(-1);
    if (last && JSON.stringify(last.format ?? {}) === JSON.stringify(format)) last.text += slice;
    else out.push(Object.keys(format).length > 0 ? { text: slice, format } : { text: slice });
  }
  return out;
}

function tableBlock(id: string, table: SourceTable): Pick<BuiltBlock, 'block' | 'cells'> {
  const width = Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)));
  const cells: NonNullable<BuiltBlock['cells']> = [];
  const cellParagraph = (line: SourceLine): Block => {
    const raw = cleanLine(typedLabel(line) + line.text).text.trim();
    const align = line.style?.align;
    const block = paragraph(widenPunctuation(raw), align && { align });
    cells.push({ blockId: block.id, raw, wide: runsText(block.runs) });
    return block;
  };
  const rows = table.rows.map((row) => ({
    id: newId(),
    cells: row.map((cell) => ({
      id: newId(),
      ...(cell.colSpan !== undefined && cell.colSpan > 1 && { colSpan: Math.min(cell.colSpan, 64) }),
      ...(cell.rowSpan !== undefined && cell.rowSpan > 1 && { rowSpan: Math.min(cell.rowSpan, 1000) }),
      blocks: (cell.lines.length > 0 ? cell.lines : [{ kind: 'line' as const, text: '' }]).map(cellParagraph),
    })),
  }));
  const columns = Array.from({ length: Math.min(width, 64) }, (_, index) => ({
    width: table.columns?.length === width ? (table.columns[index] ?? 1) : 1,
  }));
  return {
    block: {
      id,
      type: 'table',
      runs: [],
      table: { headerRows: Math.min(table.headerRows, rows.length), columns, rows },
    },
    cells,
  };
}

const planWords = /下一步|下步|下阶段|今后|接下来|打算|计划|工作安排|努力方向|下一阶段|未来|思路|工作措施|工作建议/;
const progressWords = /进展|情况|做法|成效|现状|落实|开展|已[经做]|前期|工作基础|办理|举措|主要工作|目前/;

function roleOf(heading: string): SectionRole {
  if (planWords.test(heading)) return 'plan';
  return progressWords.test(heading) ? 'progress' : 'other';
}

/** Parts the body by its first-level headings, or by position and wording where there are none. */
export function buildSections(built: readonly BuiltBlock[], opening: string | null): Section[] {
  let closingFrom = built.length;
  const openingAt = built.findIndex((item) => item.block.id === opening);
  while (closingFrom - 1 > Math.max(openingAt, 0) && isClosing(built[closingFrom - 1])) closingFrom--;
  const sections: Section[] = [section('opening', [])];
  const used = new Set<SectionRole>(['opening']);
  const start = (role: SectionRole, heading?: Block): void => {
    const free = used.has(role) ? 'other' : role;
    used.add(free);
    sections.push(section(free, [], heading));
  };
  const titled = built.some(opensSection);
  for (const [index, item] of built.entries()) {
    const { block } = item;
    if (index === closingFrom) start('closing');
    else if (opensSection(item)) {
      start(roleOf(runsText(block.runs.filter((run) => !run.format?.body))), block);
      continue;
    } else if (!titled && index === openingAt + 1 && index > 0) start(startsPlan(block) ? 'plan' : 'progress');
    else if (!titled && index > openingAt + 1 && !used.has('plan') && startsPlan(block)) start('plan');
    sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** A first-level heading with words; a numbered paragraph in its series opens none. */
function opensSection({ block, heading }: BuiltBlock): boolean {
  return block.type === 'heading' && block.level === 1 && heading !== null && heading.bodyStart > heading.end;
}

function startsPlan(block: Block): boolean {
  return /^(?:下一步|下步|今后|接下来|下阶段|下一阶段|在今后的工作中)/.test(runsText(block.runs).slice(0, 20));
}

function isClosing(item: BuiltBlock | undefined): boolean {
  return item?.block.type === 'paragraph' && isClosingFormula(runsText(item.block.runs));
}
