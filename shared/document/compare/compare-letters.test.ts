import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { suggest, suggestionArbitrary } from '../../../tests/support/suggestions.ts';
import { attachmentSections } from '../attachments.ts';
import { emptyReplyDocument, heading, paragraph, section, table, textRun } from '../create.ts';
import { checkReplyDocument } from '../parse.ts';
import { blockText, plainText } from '../plain-text.ts';
import { project } from '../projection.ts';
import { reviewMarks } from '../review-marks.ts';
import { printedDocNumber } from '../printed.ts';
import type { Block, ReplyDocument } from '../schema.ts';
import { blocksOf, bodySections, everyRun } from '../walk.ts';
import { compareLetters } from './compare-letters.ts';
import type { CompareOptions, Comparison, LetterChange } from './comparison.ts';

const options: CompareOptions = { revision: { author: '比较', authorId: 'compare', at: 0 } };

const parking = '针对您反映的老街停车难问题，我局会同云岭区政府开展了实地调研，逐条街巷核实了停车泊位和夜间停放情况。';
const buses = '在公共交通方面，已新开通微循环公交线路三条，串联地铁站、农贸市场和社区医院，方便老年居民就近出行。';
const lights = '道路照明由区市政养护中心负责，目前正按计划更换老旧路灯，完成后将移交街道统一管理并公布报修电话。';

/** An invented letter with these blocks in its middle. */
function letterWith(...blocks: (Block | string)[]): ReplyDocument {
  return {
    ...emptyReplyDocument(),
    head: { title: [textRun('关于第0529号提案的答复')], salutation: [textRun('王二委员：')] },
    sections: [
      section('opening', [paragraph('您提出的提案收悉，现答复如下：')]),
      section(
        'progress',
        blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
      ),
      section('closing', [paragraph('感谢您的关心和支持。')]),
    ],
    tail: { attachments: [], units: ['云津市交通运输局'], date: '2026-04-17', contacts: [], copyTo: [] },
  };
}

const compare = (a: ReplyDocument, b: ReplyDocument, more: Partial<CompareOptions> = {}) =>
  compareLetters(a, b, { ...options, ...more });
const kinds = (changes: readonly LetterChange[]) => changes.map(({ kind }) => kind);
const said = (changes: readonly LetterChange[]) => changes.map(({ kind, before, after }) => [kind, before, after]);

/** All text of a letter in reading order, where no text may be lost: fields and lines one by one. */
function texts(letter: ReplyDocument): string[] {
  const { head, tail } = letter;
  const sections = [...bodySections(letter), ...attachmentSections(letter).map((text) => text.section)];
  const lines = [...blocksOf({ sections })].map(({ block }) => blockText(block)).filter((text) => text !== '');
  const line = (runs: { text: string }[]) => runs.map(({ text }) => text).join('');
  return [printedDocNumber(head), line(head.title), line(head.salutation), ...lines, JSON.stringify(tail.units)];
}

function markedText(comparison: Comparison, mark: 'ins' | 'del'): string[] {
  return [...everyRun(comparison.letter)].filter((run) => run[mark] !== undefined).map(({ text }) => text);
}

function expectBothTexts(comparison: Comparison, a: ReplyDocument, b: ReplyDocument): void {
  checkReplyDocument(comparison.letter);
  expect(plainText(project(comparison.letter, 'rejected'))).toBe(plainText(a));
  expect(plainText(project(comparison.letter, 'accepted'))).toBe(plainText(b));
}

