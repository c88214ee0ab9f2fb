import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { heading, paragraph, section, table, textRun } from '#shared/document/create.ts';
import type { ReplyDocument, Tail } from '#shared/document/schema.ts';
import { fullLetter, gridLetter, letterOptions, longLetter } from '../../../../tests/support/letters.ts';
import {
  missingRenderTools,
  openRenderer,
  pdfPages,
  type PdfLine,
  type PdfPage,
} from '../../../../tests/support/render.ts';
import { createPdfWriter, type PdfOptions } from './index.ts';

const run = promisify(execFile);
const resourcesFolder = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const writer = createPdfWriter({ resourcesFolder });
const missing = missingRenderTools(['pdftotext', 'pdftoppm', 'pdffonts']);
const renderer = missing.length === 0 ? openRenderer() : undefined;
afterAll(() => renderer?.close());

const options: PdfOptions = letterOptions;
/** mm: one character of the body, half a millimetre. */
const character = 156 / 28;
const tolerance = 0.5;

let count = 0;
function save(letter: ReplyDocument, more: Partial<PdfOptions> = {}): string {
  const path = join(renderer?.folder ?? '', `letter-${(count += 1)}.pdf`);
  writeFileSync(path, writer.write(letter, { ...options, ...more }).bytes);
  return path;
}
const pagesOf = (letter: ReplyDocument): Promise<PdfPage[]> => pdfPages(save(letter));
async function textOf(pdf: string): Promise<string> {
  return (await run('pdftotext', ['-raw', pdf, '-'])).stdout;
}
async function infoOf(pdf: string, flags: string[] = []): Promise<string> {
  return (await run('pdfinfo', [...flags, pdf])).stdout;
}

const isPageNumber = (line: PdfLine): boolean => /^—\d+—$/.test(line.text);
const bodyLines = (page: PdfPage): PdfLine[] => page.lines.filter((line) => !isPageNumber(line));
function lineWith(pages: PdfPage[], text: string): PdfLine {
  const found = pages.flatMap((page) => page.lines).find((line) => line.text.includes(text));
  if (!found) throw new Error(`no line with ${text}`);
  return found;
}

function letterOf(texts: string[], tail: Partial<Tail> = {}): ReplyDocument {
  return {
    ...fullLetter(),
    head: { title: [], salutation: [] },
    sections: [
      section(
        'other',
        texts.map((text) => paragraph(text)),
      ),
    ],
    tail: { attachments: [], units: [], contacts: [], copyTo: [], ...tail },
  };
}

