import { blockText } from '#shared/document/plain-text.ts';
import type { Block, Run, Table } from '#shared/document/schema.ts';

/** Blocks as other programs read them. Computed numbers become text there: nothing outside computes them. */
export type LabelOf = (block: Block) => string;

export function textOfBlocks(blocks: Block[], labelOf: LabelOf): string {
  return blocks.map((block) => (block.type === 'page-break' ? '' : labelOf(block) + blockText(block))).join('\n');
}

export function htmlOfBlocks(blocks: Block[], labelOf: LabelOf): string {
  return blocks.map((block) => htmlOfBlock(block, labelOf)).join('\n');
}

function htmlOfBlock(block: Block, labelOf: LabelOf): string {
  if (block.table) return htmlOfTable(block.table, labelOf);
  if (block.type === 'page-break') return '<br style="page-break-before:always">';
  const tag = block.type === 'heading' ? `h${block.level ?? 1}` : 'p';
  return `<${tag}>${escaped(labelOf(block))}${block.runs.map(htmlOfRun).join('')}</${tag}>`;
}

function htmlOfRun({ text, format = {} }: Run): string {
  let html = escaped(text).replaceAll('\n', '<br>');
  if (format.underline) html = `<u>${html}</u>`;
  if (format.italic) html = `<i>${html}</i>`;
  if (format.bold) html = `<b>${html}</b>`;
  return html;
}

function htmlOfTable({ rows, headerRows }: Table, labelOf: LabelOf): string {
  const lines = rows.map((row, index) => {
    const tag = index < headerRows ? 'th' : 'td';
    const cells = row.cells.map(({ colSpan, rowSpan, blocks }) => {
      const spans = (colSpan ? ` colspan="${colSpan}"` : '') + (rowSpan ? ` rowspan="${rowSpan}"` : '');
      return `<${tag}${spans}>${htmlOfBlocks(blocks, labelOf)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1" style="border-collapse:collapse">${lines.join('')}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
