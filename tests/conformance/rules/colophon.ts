import {
  area,
  each,
  firstLine,
  fontsOf,
  inkOf,
  lastLine,
  one,
  parts,
  rules,
  sizesOf,
  smallEm,
} from '../measure/places.ts';
import { textLines } from '../measure/parts.ts';
import type { ConformanceLetter } from '../letters.ts';
import { onPaper, shippedForms, type Rule, type View } from './rule.ts';

/** 7.4: 版记. */
const hasCopyTo = ({ document }: ConformanceLetter): boolean => document.tail.copyTo.length > 0;
const withRules = shippedForms.redHeadKind;
const withImprint = shippedForms.redHeadKind;
const copyTo = (view: View) => parts(view, 'copy-to')[0];
const imprint = (view: View) => parts(view, 'imprint')[0];

/** The colophon's own rules, not those of a table above it. */
function ownRules(view: View) {
  const first = firstLine(copyTo(view)) ?? firstLine(imprint(view));
  if (!first) return [];
  return rules(first.page, 150).filter((bar) => bar.color === '#000000' && bar.top > first.line.top - 8);
}

export const colophonRules: readonly Rule[] = [
  {
    id: 'colophon.no-lone-date',
    clause: '7.4.3',
    title: '发文机关不详时没有只印日期的版记（“印发”行数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '行',
    applies: ({ id }) => id === 'no-issuer',
    measure: ({ pages }) =>
      one(pages.flatMap((page) => page.lines).filter(({ text }) => /日印发$/.test(text)).length, 'last page'),
  },
  {
    id: 'colophon.rule-count',
    clause: '7.4.1',
    title: '版记分隔线的条数（首条、末条、有抄送时中间一条）',
    forms: withRules,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: (view) => one(ownRules(view).length - (hasCopyTo(view.case.letter) ? 3 : 2), 'last page'),
  },
  {
    id: 'colophon.rule-length',
    clause: '7.4.1',
    title: '版记分隔线与版心等宽',
    forms: withRules,
    on: onPaper,
    wanted: area.width,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => ownRules(view).map((bar) => ({ value: bar.right - bar.left, at: 'last page' })),
  },
  {
    id: 'colophon.rule-left',
    clause: '7.4.1',
    title: '版记分隔线左端在版心左边缘',
    forms: withRules,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => ownRules(view).map((bar) => ({ value: bar.left, at: 'last page' })),
  },
  {
    id: 'colophon.rule-outer',
    clause: '7.4.1',
    title: '首条和末条分隔线用粗线（推荐高度 0.35 mm）',
    forms: withRules,
    on: onPaper,
    wanted: 0.35,
    tolerance: 0.05,
    unit: 'mm',
    measure: (view) => {
      const all = ownRules(view);
      return [all[0], all.at(-1)].map((bar) => ({ value: bar ? bar.bottom - bar.top : Number.NaN, at: 'last page' }));
    },
  },
  {
    id: 'colophon.rule-inner',
    clause: '7.4.1',
    title: '中间的分隔线用细线（推荐高度 0.25 mm）',
    forms: withRules,
    on: onPaper,
    wanted: 0.25,
    tolerance: 0.05,
    unit: 'mm',
    applies: hasCopyTo,
    measure: (view) => {
      const inner = ownRules(view).slice(1, -1);
      return inner.length === 0
        ? one(Number.NaN, 'no inner rule')
        : inner.map((bar) => ({ value: bar.bottom - bar.top, at: 'last page' }));
    },
  },
  {
    id: 'colophon.bottom',
    clause: '7.4.1',
    title: '末条分隔线与公文最后一面的版心下边缘重合',
    forms: withRules,
    on: onPaper,
    wanted: area.bottom,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => one(ownRules(view).at(-1)?.bottom, 'last page'),
  },
  {
    id: 'colophon.last-page',
    clause: '7.4.1',
    title: '版记在公文最后一面（之后的面数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: hasCopyTo,
    measure: (view) => one(view.pages.length - (lastLine(copyTo(view))?.page.number ?? Number.NaN), 'copy-to'),
  },
  {
    id: 'colophon.last-line',
    clause: '7.4.1',
    title: '版记之后没有文字（末行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'last',
    tolerance: 0,
    unit: '',
    applies: hasCopyTo,
    measure: (view) => {
      const line = lastLine(imprint(view)) ?? lastLine(copyTo(view));
      return one(line && textLines(line.page).at(-1) === line.line ? 'last' : 'text after it', 'last page');
    },
  },
  {
    id: 'copy-to.font',
    clause: '7.4.2',
    title: '抄送 4 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 14',
    tolerance: 0,
    unit: '',
    applies: hasCopyTo,
    measure: (view) =>
      each(parts(view, 'copy-to'), (_, part) => {
        const characters = part.lines.flatMap(({ own }) => own.characters);
        return `${fontsOf(characters)} ${sizesOf(characters)}`;
      }),
  },
  {
    id: 'copy-to.left',
    clause: '7.4.2',
    title: '抄送左空一字（4 号字宽 4.9 mm）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: smallEm,
    tolerance: 1,
    unit: 'mm',
    applies: hasCopyTo,
    measure: (view) => each(parts(view, 'copy-to'), ({ own }) => own.left - area.left),
  },
  {
    id: 'copy-to.right',
    clause: '7.4.2',
    title: '抄送回行时右空至少一字（末字墨迹至版心右边缘）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: smallEm },
    tolerance: 1,
    unit: 'mm',
    applies: ({ id }) => id === 'notices',
    measure: (view) =>
      parts(view, 'copy-to').flatMap((part) =>
        part.lines.map(({ own }) => ({ value: area.right - inkOf(own.characters).right, at: own.text })),
      ),
  },
  {
    id: 'copy-to.turned',
    clause: '7.4.2',
    title: '抄送回行与冒号后的首字对齐',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: ({ id }) => id === 'notices',
    measure: (view) =>
      parts(view, 'copy-to').flatMap((part) => {
        const start = part.lines[0]?.own.characters[3]?.left ?? Number.NaN;
        return part.lines.slice(1).map(({ own }) => ({ value: own.left - start, at: own.text }));
      }),
  },
  {
    id: 'copy-to.stop',
    clause: '7.4.2',
    title: '最后一个抄送机关名称后标句号',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '。',
    tolerance: 0,
    unit: '',
    applies: hasCopyTo,
    measure: (view) => one(lastLine(copyTo(view))?.own.text.at(-1) ?? 'not found', 'copy-to'),
  },
  {
    id: 'imprint.font',
    clause: '7.4.3',
    title: '印发机关和印发日期 4 号仿宋体字',
    forms: withImprint,
    on: onPaper,
    wanted: 'FangSong_GB2312 14',
    tolerance: 0,
    unit: '',
    measure: (view) =>
      each(parts(view, 'imprint'), ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`),
  },
  {
    id: 'imprint.left',
    clause: '7.4.3',
    title: '印发机关左空一字',
    forms: withImprint,
    on: onPaper,
    wanted: smallEm,
    tolerance: 1,
    unit: 'mm',
    applies: ({ unit, document }) => unit?.fullName !== '' && document.tail.date !== undefined,
    measure: (view) => each(parts(view, 'imprint'), ({ own }) => own.left - area.left),
  },
  {
    id: 'imprint.right',
    clause: '7.4.3',
    title: '印发日期右空一字',
    forms: withImprint,
    on: onPaper,
    wanted: smallEm,
    tolerance: 1,
    unit: 'mm',
    applies: ({ document }) => document.tail.date !== undefined,
    measure: (view) => each(parts(view, 'imprint'), ({ own }) => area.right - own.right),
  },
  {
    id: 'imprint.below-copy-to',
    clause: '7.4.2, 7.4.3',
    title: '抄送在印发机关和印发日期之上一行',
    forms: withImprint,
    on: onPaper,
    wanted: 'above',
    tolerance: 0,
    unit: '',
    applies: hasCopyTo,
    measure: (view) => {
      const [above, below] = [lastLine(copyTo(view)), firstLine(imprint(view))];
      return one(
        above && below && above.page === below.page && below.index === above.index + 1 ? 'above' : 'apart',
        'imprint',
      );
    },
  },
  {
    id: 'letter.colophon-no-rules',
    clause: '10.1',
    title: '信函格式：版记不加分隔线',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: hasCopyTo,
    measure: (view) => one(copyTo(view)?.lines.length ? ownRules(view).length : Number.NaN, 'copy-to'),
  },
  {
    id: 'letter.colophon-no-imprint',
    clause: '10.1',
    title: '信函格式：版记不加印发机关和印发日期',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      one(pages.flatMap((page) => textLines(page)).filter(({ text }) => text.endsWith('日印发')).length),
  },
  {
    id: 'letter.copy-to-bottom',
    clause: '10.1',
    title: '信函格式：抄送位于公文最后一面版心内最下方（末行下边缘至版心下边缘）',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: { from: 0, to: 4 },
    tolerance: 1,
    unit: 'mm',
    applies: hasCopyTo,
    measure: (view) => one(area.bottom - (lastLine(copyTo(view))?.line.bottom ?? Number.NaN), 'copy-to'),
  },
];
