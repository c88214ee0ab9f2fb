import { afterAll, describe, expect, it } from 'vitest';
import type { Head, ReplyDocument, Tail } from '#shared/document/schema.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { inkBands } from '../../../../tests/support/ink.ts';
import { fullLetter } from '../../../../tests/support/letters.ts';
import {
  expectWithin,
  missingPdfTools,
  officeOf,
  openPdfPrinter,
  paper,
  type Printed,
} from '../../../../tests/support/printed-pdf.ts';

const printer = missingPdfTools.length === 0 ? openPdfPrinter() : undefined;
afterAll(() => printer?.close());

function letterWith(head: Partial<Head>, tail: Partial<Tail> = {}): ReplyDocument {
  const letter = fullLetter();
  return { ...letter, head: { ...letter.head, ...head }, tail: { ...letter.tail, ...tail } };
}
const middle = (line: { top: number; bottom: number }): number => (line.top + line.bottom) / 2;
const units = ['云州市民政局', '云州市人力资源和社会保障局', '云州市财政局'];

describe.skipIf(missingPdfTools.length > 0)('the head of a joint letter (7.2.4)', () => {
  it('names all units one under the other, set to one width, 文件 at the right of their middle', async () => {
    const printed = await printer!.print(letterWith({}, { units }), officeOf('red-head'));
    const [first] = (await inkBands(printed.path, 1)).red;
    expectWithin(first!.top, paper.top + 35, 1);
    // Characters spread over a line are read as words of their own.
    const rows = printed.pages[0]!.lines.filter(({ top, bottom }) => top > 60 && bottom < 120);
    const all = rows.map(({ text }) => text).join('|');
    for (const name of units) expect(all.replace('文件', '')).toContain(name);
    const names = rows.filter(({ text }) => units.includes(text.replace('文件', '')));
    expect(names).toHaveLength(3);
    const ends = names.map(({ words }) => words.filter(({ text }) => !'文件'.includes(text)).at(-1)!.right);
    for (const row of names) expectWithin(row.left, names[0]!.left, 0.3);
    for (const end of ends) expectWithin(end, ends[0]!, 0.8);
    const suffix = rows.flatMap(({ words }) => words).find(({ text }) => text.includes('文'));
    expect(suffix!.left).toBeGreaterThan(ends[0]!);
    expectWithin(middle(suffix!), (middle(names[0]!) + middle(names[2]!)) / 2, 1.5);
  });

  it('keeps the distances under the last of them, and room for the text on the first page', async () => {
    const many = Array.from({ length: 7 }, (_, index) => `云州市${'民财教司审统医'[index]}政局`);
    const printed = await printer!.print(letterWith({}, { units: many }), officeOf('red-head'));
    const { red } = await inkBands(printed.path, 1);
    const rule = red.at(-1)!;
    const number = printed.line('〔2026〕12号');
    expectWithin(rule.top - (middle(number) + paper.character / 2), 4, 1);
    expect(red.at(-2)!.right).toBeLessThanOrEqual(paper.right + 0.5);
    expect(printed.line('收悉').page).toBe(1);
  });

  it('names the first alone in the 信函格式 (10.1)', async () => {
    const printed = await printer!.print(letterWith({}, { units }), officeOf('letter'));
    expect(printed.pages[0]!.lines[0]!.text).toBe(units[0]);
  });
});

describe.skipIf(missingPdfTools.length > 0)('签发人 of 上行文 (7.2.6)', () => {
  it.each(['李建国、王小明 赵一帆', '李建国　王小明　赵一帆'])('%s', async (signer) => {
    const printed = await printer!.print(letterWith({ signer }), officeOf('red-head'));
    const [first, last] = [printed.line('签发人：'), printed.line('赵一帆')];
    expect(first.text).toBe('签发人：李建国王小明');
    expectWithin(first.right, paper.right - paper.gridCharacter, 0.6);
    // Turned names stand under the first one, and the number on their line, one character in.
    expect(last.text).toBe('云州民函〔2026〕12号赵一帆');
    expectWithin(last.left, paper.left + paper.gridCharacter, 0.6);
    expectWithin(last.words.at(-1)!.left, first.words[0]!.left + 4 * paper.character, 0.6);
    expectWithin(last.top - first.top, paper.line, 0.2);
    const rule = (await inkBands(printed.path, 1)).red.at(-1)!;
    expectWithin(rule.top - (middle(last) + paper.character / 2), 4, 1);
  });

  it('leaves names of two characters their blank', async () => {
    const printed = await printer!.print(letterWith({ signer: '李　明 王小明' }), officeOf('red-head'));
    expect(printed.line('签发人：').text).toBe('云州民函〔2026〕12号签发人：李明王小明');
    expect(printed.line('签发人：').words.map(({ text }) => text)).toContain('明');
  });
});