describe('comparing two letters', () => {
  it('finds nothing in the same letter, nor in one that only has other ids', () => {
    const [a, b] = [letterWith(parking, table([['甲', '乙']])), letterWith(parking, table([['甲', '乙']]))];
    const comparison = compare(a, b);
    expect(comparison.changes).toEqual([]);
    expect([...reviewMarks(comparison.letter)]).toEqual([]);
  });

  it('shows changed words, not characters, and numbers whole', () => {
    const [a, b] = [letterWith('年底前应当完成120个泊位的改造。'), letterWith('力争年底前可以完成1200个泊位的改造。')];
    const comparison = compare(a, b);
    expect(said(comparison.changes)).toEqual([
      ['inserted', '', '力争'],
      ['replaced', '应当', '可以'],
      ['replaced', '120', '1200'],
    ]);
    expectBothTexts(comparison, a, b);
  });

  it('shows a split and a joined paragraph as such, with no text struck or inserted', () => {
    const whole = letterWith(parking + buses, lights);
    const parts = letterWith(parking, buses, lights);
    const split = compare(whole, parts);
    expect(kinds(split.changes)).toEqual(['split']);
    const joined = compare(parts, whole);
    expect(kinds(joined.changes)).toEqual(['joined']);
    for (const one of [split, joined]) expect([...markedText(one, 'ins'), ...markedText(one, 'del')]).toEqual([]);
    expectBothTexts(split, whole, parts);
    expectBothTexts(joined, parts, whole);
  });

  it('strikes nothing where a paragraph was split in the middle of a word', () => {
    const [a, b] = [letterWith(parking), letterWith(parking.slice(0, 24), parking.slice(24))];
    expect(parking.slice(23, 25)).toBe('开展');
    expect(kinds(compare(a, b).changes)).toEqual(['split']);
    expectBothTexts(compare(a, b), a, b);
  });

  it('strikes nothing where a sentence only went over to the next paragraph', () => {
    const [a, b] = [letterWith(parking + buses, lights), letterWith(parking, buses + lights)];
    const comparison = compare(a, b);
    expect([...markedText(comparison, 'ins'), ...markedText(comparison, 'del')]).toEqual([]);
    expect(kinds(comparison.changes).toSorted()).toEqual(['joined', 'split']);
    expectBothTexts(comparison, a, b);
  });

  it('shows a moved paragraph as moved, and what was edited in it beside that', () => {
    const a = letterWith(parking, buses, lights);
    const moved = letterWith(lights, parking, buses);
    const comparison = compare(a, moved);
    expect(said(comparison.changes)).toEqual([['moved', lights, lights]]);
    expectBothTexts(comparison, a, moved);
    const b = letterWith(lights.replace('老旧', '破损'), parking, buses);
    const [change, ...others] = compare(a, b).changes;
    expect(others).toEqual([]);
    expect(change?.kind).toBe('moved-edited');
    expect(said(change!.edits!)).toEqual([['replaced', '老旧', '破损']]);
    expectBothTexts(compare(a, b), a, b);
  });

  it('shows no new number of a heading after one that was put in', () => {
    const a = letterWith(heading(1, '停车管理'), parking, heading(1, '公共交通'), buses);
    const b = letterWith(
      heading(1, '道路照明'),
      lights,
      heading(1, '停车管理'),
      parking,
      heading(1, '公共交通'),
      buses,
    );
    expect(kinds(compare(a, b).changes)).toEqual(['inserted', 'inserted']);
    expect(compare(a, b).changes[1]?.place.heading).toBe('一、道路照明');
    expectBothTexts(compare(a, b), a, b);
  });

  it('shows changed type and format, and fields of head and tail', () => {
    const a = letterWith(paragraph('停车管理'), paragraph([{ text: '已完成改造' }]));
    const b: ReplyDocument = {
      ...letterWith(heading(2, '停车管理'), paragraph([{ text: '已完成' }, { text: '改造', format: { bold: true } }])),
      tail: { ...a.tail, date: '2026-05-06', units: ['云津市交通运输局', '云津市财政局'] },
    };
    const comparison = compare(a, b);
    expect(said(comparison.changes)).toEqual([
      ['format', '{"type":"paragraph","level":null}', '{"type":"heading","level":2}'],
      ['format', '', 'bold'],
      ['field', '云津市交通运输局', '云津市交通运输局、云津市财政局'],
      ['field', '2026年4月17日', '2026年5月6日'],
    ]);
    expectBothTexts(comparison, a, b);
    expect(kinds(compare(a, b, { ignore: ['format'] }).changes)).toEqual(['field', 'field']);
  });

  it('compares tables by cell, row and column', () => {
    const a = letterWith(
      table([
        ['事项', '进度'],
        ['停车泊位', '已完成'],
        ['公交线路', '正在推进'],
      ]),
    );
    const b = letterWith(
      table([
        ['事项', '责任单位', '进度'],
        ['停车泊位', '区住建局', '基本完成'],
        ['道路照明', '市政中心', '已启动'],
        ['公交线路', '公交集团', '正在推进'],
      ]),
    );
    const comparison = compare(a, b);
    expect(comparison.changes.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'inserted column',
      'replaced text',
      'inserted row',
    ]);
    expectBothTexts(comparison, a, b);
    expectBothTexts(compare(b, a), b, a);
  });

  it('leaves out of account what it is told to, and then has it as in the second letter', () => {
    const a = letterWith('1.一是加快建设（含配套），尽快完成。', parking);
    const b = letterWith('(1) 一是加快建设(含 配套),尽快完成。', parking);
    expect(compare(a, b).changes.length).toBeGreaterThan(0);
    const comparison = compare(a, b, { ignore: ['spaces', 'punctuation', 'numbering'] });
    expect(comparison.changes).toEqual([]);
    expect(plainText(project(comparison.letter, 'rejected'))).toBe(plainText(b));
  });

  it('wants to know which text is meant of a letter with open changes', () => {
    const marked = letterWith(
      paragraph([{ text: '应当', del: ['r1'] }, { text: '可以', ins: 'r1' }, { text: '公开' }]),
    );
    const other = letterWith('可以公开');
    expect(() => compare(marked, other)).toThrowError(/REVIEW_OPEN/);
    expect(compare(marked, other, { review: 'accepted' }).changes).toEqual([]);
    expect(said(compare(marked, other, { review: { a: 'rejected' } }).changes)).toEqual([['replaced', '应当', '可以']]);
  });
});

