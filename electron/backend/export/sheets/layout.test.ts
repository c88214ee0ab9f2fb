import { describe, expect, it } from 'vitest';
import type { Sheet } from '#shared/domain/sheet.ts';
import { emptyValues, type SheetData } from '#shared/domain/sheet-values.ts';
import { docxParts } from '../../../../tests/support/docx.ts';
import { defaultUnitLayout } from '#shared/domain/unit-settings.ts';
import { writeSheetDocx } from './docx.ts';
import { cutToFit, fittingSize, lineCount } from './fit.ts';
import type { LaidOutGrid } from './laid-out.ts';
import { layOutSheet, type SheetPrint } from './layout.ts';
import { parseSheet } from '#backend/formats/sheets.ts';

const print: SheetPrint = { sender: { address: '', postcode: '' }, firstLabel: 0, isPreprinted: false };

const json = {
  schema: 'dafu.sheet/1',
  id: 'test',
  name: '测试',
  for: 'letter',
  page: { width: 210, height: 148, margin: { top: 10, right: 20, bottom: 10, left: 30 } },
  styles: { text: { face: 'body', size: 12, smallest: 8 } },
  blocks: [
    {
      kind: 'table',
      columns: [{ mm: 20 }, { share: 1 }, { share: 3 }],
      rules: { outer: 0.5, inner: 0.25 },
      rows: [
        {
          height: 10,
          cells: [
            { text: '意见', style: 'text', rowSpan: 2, isVertical: true },
            { text: '标题', style: 'text' },
            { text: '{标题}', style: 'text' },
          ],
        },
        { height: 10, cells: [{ text: '{案由}', style: 'text', colSpan: 2 }] },
        {
          height: 12,
          grow: 1,
          eachApproverExcept: ['拟稿'],
          cells: [
            { text: '{环节}', style: 'text' },
            { text: '{环节姓名}', style: 'text', colSpan: 2 },
          ],
        },
      ],
    },
  ],
};
const sheet: Sheet = parseSheet(JSON.stringify(json), 'test.json');

function gridOf(data: Partial<SheetData>): LaidOutGrid {
  const letter = { data: { values: emptyValues(), approvers: [], ...data }, members: [], recipients: [] };
  const part = layOutSheet(sheet, [letter], print).pages[0]?.[0];
  if (part?.kind !== 'grid') throw new Error('no table');
  return part;
}
const step = (name: string) => ({ step: name, name: '' });

describe('a table', () => {
  it('has its columns in mm and shares the rest', () => {
    expect(gridOf({}).columns).toEqual([20, 35, 105]);
  });

  it('has a row for each step of the unit but those left out, and gives them what is left of the page', () => {
    const { rows, cells } = gridOf({ approvers: [step('拟稿'), step('核稿'), step('签发')] });
    expect(cells.filter(({ row }) => row > 1).map(({ text }) => text)).toEqual(['核稿', '', '签发', '']);
    expect(rows).toHaveLength(4);
    expect(rows.slice(0, 2)).toEqual([10, 10]);
    expect(rows[2]).toBeCloseTo(rows[3]!, 5);
    expect(rows.reduce((sum, row) => sum + row, 0)).toBeCloseTo(148 - 20 - 2, 5);
  });

  it('needs no steps', () => {
    expect(gridOf({}).rows).toEqual([10, 10]);
  });

  it('sets vertical text one character a line, over several rows', () => {
    const grid = gridOf({});
    expect(grid.cells[0]).toMatchObject({ text: '意\n见', rowSpan: 2, row: 0, column: 0 });
    expect(grid.cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 1],
    ]);
  });

  it('is ruled heavier at its edges', () => {
    const { cells } = gridOf({});
    expect(cells[0]?.rules).toEqual({ top: 0.5, left: 0.5, right: 0.25, bottom: 0.5 });
    expect(cells[2]?.rules).toEqual({ top: 0.5, left: 0.25, right: 0.5, bottom: 0.25 });
  });

  it('makes a row higher for a long text before it makes the text smaller', () => {
    const { rows, cells } = gridOf({ values: { ...emptyValues(), 标题: '关于养老的提案'.repeat(12) } });
    expect(rows[0]).toBeGreaterThan(15);
    expect(cells.find(({ text }) => text.startsWith('关于'))?.size).toBe(12);
  });

  it('makes text smaller when the page is full, and only the text that needs it', () => {
    const { rows, cells } = gridOf({
      values: { ...emptyValues(), 标题: '关于养老的提案'.repeat(80) },
      approvers: [step('核稿'), step('签发')],
    });
    expect(rows.reduce((sum, row) => sum + row, 0)).toBeLessThan(126.1);
    const sizes = new Map(cells.map(({ text, size }) => [text.slice(0, 2), size]));
    expect(sizes.get('关于')).toBeLessThan(12);
    expect(sizes.get('标题')).toBe(12);
  });

  it('keeps cells over several rows whole in Word', () => {
    const letter = { data: { values: emptyValues(), approvers: [] }, members: [], recipients: [] };
    const xml = docxParts(writeSheetDocx(layOutSheet(sheet, [letter], print), defaultUnitLayout))['word/document.xml'];
    expect(xml?.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(xml?.match(/<w:vMerge\/>/g)).toHaveLength(1);
    expect(xml).toContain('w:orient="landscape"');
  });
});

describe('room for text', () => {
  const style = { face: 'body', size: 12, smallest: 8 } as const;

  it('counts lines by characters, words whole', () => {
    expect(lineCount('一二三四五', 5)).toBe(1);
    expect(lineCount('一二三四五六', 5)).toBe(2);
    expect(lineCount('甲\n乙', 5)).toBe(2);
    expect(lineCount('', 5)).toBe(1);
    // A number of ten digits is 6.2 characters wide and does not begin on a line it cannot end on.
    expect(lineCount('电话号码0999123456', 8)).toBe(2);
  });

  it('finds the largest size that fits, or none', () => {
    expect(fittingSize('一二三', style, { width: 20, height: 6 })).toBe(12);
    expect(fittingSize('一二三四五六', style, { width: 20, height: 6 })).toBe(9);
    expect(fittingSize('一'.repeat(100), style, { width: 20, height: 6 })).toBeUndefined();
  });

  it('cuts what does not fit, also characters of two units', () => {
    const cut = cutToFit('𠮷'.repeat(40), style, 8, { width: 30, height: 5 });
    expect(cut).toMatch(/^𠮷+……$/u);
    expect(lineCount(cut, 30 / ((8 * 25.4) / 72))).toBe(1);
  });
});