describe.skipIf(missing.length > 0)('the PDF on paper', () => {
  it('fills the type area with 22 lines of 28 characters', async () => {
    const pages = await pagesOf(gridLetter(66));
    expect(pages).toHaveLength(3);
    for (const [index, page] of pages.entries()) {
      expect(page.width).toBeCloseTo(210, 1);
      expect(page.height).toBeCloseTo(297, 1);
      const lines = bodyLines(page);
      expect(lines).toHaveLength(22);
      for (const [row, line] of lines.entries()) {
        const isIndented = index === 0 && row === 0;
        expect([...line.text]).toHaveLength(isIndented ? 26 : 28);
        expect(Math.abs(line.left - (isIndented ? 28 + 2 * character : 28))).toBeLessThan(tolerance);
        expect(Math.abs(line.right - 184)).toBeLessThan(tolerance);
      }
      const [first, last] = [lines[0], lines[21]];
      expect(((last?.top ?? 0) - (first?.top ?? 0)) / 21).toBeCloseTo(225 / 22, 2);
    }
  });

  it('begins at the upper edge of the type area and ends inside it', async () => {
    const [page] = await renderer!.pdfToPng(save(gridLetter(22)), 254);
    const { stdout } = await run('convert', [page!, '-gravity', 'south', '-chop', '0x340', '-trim', 'info:']);
    const box =
      /(\d+)x(\d+) \d+x\d+\+(\d+)\+(\d+)/
        .exec(stdout)
        ?.slice(1)
        .map((pixels) => Number(pixels) / 10) ?? [];
    const [width = 0, height = 0, left = 0, top = 0] = box;
    expect(Math.abs(left - 28)).toBeLessThan(tolerance);
    expect(Math.abs(left + width - 184)).toBeLessThan(tolerance);
    expect(Math.abs(top - 37)).toBeLessThan(tolerance);
    expect(top + height).toBeLessThan(262);
  });

  it('keeps headings, title and other fonts on the grid', async () => {
    const pages = await pagesOf(longLetter(4));
    const tops = bodyLines(pages[1]!).map((line) => (line.top + line.bottom) / 2);
    expect(tops).toHaveLength(22);
    for (const [index, top] of tops.slice(1).entries()) expect(top - tops[index]!).toBeCloseTo(225 / 22, 0);
  });

  it('numbers pages at the outer side, 7 mm under the type area, one character in', async () => {
    const pages = await pagesOf(gridLetter(66));
    const numbers = pages.map((page) => page.lines.find(isPageNumber)!);
    expect(numbers.map((line) => line.text)).toEqual(['—1—', '—2—', '—3—']);
    const small = 14 * (25.4 / 72);
    expect(Math.abs(numbers[0]!.right - (184 - small))).toBeLessThan(tolerance);
    expect(Math.abs(numbers[1]!.left - (28 + small))).toBeLessThan(tolerance);
    expect(Math.abs(numbers[2]!.right - (184 - small))).toBeLessThan(tolerance);
    const pdf = save(gridLetter(22));
    const dash = (await renderer!.pdfRules(pdf, 1, 3)).at(-1)!;
    expect(Math.abs(dash.top - 269)).toBeLessThan(tolerance);
  });

  it('sets the title in 22 pt, centred', async () => {
    const pdf = save(fullLetter());
    const { stdout } = await run('pdftotext', ['-bbox-layout', pdf, '-']);
    expect(stdout).toContain('云州市民政局关于市政协六届五次会议');
    const title = lineWith(await pdfPages(pdf), '云州市民政局关于市政协六届五次会议');
    expect((title.left + title.right) / 2).toBeCloseTo(28 + 78, 0);
    expect((title.right - title.left) / 17).toBeCloseTo(22 * (25.4 / 72), 1);
  });

  it('puts a sealed date four characters from the right and the unit centred over it', async () => {
    const pages = await pagesOf(fullLetter());
    const date = lineWith(pages, '2026年4月7日');
    const unit = pages.at(-1)!.lines.find((line) => line.text === '云州市民政局')!;
    expect(Math.abs(184 - date.right - 4 * character)).toBeLessThan(tolerance);
    expect(Math.abs((unit.left + unit.right) / 2 - (date.left + date.right) / 2)).toBeLessThan(tolerance);
  });

  it('puts an unsealed unit two characters from the right and the date two characters in', async () => {
    const pages = await pagesOf(
      letterOf(['专此答复。'], { units: ['云州市人力资源和社会保障局'], date: '2026-04-07', seal: 'unsealed' }),
    );
    const [unit, date] = [lineWith(pages, '云州市人力'), lineWith(pages, '2026年')];
    expect(Math.abs(184 - unit.right - 2 * character)).toBeLessThan(tolerance);
    expect(Math.abs(date.left - unit.left - 2 * character)).toBeLessThan(tolerance);
  });

  it('aligns turned lines of attachments with the first character of their title', async () => {
    const pages = await pagesOf(fullLetter());
    const first = lineWith(pages, '2.云州市推进');
    const turned = lineWith(pages, '其配套文件目录');
    const label = lineWith(pages, '附件：');
    expect(Math.abs(label.left - 28 - 2 * character)).toBeLessThan(tolerance);
    expect(turned.left).toBeGreaterThan(first.left);
    expect(Math.abs(turned.left - (28 + 5 * character))).toBeLessThan(2 * character);
  });

  it('rules off 抄送 at the foot of the last page', async () => {
    const pdf = save(fullLetter());
    const pages = await pdfPages(pdf);
    const rules = await renderer!.pdfRules(pdf, pages.length, 150);
    expect(rules).toHaveLength(2);
    for (const rule of rules) {
      expect(Math.abs(rule.left - 28)).toBeLessThan(tolerance);
      expect(Math.abs(rule.right - 184)).toBeLessThan(tolerance);
    }
    expect(Math.abs(rules[1]!.bottom - 262)).toBeLessThan(tolerance);
    const small = 14 * (25.4 / 72);
    expect(Math.abs(lineWith(pages, '抄送：').left - 28 - small)).toBeLessThan(tolerance);
  });

  it('leaves no page with only the signature or 抄送, wherever the text ends', async () => {
    const tail = { ...fullLetter().tail, attachments: [] };
    for (let lines = 10; lines <= 24; lines += 1) {
      const letter = letterOf([...Array.from({ length: lines }, () => '国'.repeat(20)), '国'.repeat(80)], tail);
      const pages = await pagesOf(letter);
      expect(pages.at(-1)!.lines[0]!.text, `${lines} lines before`).toContain('国国国');
      expect(pages.at(-1)!.lines.some((line) => line.text.includes('抄送'))).toBe(true);
      expect(pages.at(-1)!.lines.some((line) => line.text.includes('2026年4月7日'))).toBe(true);
    }
  });

  it('lets a long list of attachments run over pages and keeps the signature with its end', async () => {
    for (const count of [14, 15, 16, 17, 18, 19, 20, 60]) {
      const attachments = Array.from({ length: count }, (_, index) => ({ id: `a${index}`, title: '清单'.repeat(6) }));
      const pages = await pagesOf(letterOf(['专此答复。'], { ...fullLetter().tail, attachments }));
      const last = pages
        .at(-1)!
        .lines.map((line) => line.text)
        .join('');
      expect(last, `${count} attachments`).toContain('清单');
      expect(last).toContain('2026年4月7日');
      expect(last).toContain('抄送');
    }
  });

  it('repeats the header rows of a table on every page and loses no row', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`第${index + 1}项`, '已完成', '']);
    const letter = letterOf([]);
    letter.sections = [section('other', [table([['事项', '进度', '备注'], ...rows]), paragraph('正文')])];
    const pages = await pagesOf(letter);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, 3)) expect(page.lines[0]!.text).toBe('事项进度备注');
    const text = pages.flatMap((page) => page.lines).map((line) => line.text);
    for (let index = 1; index <= 60; index += 1)
      expect(text.some((line) => line.startsWith(`第${index}项`))).toBe(true);
  });

  it('keeps the lines under a table on the grid', async () => {
    const letter = letterOf([]);
    const small = table([
      ['事项', '进度'],
      ['改造', '完成'],
    ]);
    letter.sections = [section('other', [paragraph('表前'), small, paragraph('表后')])];
    const [before, , , after] = (await pagesOf(letter))[0]!.lines;
    expect(after!.text).toBe('表后');
    expect((after!.top - before!.top) / (225 / 22)).toBeCloseTo(3, 1);
  });

  it('leaves no heading alone at the foot of a page', async () => {
    for (let lines = 18; lines <= 22; lines += 1) {
      const letter = letterOf([]);
      letter.sections = [
        section('other', [
          ...Array.from({ length: lines }, () => paragraph('国'.repeat(20))),
          heading(1, '工作进展'),
          heading(2, '总体情况'),
          paragraph('国'.repeat(80)),
        ]),
      ];
      const pages = await pagesOf(letter);
      expect(bodyLines(pages[0]!).at(-1)!.text).toContain('国国国');
    }
  });

  it('never starts a line with a closing mark nor ends it with an opening one', async () => {
    const text = '办理“智慧社区”工作，推动《关于养老服务的意见》（云政发〔2026〕3号）落实；一是、二是：完成了98%以上。';
    const pages = await pagesOf(
      letterOf(Array.from({ length: 20 }, (_, index) => '民'.repeat(index) + text.repeat(3))),
    );
    for (const line of pages.flatMap(bodyLines)) {
      expect(line.text).not.toMatch(/^[，。、；：？！”’）》〉〕】％%]/);
      expect(line.text).not.toMatch(/[“‘（《〈〔【]$/);
      // The blank half of a mark at the edge lies outside the type area, its ink at the edge.
      const before = /^[“‘（《〈〔【]/.test(line.text) ? character / 2 : 0;
      const after = /[，。、；：？！”’）》〉〕】]$/.test(line.text) ? character / 2 : 0;
      expect(line.left).toBeGreaterThan(28 - before - tolerance);
      expect(line.right).toBeLessThan(184 + after + tolerance);
    }
  });
});

