import { newId } from '#shared/lib/ids.ts';
import type { Block, Format, ListStyle, Run, TableCell } from '#shared/document/schema.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';

/**
 * Blocks of pasted HTML: what a letter can hold of it (text, bold, italic, underline, headings, lists, tables) and
 * nothing else. Knows the marks of Word, WPS and Excel clipboards: `mso-list` paragraphs, outline levels, hidden
 * text, tracked deletions. Never loads anything: the document comes from `DOMParser`, which runs no script.
 */
export function blocksOfHtml(html: string): Block[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const reader = new BlockReader();
  reader.readChildren(body, {});
  reader.endLine();
  return reader.blocks;
}

const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'META',
  'LINK',
  'TITLE',
  'TEMPLATE',
  'IMG',
  'SVG',
  'OBJECT',
  'DEL',
  'NOSCRIPT',
  'XML',
]);
const blockTags = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE BLOCKQUOTE PRE UL OL LI DL DT DD FIGURE ADDRESS CENTER FORM H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);

/** What the line being read is; none means a paragraph. */
type LineKind = Pick<Block, 'type' | 'level' | 'props'> | undefined;

class BlockReader {
  readonly blocks: Block[] = [];
  #runs: Run[] = [];
  #kind: LineKind;

  endLine(): void {
    const runs = tidied(this.#runs);
    this.#runs = [];
    if (runs.length === 0) return;
    this.blocks.push({ id: newId(), type: 'paragraph', ...this.#kind, runs });
  }

  readChildren(parent: Node, format: Format): void {
    for (const child of parent.childNodes) {
      if (child instanceof Text) this.#addText(child.data, format);
      else if (child instanceof HTMLElement || child instanceof Element) this.#readElement(child, format);
    }
  }

  #readElement(element: Element, format: Format): void {
    const tag = element.tagName.toUpperCase();
    const style = element.getAttribute('style') ?? '';
    if (dropped.has(tag) || isHidden(style)) return;
    if (tag === 'BR') {
      this.#runs.push({ text: '\n', object: { type: 'break' } });
    } else if (tag === 'TABLE') {
      this.endLine();
      const table = readTable(element);
      if (table) this.blocks.push(table);
    } else if (blockTags.has(tag)) {
      this.endLine();
      const outer = this.#kind;
      this.#kind = kindOf(element, tag, style) ?? outer;
      this.readChildren(element, formatOf(tag, style, format));
      this.endLine();
      this.#kind = outer;
    } else {
      this.readChildren(element, formatOf(tag, style, format));
    }
  }

  #addText(data: string, format: Format): void {
    // Source line ends are no spaces between Chinese characters.
    const text = withoutUnwantedCharacters(
      data
        .replaceAll(/(?<=[\u2e80-\uffef])[\t\r\n ]*[\r\n][\t\r\n ]*(?=[\u2e80-\uffef])/gu, '')
        .replaceAll(/[\t\r\n ]+/g, ' ')
        .replaceAll('\u00a0', ' '),
    );
    if (text !== '') this.#runs.push({ text, ...(Object.keys(format).length > 0 && { format }) });
  }
}

/** Merged where they look alike, without blanks and breaks at the ends and without typed first-line indents. */
function tidied(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && !last.object && !run.object && JSON.stringify(last.format) === JSON.stringify(run.format)) {
      last.text += run.text;
    } else {
      result.push({ ...run });
    }
  }
  const trim = (edge: () => Run | undefined, cut: (text: string) => string, drop: () => void) => {
    for (let run = edge(); run; run = edge()) {
      if (!run.object) run.text = cut(run.text);
      if (!run.object && run.text !== '') return;
      if (run.object && run.object.type !== 'break') return;
      drop();
    }
  };
  trim(
    () => result[0],
    (text) => text.replace(/^[\s\u3000]+/u, ''),
    () => result.shift(),
  );
  trim(
    () => result.at(-1),
    (text) => text.replace(/[\s\u3000]+$/u, ''),
    () => result.pop(),
  );
  return result;
}

function isHidden(style: string): boolean {
  // `mso-list:Ignore` is the printed label of a list item, which the letter computes itself.
  return /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style);
}

