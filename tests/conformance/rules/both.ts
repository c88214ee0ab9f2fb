import { one } from '../measure/places.ts';
import { textLines } from '../measure/parts.ts';
import type { Exported, Printed } from '../exports.ts';
import type { ConformanceLetter } from '../letters.ts';
import { knownDifferences } from '../known-differences.ts';
import { shippedForms, type Rule } from './rule.ts';

/** What Word and PDF owe each other. */
const texts = ({ pages }: Printed): string => pages.flatMap((page) => textLines(page).map(({ text }) => text)).join('');

/** All characters of a page: the order of a table's cells may differ, their page may not. */
const contents = ({ pages }: Printed): string[] =>
  pages.map((page) =>
    textLines(page)
      .flatMap(({ text }) => [...text])
      .toSorted()
      .join(''),
  );
const lastLineOf = (printed: Printed, index: number): string => {
  const page = printed.pages[index];
  return (page && textLines(page).at(-1)?.text.slice(0, 20)) ?? '–';
};

/** The first page on which Word and PDF do not have the same text, with its last lines, or null. */
export function pageBreakDifference({ word, pdf }: Exported): { page: number; word: string; pdf: string } | null {
  const [a, b] = [contents(word), contents(pdf)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    if (a[index] !== b[index]) {
      return { page: index + 1, word: lastLineOf(word, index), pdf: lastLineOf(pdf, index) };
    }
  }
  return null;
}

const hasTable = ({ document }: ConformanceLetter): boolean =>
  document.sections.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
const isNamed = ({ id }: ConformanceLetter): boolean => id in knownDifferences;

export const bothRules: readonly Rule[] = [
  {
    id: 'both.same-lines',
    clause: '项目要求',
    title: 'Word 与 PDF 各行的文字相同（不同的行数；已说明原因的公文不计）',
    forms: shippedForms.all,
    on: ['both'],
    wanted: 0,
    tolerance: 0,
    unit: '行',
    applies: (letter) => !hasTable(letter) && !isNamed(letter),
    measure: ({ exported }) => {
      const [a = [], b = []] = [exported.word, exported.pdf].map(({ pages }) =>
        pages.flatMap((page) => textLines(page).map(({ text }) => text)),
      );
      const odd = a.filter((text, index) => text !== b[index]);
      return one(odd.length + Math.abs(a.length - b.length), odd[0] ?? exported.case.id);
    },
  },
  {
    id: 'both.same-pages',
    clause: '项目要求',
    title: 'Word 与 PDF 各页的文字相同（不同的页数；已说明原因的公文不计）',
    forms: shippedForms.all,
    on: ['both'],
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: (letter) => !isNamed(letter),
    measure: ({ exported }) => {
      const difference = pageBreakDifference(exported);
      return one(difference === null ? 0 : 1, `page ${difference?.page ?? 1}`);
    },
  },
  {
    id: 'both.same-text',
    clause: '项目要求',
    title: 'Word 与 PDF 印出的文字相同（字数之差）',
    forms: shippedForms.all,
    on: ['both'],
    wanted: 0,
    tolerance: 0,
    unit: '字',
    applies: ({ id }) => id !== 'tables' && id !== 'attachments' && id !== 'one-attachment',
    measure: ({ exported }) => {
      const sorted = (printed: Printed): string => [...texts(printed)].sort().join('');
      const [a, b] = [sorted(exported.word), sorted(exported.pdf)];
      return one(a === b ? 0 : Math.max(1, Math.abs(a.length - b.length)), exported.case.id);
    },
  },
  {
    id: 'both.same-first-page',
    clause: '项目要求',
    title: 'Word 与 PDF 的首页各行断行相同（不同的行数）',
    forms: shippedForms.all,
    on: ['both'],
    wanted: 0,
    tolerance: 0,
    unit: '行',
    applies: ({ id }) => id === 'twelve-pages' || id === 'grid' || id === 'three-pages',
    measure: ({ exported }) => {
      const [a, b] = [exported.word, exported.pdf].map(({ pages }) => textLines(pages[0]!).map(({ text }) => text));
      return one((a ?? []).filter((text, index) => text !== b?.[index]).length, 'page 1');
    },
  },
];