describe.skipIf(missing.length > 0)('the PDF as a file', () => {
  it('is tagged, titled, dated by the letter and without personal data', async () => {
    const pdf = save(fullLetter());
    const info = await infoOf(pdf);
    expect(info).toMatch(/Title:\s+云州市民政局关于市政协六届五次会议第0168号提案的答复/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/CreationDate:.*Apr\s+7 .*2026/);
    expect(info).not.toMatch(/Author:|Producer:\s+\S+\s+\S+@/);
    const raw = Buffer.from(writer.write(fullLetter(), options).bytes).toString('latin1');
    expect(raw).toMatch(/\/Lang\s*\(zh(-CN)?\)/);
    const structure = await infoOf(pdf, ['-struct']);
    expect(structure).toMatch(/H1/);
    expect(structure).toMatch(/H3/);
    expect(structure).toMatch(/Table/);
  });

  it('is titled after the case when the letter has no title', async () => {
    const caseFacts = { ...options.caseFacts, title: '关于完善社区养老服务网络的提案' };
    expect(await infoOf(save(letterOf(['正文']), { caseFacts }))).toContain(
      '对《关于完善社区养老服务网络的提案》的答复',
    );
    expect(await infoOf(save(letterOf(['正文'])))).toMatch(/Title:\s+答复$/m);
  });

  it('lists the headings as bookmarks, run-in ones without their text', () => {
    const raw = Buffer.from(writer.write(fullLetter(), options).bytes).toString('latin1');
    const titles = [...raw.matchAll(/\/Title <FEFF([0-9A-F]+)>/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
    expect(titles).toEqual(
      expect.arrayContaining(['一、工作进展', '（一）健全制度。', '（二）夯实基础', '1.网点建设', '二、下一步计划']),
    );
  });

  it('reads in order when extracted', async () => {
    const text = (await textOf(save(fullLetter()))).replace(/\s/g, '');
    const order = [
      '云州民函〔2026〕12号',
      '第0168号提案的答复',
      '林知远委员：',
      '您提出的《关于完善社区养老服务网络的提案》',
      '一、工作进展',
      '（一）健全制度。我局会同',
      '（二）夯实基础',
      '1.网点建设',
      '（1）分步实施',
      '①第一步',
      '事项',
      '1200人次',
      '附表说明',
      '二、下一步计划',
      '专此答复。',
      '附件：1.社区养老',
      '2026年4月7日',
      '（联系人：周敏；联系电话：0999-0000000）',
      '（此件公开发布）',
      '抄送：市政协提案委员会',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is PDF/A-2b on request', () => {
    const plain = Buffer.from(writer.write(fullLetter(), options).bytes).toString('latin1');
    const archive = Buffer.from(writer.write(fullLetter(), { ...options, pdfStandard: 'a-2b' }).bytes).toString(
      'latin1',
    );
    expect(plain).not.toContain('pdfaid:part');
    expect(archive).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(archive).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/);
  });

  it('is the same bytes for the same letter, warm or from a new compiler', () => {
    const first = writer.write(fullLetter(), options);
    writer.write(longLetter(3), options);
    expect(Buffer.compare(first.bytes, writer.write(fullLetter(), options).bytes)).toBe(0);
    const other = createPdfWriter({ resourcesFolder }).write(fullLetter(), options);
    expect(Buffer.compare(first.bytes, other.bytes)).toBe(0);
    const undated = letterOf(['无日期。']);
    const archived = { ...options, pdfStandard: 'a-2b' } as const;
    for (const chosen of [options, archived]) {
      expect(Buffer.compare(writer.write(undated, chosen).bytes, writer.write(undated, chosen).bytes)).toBe(0);
    }
  });

  it('embeds every font and names no other', async () => {
    const { stdout } = await run('pdffonts', [save(longLetter(2))]);
    const rows = stdout.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+$/);
  });
});

describe.skipIf(missing.length > 0)('hostile and odd text', () => {
  it('prints markup of the typesetting language as it was typed', async () => {
    const hostile = [
      '#import "x.typ": * #panic("no") #read("/etc/passwd")',
      '*粗* _斜_ $x^2$ \\u{1F600} @label <label> `raw` ```x``` // 注 /* 注 */',
      '= 标题 - 项 + 项 / 词: 释 ~ -- --- ... "引" \'引\' [方] {花} \\',
    ];
    const letter = letterOf(hostile, { units: ['#panic()局'], note: '*x*' });
    letter.head.title = [textRun('#panic("标题") *x*')];
    letter.tail.attachments = [{ id: 'a', title: '@x $y$ `z`' }];
    letter.tail.copyTo = ['#set page()'];
    const text = (await textOf(save(letter))).replace(/\s/g, '');
    for (const line of [...hostile, '#panic()局', '（*x*）', '#panic("标题")*x*', '@x$y$`z`', '#setpage()']) {
      expect(text).toContain(line.replace(/\s/g, ''));
    }
  });

  it('sets a line of 100,000 characters', async () => {
    const { pages, bytes } = writer.write(letterOf(['国'.repeat(100_000), 'x'.repeat(100_000)]), options);
    expect(pages).toBeGreaterThan(160);
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  it('leaves out invisible marks and survives broken text', async () => {
    const letter = letterOf(['甲\u0000乙\u200b丙\u202e丁\ud83d戊\ufeff己\u0007庚\ufffe辛\t壬\r\n癸']);
    for (const pdfStandard of ['none', 'a-2b'] as const) {
      const text = (await textOf(save(letter, { pdfStandard }))).replace(/\s/g, '');
      expect(text).toMatch(/甲乙丙丁.戊己庚辛壬癸/);
    }
  });

  it('prints Han of extension B and reports characters no font has', async () => {
    const { substitutions } = writer.write(letterOf(['𠮷\u{10fffd}\u{10fffd}']), { ...options, pdfStandard: 'a-2b' });
    expect(substitutions).toContainEqual({ wanted: '\u{10fffd}（U+10FFFD）', used: '〓' });
    expect(substitutions.filter((item) => item.used === '〓')).toHaveLength(1);
    expect(await textOf(save(letterOf(['𠮷吉']), { pdfStandard: 'a-2b' }))).toContain('𠮷吉');
  });

  it('sets tables whose spans reach out of them', async () => {
    const odd = table([
      ['甲一', '甲二'],
      ['乙一', '乙二'],
      ['丙一', '丙二'],
    ]);
    const [first, second, third] = odd.table!.rows;
    first!.cells[0] = { ...first!.cells[0]!, rowSpan: 9, colSpan: 9 };
    second!.cells.push({ ...second!.cells[0]!, rowSpan: 1000 });
    third!.cells = [];
    odd.table!.headerRows = 7;
    const letter = letterOf([]);
    letter.sections = [section('other', [odd])];
    const text = await textOf(save(letter));
    for (const cell of ['甲一', '甲二', '乙一', '乙二']) expect(text).toContain(cell);
  });

  it('prints a date the calendar does not have as it stands', async () => {
    for (const pdfStandard of ['none', 'a-2b'] as const) {
      const pdf = save(letterOf(['正文'], { date: '2026-02-30' }), { pdfStandard });
      expect(await textOf(pdf)).toContain('2026年2月30日');
    }
  });

  it('prints a letter of nothing', () => {
    expect(writer.write(letterOf([]), options).pages).toBe(1);
    expect(writer.write(letterOf([], { units: ['云州市民政局'], copyTo: ['市政府'] }), options).pages).toBe(1);
  });
});

describe('the fonts used', () => {
  it('reports the standard’s fonts of the elements in the letter', () => {
    const wanted = (letter: ReplyDocument): string[] =>
      writer.write(letter, options).substitutions.map((item) => item.wanted);
    const report = writer.fontReport();
    expect(report.map((row) => row.role)).toEqual(['title', 'body', 'heading1', 'heading2', 'pageNumber']);
    for (const row of report) expect(row.found).toBe(row.substitute === null);
    const absent = report.filter((row) => !row.found).map((row) => row.wanted);
    expect(
      wanted(fullLetter())
        .filter((name) => !name.includes('U+'))
        .sort(),
    ).toEqual([...new Set(absent)].sort());
    expect(wanted(letterOf(['正文']))).not.toContain('黑体');
  });
});