describe('what a leader looks for', () => {
  const notable = (before: string, after: string) =>
    compare(letterWith(before), letterWith(after)).notable.map(({ place: _place, ...change }) => change);

  it('is listed apart: obligations with their direction, numbers, amounts, dates', () => {
    expect(
      notable(
        '我局应当在2026年6月底前全部完成120个泊位建设，投入1200万元。',
        '我局可以在2026年12月底前部分完成100个泊位建设，投入1500万元。',
      ),
    ).toEqual([
      { kind: 'obligation', before: '应当', after: '可以', direction: 'weaker' },
      { kind: 'date', before: '2026年6月底前', after: '2026年12月底前' },
      { kind: 'obligation', before: '全部', after: '部分', direction: 'weaker' },
      { kind: 'number', before: '120个', after: '100个' },
      { kind: 'amount', before: '1200万元', after: '1500万元' },
    ]);
  });

  it('is a word of reserve that was put in, a unit and a name that changed', () => {
    expect(notable('年底前完成改造。', '力争年底前完成改造。')).toEqual([
      { kind: 'obligation', before: '', after: '力争' },
    ]);
    expect(notable('由云津市财政局负责，联系王小二同志。', '由云津市审计局负责，联系李小三同志。')).toMatchObject([
      { kind: 'unit', before: expect.stringContaining('财政局'), after: expect.stringContaining('审计局') },
    ]);
    const signed = (signer: string) => ({ ...letterWith(parking), head: { ...letterWith().head, signer } });
    expect(compare(signed('陈一'), signed('周二')).notable).toMatchObject([
      { kind: 'name', before: '陈一', after: '周二' },
    ]);
  });

  it('is nothing of words that did not change, and no 应急 or 可持续', () => {
    expect(notable('应当在年底前推进建设。', '应当在年底前加快建设。')).toEqual([]);
    expect(notable('加强管理。', '加强应急管理和可持续发展。')).toEqual([]);
  });
});

/** Thousands of random letters, on a machine that may be busy. */
const PATIENCE = 120_000;

describe('the letter with the changes of a comparison', () => {
  const check = (a: ReplyDocument, b: ReplyDocument) => {
    const comparison = compare(a, b);
    checkReplyDocument(comparison.letter);
    expect(texts(project(comparison.letter, 'rejected'))).toEqual(texts(a));
    expect(texts(project(comparison.letter, 'accepted'))).toEqual(texts(b));
    for (const run of everyRun(comparison.letter)) expect(run.ins !== undefined && run.del !== undefined).toBe(false);
    return comparison;
  };

  it(
    'has the text of the first when refused, of the second when accepted: a letter and random edits of it',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, fc.array(suggestionArbitrary, { maxLength: 8 }), (letter, edits) => {
          const a = project(letter, 'accepted');
          const b = project(edits.reduce(suggest, a), 'accepted');
          check(a, b);
          check(b, a);
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );

  it(
    'has them for two letters that have nothing to do with each other',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, replyDocumentArbitrary, (one, other) => {
          check(project(one, 'accepted'), project(other, 'accepted'));
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );
});
