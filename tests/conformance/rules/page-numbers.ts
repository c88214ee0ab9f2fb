import { area, distinct, fontsOf, inkOf, isPortrait, one, pageNumbers, sizesOf, smallEm } from '../measure/places.ts';
import type { Line, Page } from '../measure/pages.ts';
import { onPaper, shippedForms, type Measured, type Rule, type View } from './rule.ts';

/** 7.5: 页码. */
const dashed = ['red-head', 'plain', 'preprinted-red-head'] as const;
const found = (view: View): { page: Page; line: Line }[] =>
  pageNumbers(view).flatMap(({ page, line }) => (line && isPortrait(page) ? [{ page, line }] : []));
const each = (view: View, value: (line: Line, page: Page) => number | string): Measured[] =>
  found(view).map(({ page, line }) => ({ value: value(line, page), at: `page ${page.number}` }));
const isLong = ({ id }: { id: string }): boolean =>
  ['two-pages', 'three-pages', 'twelve-pages', 'grid', 'tables', 'four-pages'].includes(id);

export const pageNumberRules: readonly Rule[] = [
  {
    id: 'page-number.font',
    clause: '7.5',
    title: '页码 4 号半角宋体阿拉伯数字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'SimSun 14',
    tolerance: 0,
    unit: '',
    applies: isLong,
    measure: (view) => each(view, (line) => `${fontsOf(line.characters)} ${sizesOf(line.characters)}`),
  },
  {
    id: 'page-number.dashes',
    clause: '7.5',
    title: '数字左右各放一条一字线',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '—#—',
    tolerance: 0,
    unit: '',
    applies: isLong,
    measure: (view) => each(view, (line, page) => line.text.replace(String(page.number), '#')),
  },
  {
    id: 'page-number.place',
    clause: '7.5',
    title: '一字线上距版心下边缘 7 mm',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 7,
    tolerance: 1,
    unit: 'mm',
    applies: isLong,
    measure: (view) =>
      each(view, (line) => inkOf(line.characters.filter(({ text }) => text === '—')).top - area.bottom),
  },
  {
    id: 'page-number.odd',
    clause: '7.5',
    title: '单页码居右空一字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: smallEm,
    tolerance: 1,
    unit: 'mm',
    applies: ({ id }) => ['three-pages', 'twelve-pages', 'tables', 'four-pages', 'grid'].includes(id),
    measure: (view) =>
      found(view)
        .filter(({ page }) => page.number % 2 === 1)
        .map(({ line, page }) => ({ value: area.right - line.right, at: `page ${page.number}` })),
  },
  {
    id: 'page-number.even',
    clause: '7.5',
    title: '双页码居左空一字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: smallEm,
    tolerance: 1,
    unit: 'mm',
    applies: isLong,
    measure: (view) =>
      found(view)
        .filter(({ page }) => page.number % 2 === 0)
        .map(({ line, page }) => ({ value: line.left - area.left, at: `page ${page.number}` })),
  },
  {
    id: 'page-number.every-page',
    clause: '7.5',
    title: '各面连续编排页码',
    forms: dashed,
    on: onPaper,
    wanted: 'every page',
    tolerance: 0,
    unit: '',
    measure: (view) =>
      one(
        sequence(view, 1) ? 'every page' : distinct(pageNumbers(view).map(({ line }) => line?.text ?? '-')),
        'all pages',
      ),
  },
  {
    id: 'page-number.turned',
    clause: '7.5, 8',
    title: '横排的面：页码位置与其他面一致（随纸转动，距版心 7 mm）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 7,
    tolerance: 1,
    unit: 'mm',
    applies: ({ document }) => document.sections.some(({ attachment }) => attachment?.isLandscape),
    // The foot of the sheet is a side of the page: the type area ends 35 mm from it.
    measure: ({ pages }) =>
      pages
        .filter((page) => !isPortrait(page))
        .map(({ turned, width, number }) => ({
          value: turned ? Math.max(35 - turned.dash.right, turned.dash.left - (width - 35)) : Number.NaN,
          at: `page ${number}`,
        })),
  },
  {
    id: 'page-number.letter-first',
    clause: '10.1',
    title: '信函格式首页不显示页码，次页起连续编排',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: 'from page 2',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const [first] = pageNumbers(view);
      if (first?.line) return one(first.line.text);
      return one(
        sequence(view, 2) ? 'from page 2' : distinct(pageNumbers(view).map(({ line }) => line?.text ?? '-')),
        'all pages',
      );
    },
  },
];

function sequence(view: View, from: number): boolean {
  return pageNumbers(view)
    .slice(from - 1)
    .every(({ line, page }) => (line?.text ?? page.turned?.text)?.replaceAll('—', '') === String(page.number));
}