function formatOf(tag: string, style: string, outer: Format): Format {
  const format: Format = { ...outer };
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (tag === 'B' || tag === 'STRONG' || weight === 'bold' || Number(weight) >= 600) format.bold = true;
  if (weight === 'normal' || Number(weight) <= 500) delete format.bold;
  if (tag === 'I' || tag === 'EM' || /font-style\s*:\s*italic/i.test(style)) format.italic = true;
  if (/font-style\s*:\s*normal/i.test(style)) delete format.italic;
  if (tag === 'U' || /text-decoration[^;]*underline/i.test(style)) format.underline = true;
  return format;
}

function kindOf(element: Element, tag: string, style: string): LineKind {
  const outline = /^H([1-6])$/.exec(tag)?.[1] ?? /mso-outline-level\s*:\s*([1-9])/i.exec(style)?.[1];
  if (outline !== undefined) return { type: 'heading', level: Math.min(4, Number(outline)) };
  if (tag === 'LI') {
    const ordered = element.parentElement?.tagName === 'OL';
    return listItem(listDepth(element), ordered ? 'decimal' : 'bullet');
  }
  const wordLevel = /mso-list\s*:[^;]*level(\d)/i.exec(style)?.[1];
  if (wordLevel === undefined) return undefined;
  return wordListItem(element, Number(wordLevel));
}

function listItem(level: number, list: ListStyle): LineKind {
  return { type: 'list-item', level: Math.min(4, Math.max(1, level)), props: { list } };
}

function listDepth(item: Element): number {
  let depth = 0;
  for (let list = item.closest('ul,ol'); list; list = list.parentElement?.closest('ul,ol') ?? null) depth += 1;
  return depth;
}

/** Word keeps the printed label in a part marked to be ignored; it tells the kind of list, or a numbered heading. */
function wordListItem(element: Element, level: number): LineKind {
  const marker = [...element.querySelectorAll('[style]')].find((part) =>
    /mso-list\s*:\s*ignore/i.test(part.getAttribute('style') ?? ''),
  );
  const label = marker?.textContent?.trim() ?? '';
  if (/^[一二三四五六七八九十百]+、/u.test(label)) return { type: 'heading', level: 1 };
  if (/^[（(][一二三四五六七八九十百]+[）)]/u.test(label)) return { type: 'heading', level: 2 };
  if (/^[（(]\d+[）)]/u.test(label)) return listItem(level, 'paren');
  if (/^[①-⑳]/u.test(label)) return listItem(level, 'circled');
  return listItem(level, /^\d/.test(label) ? 'decimal' : 'bullet');
}

const MAX_COLUMNS = 64;
const MAX_SPAN = 1000;

function readTable(table: Element): Block | null {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const read = rows
    .map((row) => ({
      header: row.closest('thead') !== null || [...row.children].every((cell) => cell.tagName === 'TH'),
      cells: [...row.children]
        .filter((cell) => /^T[DH]$/.test(cell.tagName))
        .slice(0, MAX_COLUMNS)
        .map(readCell),
    }))
    .filter(({ cells }) => cells.length > 0);
  if (read.length === 0) return null;
  const width = Math.max(...read.map(({ cells }) => cells.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)));
  const firstBodyRow = read.findIndex(({ header }) => !header);
  return {
    id: newId(),
    type: 'table',
    runs: [],
    table: {
      headerRows: Math.max(0, firstBodyRow),
      columns: Array.from({ length: Math.min(MAX_COLUMNS, width) }, () => 1),
      rows: read.map(({ cells }) => ({ id: newId(), cells })),
    },
  };
}

function readCell(cell: Element): TableCell {
  const reader = new BlockReader();
  reader.readChildren(cell, {});
  reader.endLine();
  const blocks = reader.blocks.filter(({ type }) => type !== 'table').map(asCellBlock);
  const span = (name: string, limit: number) => Math.min(limit, Math.max(1, Number(cell.getAttribute(name)) || 1));
  const colSpan = span('colspan', MAX_COLUMNS);
  const rowSpan = span('rowspan', MAX_SPAN);
  return {
    id: newId(),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    blocks: blocks.length > 0 ? blocks : [{ id: newId(), type: 'paragraph', runs: [] }],
  };
}

function asCellBlock(block: Block): Block {
  if (block.type !== 'heading') return block;
  return { id: block.id, type: 'paragraph', runs: block.runs };
}
