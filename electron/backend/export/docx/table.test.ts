import { describe, expect, it } from 'vitest';
import type { CellElement } from '../letter/element.ts';
import { tableXml } from './table.ts';

const cell = (text: string, colSpan = 1, rowSpan = 1): CellElement => ({
  colSpan,
  rowSpan,
  paragraphs: [
    { blockId: 'c', label: '', spans: [{ text, bold: false, italic: false, underline: false }], align: 'left' },
  ],
});

/** Each row as its cells: text, `^` for a continued one, and the columns it covers when more than one. */
function shape(rows: CellElement[][], columns: number[], headerRows = 0): string[] {
  const xml = tableXml(
    { kind: 'table', blockId: 't', headerRows, columns, rows },
    { pageBreakBefore: false, keepNext: false, width: 8845, linePitch: 579, roomAbove: 0 },
  );
  return [...xml.matchAll(/<w:tr>(.*?)<\/w:tr>/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<w:tc>(.*?)<\/w:tc>/g)]
      .map(([, source = '']) => {
        const span = /<w:gridSpan w:val="(\d+)"/.exec(source)?.[1] ?? '';
        return (source.includes('<w:vMerge/>') ? '^' : source.replaceAll(/<[^>]+>/g, '')) + span;
      })
      .join('|'),
  );
}

describe('tableXml', () => {
  it('puts continued cells where an earlier row reaches down', () => {
    const rows = [[cell('甲', 1, 3), cell('乙', 2, 2)], [cell('丙')], [cell('丁'), cell('戊'), cell('己')]];
    expect(shape(rows, [1, 1, 1, 1])).toEqual(['甲|乙2|', '^|^2|丙', '^|丁|戊|己']);
  });

  it('never reaches below the last row and fills short rows', () => {
    expect(shape([[cell('甲', 1, 9), cell('乙')], [cell('丙')], []], [1, 1, 1])).toEqual(['甲|乙|', '^|丙|', '^||']);
  });

  it('shares the type area out to the last twip', () => {
    const xml = tableXml(
      { kind: 'table', blockId: 't', headerRows: 1, columns: [1, 1, 1], rows: [[cell('甲'), cell('乙'), cell('丙')]] },
      { pageBreakBefore: false, keepNext: false, width: 8845, linePitch: 579, roomAbove: 0 },
    );
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    expect(xml).toContain('<w:tblHeader/>');
  });

  it('lets a row break over pages only when a cell is long', () => {
    const long = cell('长'.repeat(301));
    const xmlOf = (text: CellElement): string =>
      tableXml(
        { kind: 'table', blockId: 't', headerRows: 0, columns: [1], rows: [[text]] },
        { pageBreakBefore: false, keepNext: false, width: 8845, linePitch: 579, roomAbove: 0 },
      );
    expect(xmlOf(long)).not.toContain('cantSplit');
    expect(xmlOf(cell('短'))).toContain('<w:cantSplit/>');
  });
});
