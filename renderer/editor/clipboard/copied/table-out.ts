import type { Block, Table } from '#shared/document/schema.ts';

/** The type area, 156 mm, in pt: what the columns share. */
const TABLE_WIDTH = (156 / 25.4) * 72;
const border = 'border:solid windowtext .5pt';

/** With the width of every column, and the rows that repeat on each page as Word marks them. */
export function htmlOfTable(
  { rows, headerRows, columns }: Table,
  htmlOfCellBlock: (block: Block, isHeader: boolean) => string,
): string {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => (width / sum) * TABLE_WIDTH);
  const coveredUntil: number[] = [];
  const lines = rows.map((row, index) => {
    const isHeader = index < headerRows;
    let column = 0;
    const cells = row.cells.map(({ colSpan = 1, rowSpan = 1, blocks }) => {
      while ((coveredUntil[column] ?? 0) > index) column += 1;
      const covered = widths.slice(column, column + colSpan);
      covered.forEach((_, place) => (coveredUntil[column + place] = index + rowSpan));
      column += colSpan;
      const spans = (colSpan > 1 ? ` colspan="${colSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '');
      const width = covered.reduce((total, one) => total + one, 0);
      const html = blocks.map((block) => htmlOfCellBlock(block, isHeader)).join('');
      return `<td${spans}${extent(width)};${border};padding:0 5.4pt;vertical-align:middle">${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const head = lines.slice(0, headerRows).join('');
  return (
    `<table border="1" cellspacing="0" cellpadding="0"${extent(TABLE_WIDTH)};border-collapse:collapse;border:none;` +
    `mso-table-layout-alt:fixed"><colgroup>${widths.map((width) => `<col${extent(width)}">`).join('')}</colgroup>` +
    `${head === '' ? '' : `<thead>${head}</thead>`}<tbody>${lines.slice(headerRows).join('')}</tbody></table>`
  );
}

/** As attribute in px and as style in pt; the style is left open for more. */
function extent(width: number): string {
  return ` width="${Math.round((width * 96) / 72)}" style="width:${Math.round(width * 10) / 10}pt`;
}
