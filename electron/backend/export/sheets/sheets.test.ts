import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { createSheets, parseSheet } from '#backend/formats/sheets.ts';

const folder = fileURLToPath(new URL('../../../../resources/sheets/', import.meta.url));

const createShippedSheets = (shipped: string) => createSheets({ shipped, own: join(shipped, 'own') });

describe('shipped sheets', () => {
  it('are all in order', () => {
    expect(
      createShippedSheets(folder)
        .list()
        .sheets.map(({ sheet }) => sheet.id),
    ).toEqual(['approval-slip', 'opinion-form', 'envelope-dl', 'envelope-zl', 'envelope-c5', 'labels-24', 'labels-14']);
  });

  it('know the sizes of GB/T 1416 for envelopes', () => {
    const sheets = createShippedSheets(folder);
    const size = (id: string): number[] => [sheets.get(id).page.width, sheets.get(id).page.height];
    expect([size('envelope-dl'), size('envelope-zl'), size('envelope-c5')]).toEqual([
      [220, 110],
      [230, 120],
      [229, 162],
    ]);
  });

  it('do not know others', () => {
    expect(() => createShippedSheets(folder).get('nothing')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('are refused under another name', () => {
    const copied = temporaryFolder();
    cpSync(join(folder, '1-approval-slip.json'), join(copied, '1-other.json'));
    expect(() => createShippedSheets(copied).list()).toThrow(
      expect.objectContaining({
        code: 'SHEET_INVALID',
        details: { name: '1-other.json', issues: ['id: approval-slip'] },
      }),
    );
  });

  it('are read at first use and then known', () => {
    const copied = temporaryFolder();
    cpSync(folder, copied, { recursive: true });
    const sheets = createShippedSheets(copied);
    const sheet = sheets.get('labels-24');
    writeFileSync(join(copied, '6-labels-24.json'), 'changed');
    expect(sheets.get('labels-24')).toBe(sheet);
  });
});

describe('sheets of a unit', () => {
  const slip = readFileSync(join(folder, '1-approval-slip.json'), 'utf8');
  const writeOwn = (files: Record<string, string>) => {
    const own = temporaryFolder();
    for (const [name, json] of Object.entries(files)) writeFileSync(join(own, name), json);
    return { own, sheets: createSheets({ shipped: folder, own }) };
  };

  it('stand before the shipped ones and in place of those of the same id', () => {
    const { sheets } = writeOwn({
      'a.json': slip.replace('"id": "approval-slip"', '"id": "own-slip"'),
      'b.json': slip.replace('"name": "发文处理笺"', '"name": "发文审批单"'),
    });
    const { sheets: all, broken } = sheets.list();
    expect(broken).toEqual([]);
    expect(all.slice(0, 3).map(({ sheet, isOwn }) => [sheet.id, isOwn])).toEqual([
      ['own-slip', true],
      ['approval-slip', true],
      ['opinion-form', false],
    ]);
    expect(sheets.get('approval-slip').name).toBe('发文审批单');
  });

  it('are read anew each time', () => {
    const { own, sheets } = writeOwn({});
    expect(sheets.list().sheets).toHaveLength(7);
    writeFileSync(join(own, 'a.json'), slip.replace('"id": "approval-slip"', '"id": "own-slip"'));
    expect(sheets.get('own-slip').name).toBe('发文处理笺');
  });

  it('leave the others alone when broken, with the place named', () => {
    const { sheets } = writeOwn({
      'a.json': slip.replace('"height": 9', '"height": 900'),
      'b.json': slip.replace('"id": "approval-slip"', '"id": "own-slip"'),
      'c.json': slip.replace('"id": "approval-slip"', '"id": "own-slip"'),
    });
    const { sheets: all, broken } = sheets.list();
    expect(all).toHaveLength(8);
    expect(broken).toEqual([
      { name: 'a.json', issues: [expect.stringMatching(/^blocks\.1\.rows\.0\.height: /)] },
      { name: 'c.json', issues: ['id: own-slip is taken'] },
    ]);
  });
});

describe('a broken sheet is refused with the place', () => {
  const slip = readFileSync(join(folder, '1-approval-slip.json'), 'utf8');
  const envelope = readFileSync(join(folder, '4-envelope-zl.json'), 'utf8');
  const labels = readFileSync(join(folder, '6-labels-24.json'), 'utf8');
  it.each([
    ['a height that is none', slip, slip.replace('"height": 9', '"height": "9"'), /^blocks\.1\.rows\.0\.height: /],
    ['a misspelt property', slip, slip.replace('"colSpan"', '"colspan"'), /^blocks\.1\.rows\.0\.cells\.1: .*colspan/],
    ['a field nobody knows', slip, slip.replace('{文号}', '{编号}'), /^blocks\.1\.rows\.0\.cells\.1\.text: .*编号/],
    ['a brace left open', slip, slip.replace('{文号}', '{文号'), /^blocks\.1\.rows\.0\.cells\.1\.text: .*brace/],
    [
      'a style that is not there',
      slip,
      slip.replace('"style": "date"', '"style": "data"'),
      /^blocks\.1\.rows\.13\.cells\.1\.style: .*data/,
    ],
    ['a row too wide', slip, slip.replace('"colSpan": 3', '"colSpan": 4'), /^blocks\.1\.rows\.0: 7 columns/],
    [
      'a box off the page',
      envelope,
      envelope.replace('"left": 12', '"left": 190'),
      /^blocks\.0\.boxes\.0: reaches over/,
    ],
    ['labels off the page', labels, labels.replace('"stepY": 37', '"stepY": 40'), /^blocks\.0\.boxes\.1: reaches over/],
    [
      'boxes on each other',
      envelope,
      envelope
        .replace('"top": 39.6', '"top": 20')
        .replace(/"top": 43\.2/, '"top": 15')
        .replace('"left": 30', '"left": 40'),
      /^blocks\.0\.boxes\.1: lies on boxes\.0/,
    ],
    [
      'labels on each other',
      labels,
      labels.replace('"stepX": 70', '"stepX": 50'),
      /^blocks\.0\.repeat\.stepX: less than/,
    ],
    ['columns wider than the page', slip, slip.replace('"mm": 25', '"mm": 150'), /^blocks\.1\.columns: wider/],
    ['rows that no page can hold', slip, slip.replace('"bottom": 20', '"bottom": 200'), /^blocks\.1\.rows: more than/],
    ['labels that are none', labels, labels.replace('"for": "labels"', '"for": "letter"'), /^blocks\.0: repeat/],
    ['a sheet of a later version', slip, slip.replace('dafu.sheet/1', 'dafu.sheet/2'), /^schema: /],
    ['no JSON', slip, slip.slice(0, 40), /^JSON: /],
  ])('%s', (_name, whole, broken, issue) => {
    expect(broken).not.toBe(whole);
    expect(() => parseSheet(broken, 'own.json')).toThrow(
      expect.objectContaining({
        code: 'SHEET_INVALID',
        details: { name: 'own.json', issues: expect.arrayContaining([expect.stringMatching(issue)]) },
      }),
    );
  });
});