describe.skipIf(missingPdfTools.length > 0)('the category', () => {
  const print = (form: string, categoryPlace: UnitSettings['categoryPlace'], category = 'B'): Promise<Printed> => {
    const office = officeOf(form, { categoryPlace });
    const wording = { ...office.unit.wording, category: '{类别}类' };
    const letter = letterWith({ category, signer: '林清' });
    return printer!.print(letter, { ...office, unit: { ...office.unit, wording } });
  };

  it('takes the line under the number at the right of the 信函格式, the title two lines below it', async () => {
    const printed = await print('letter', 'right-corner');
    const [number, category, title] = [printed.line('12号'), printed.line('B类'), printed.line('关于市政协')];
    expect(category.text).toBe('B类');
    expectWithin(category.right, paper.right, 0.3);
    expectWithin(number.right, paper.right, 0.3);
    expectWithin(category.top - number.top, paper.line, 0.1);
    expectWithin(middle(title) - middle(category), 3 * paper.line, 1);
  });

  it.each(['red-head', 'plain'])('stands in the right corner of %s', async (form) => {
    const category = (await print(form, 'right-corner')).line('B类');
    expectWithin(category.right, paper.right, 0.3);
    expectWithin(middle(category), paper.top + paper.character / 2, 1);
  });

  it.each(['letter', 'red-head', 'plain'])('follows the number of %s', async (form) => {
    expect((await print(form, 'after-number')).line('12号').text).toContain('云州民函〔2026〕12号B类');
  });

  it.each(['letter', 'plain'])('leads a block at the left of %s', async (form) => {
    const printed = await print(form, 'left-block');
    const lines = ['B类', '签发人：林清', '云州民函〔2026〕12号'].map((text) => printed.line(text));
    for (const [index, line] of lines.entries()) {
      expectWithin(line.left, paper.left, 0.3);
      expectWithin(line.top - lines[0]!.top, index * paper.line, 0.2);
    }
  });

  it('stands at the upper left of the 文件格式, whose number and 签发人 have their own place', async () => {
    const printed = await print('red-head', 'left-block');
    expectWithin(printed.line('B类').left, paper.left, 0.3);
    expect(printed.line('签发人：').text).toBe('云州民函〔2026〕12号签发人：林清');
  });

  it.each(['letter', 'red-head', 'plain'])(
    'stands under the title of %s, the salutation a line below',
    async (form) => {
      const printed = await print(form, 'under-title');
      const [title, category, salutation] = [
        printed.line('第0168号提案的答复'),
        printed.line('B类'),
        printed.line('林知远委员：'),
      ];
      expectWithin((category.left + category.right) / 2, (paper.left + paper.right) / 2);
      expectWithin(middle(category) - middle(title), paper.line, 1);
      expectWithin(middle(salutation) - middle(category), 2 * paper.line, 0.5);
    },
  );

  it('ends the title in brackets, once', async () => {
    expect((await print('letter', 'in-title')).line('提案的答复').text).toBe('第0168号提案的答复（B类）');
    expect((await print('letter', 'in-title', 'B类')).line('提案的答复').text).toBe('第0168号提案的答复（B类）');
  });
});

describe.skipIf(missingPdfTools.length > 0)('a letter nobody is known to write', () => {
  it.each(['letter', 'red-head'])('has no empty head in %s', async (form) => {
    const letter = letterWith({}, { units: [] });
    const printed = await printer!.print(letter, officeOf(form, { fullName: '' }));
    expect((await inkBands(printed.path, 1)).red).toEqual([]);
    const first = printed.pages[0]!.lines[0]!;
    expect(first.text).toContain('云州民函〔2026〕12号');
    expectWithin(middle(first), paper.top + paper.character / 2, 1);
    expect(printed.line('—1—').page).toBe(1);
  });
});

describe.skipIf(missingPdfTools.length > 0)('on pre-printed paper (套打)', () => {
  const notices = { copyNumber: '000012', secrecy: '机密★1年', urgency: '特急', signer: '李建国' };
  const blackLines = (printed: Printed, issuer: string) =>
    printed.pages.map(({ lines }) =>
      lines
        .filter(({ text }) => !text.startsWith(issuer) || text.includes('印发'))
        .map(({ text, left, top, right, bottom }) => [text, ...[left, top, right, bottom].map((mm) => mm.toFixed(3))]),
    );

  it.each([
    ['letter', {}],
    ['letter', notices],
    ['red-head', {}],
    ['red-head', notices],
  ])('all but issuer and rules stands where it does with the head: %s %j', async (form, head) => {
    const issuer = form === 'letter' ? '云州市民政局' : '云州市民政局文件';
    const withHead = await printer!.print(letterWith(head), officeOf(form));
    const onPaper = await printer!.print(letterWith(head), officeOf(`preprinted-${form}`));
    expect((await inkBands(onPaper.path, 1)).red).toEqual([]);
    const [wanted, found] = [blackLines(withHead, issuer), blackLines(onPaper, issuer)];
    expect(found).toEqual(wanted.map((page) => page.filter(([text]) => text !== issuer)));
    expect(found.flat().length).toBeGreaterThan(60);
  });

  it('moves everything by the unit’s offset, page numbers and 版记 too', async () => {
    const offset = { x: 3.5, y: -2 };
    const still = await printer!.print(letterWith(notices), officeOf('preprinted-red-head'));
    const moved = await printer!.print(
      letterWith(notices),
      officeOf('preprinted-red-head', { layout: { preprintedOffset: offset } }),
    );
    expect(moved.pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual(
      still.pages.map(({ lines }) => lines.map(({ text }) => text)),
    );
    for (const [page, { lines }] of still.pages.entries()) {
      for (const [index, line] of lines.entries()) {
        const other = moved.pages[page]!.lines[index]!;
        expectWithin(other.left - line.left, offset.x, 0.02);
        expectWithin(other.top - line.top, offset.y, 0.02);
      }
    }
  });

  it('leaves other forms where they are', async () => {
    const layout = { preprintedOffset: { x: 5, y: 5 } };
    const [still, same] = await Promise.all([
      printer!.print(letterWith({}), officeOf('letter')),
      printer!.print(letterWith({}), officeOf('letter', { layout })),
    ]);
    expect(same.pages).toEqual(still.pages);
  });
});
