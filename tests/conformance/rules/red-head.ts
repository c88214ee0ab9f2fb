import {
  area,
  charPitch,
  distinct,
  em,
  firstLine,
  fontsOf,
  inkOf,
  issuer,
  lines,
  lineWith,
  one,
  parts,
  redRules,
  sizesOf,
} from '../measure/places.ts';
import { textLines } from '../measure/parts.ts';
import type { ConformanceLetter } from '../letters.ts';
import { onPaper, shippedForms, type Measured, type Rule, type View } from './rule.ts';

/** 7.2: 版头 of the 文件格式, and what the 信函格式 shares with it. */
const hasNotices = ({ document }: ConformanceLetter): boolean => document.head.copyNumber !== undefined;
const hasSigner = ({ document }: ConformanceLetter): boolean => document.head.signer !== undefined;
const hasNumber = ({ document }: ConformanceLetter): boolean => document.head.docNumber !== undefined;
const hasTitle = ({ document }: ConformanceLetter): boolean => document.head.title.length > 0;
const isLong = ({ unit }: ConformanceLetter): boolean => (unit?.fullName ?? '').length > 10;

export function docNumber({ case: { letter } }: View): string {
  const number = letter.document.head.docNumber;
  return number ? `${number.code}〔${number.year}〕${number.serial}号` : '';
}

/** 份号, 密级和保密期限 and 紧急程度 as printed. */
export function notices({ case: { letter } }: View): string[] {
  const { copyNumber, secrecy, urgency } = letter.document.head;
  return [copyNumber, secrecy, urgency].flatMap((text) => text ?? []);
}

const noticeLeft = (view: View): Measured[] =>
  notices(view).map((text) => ({ value: lineWith(view, text)?.own.left ?? Number.NaN, at: text }));

export const headRules: readonly Rule[] = [
  {
    id: 'issuer.top',
    clause: '7.2.4',
    title: '发文机关标志上边缘至版心上边缘 35 mm',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: 35,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => one(inkOf(issuer(view)).top - area.top),
  },
  {
    id: 'issuer.centred',
    clause: '7.2.4, 10.1',
    title: '发文机关标志居中（中线与版心中线之差）',
    forms: shippedForms.red,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => {
      const ink = inkOf(issuer(view));
      return one((ink.left + ink.right) / 2 - (area.left + area.right) / 2);
    },
  },
  {
    id: 'issuer.font',
    clause: '7.2.4, 10.1',
    title: '发文机关标志小标宋体字',
    forms: shippedForms.red,
    on: onPaper,
    wanted: 'FZXiaoBiaoSong-B05S',
    tolerance: 0,
    unit: '',
    measure: (view) => one(fontsOf(issuer(view))),
  },
  {
    id: 'issuer.color',
    clause: '7.2.4, 10.1',
    title: '发文机关标志颜色为红色',
    forms: shippedForms.red,
    on: onPaper,
    wanted: '#ff0000',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const name = [...(view.case.options.unit.fullName || ' ')];
      const found = lineWith(view, name.join(''));
      return one(distinct(found?.own.characters.map(({ color }) => color) ?? ['not found']));
    },
  },
  {
    id: 'issuer.suffix',
    clause: '7.2.4',
    title: '发文机关标志由发文机关全称或规范化简称加“文件”二字组成',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: '文件',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const text = issuer(view)
        .map((character) => character.text)
        .join('');
      return one(text.includes('文件') ? '文件' : text);
    },
  },
  {
    id: 'issuer.width',
    clause: '7.2.4',
    title: '发文机关标志不宽于版心',
    forms: shippedForms.red,
    on: onPaper,
    wanted: { to: area.width },
    tolerance: 0,
    unit: 'mm',
    measure: (view) => {
      const ink = inkOf(issuer(view));
      return one(ink.right - ink.left);
    },
  },
  {
    id: 'issuer.one-line',
    clause: '7.2.4',
    title: '单一机关的标志排在一行（名称长时缩小字号）',
    forms: shippedForms.red,
    on: onPaper,
    wanted: 1,
    tolerance: 0,
    unit: '行',
    applies: isLong,
    measure: (view) => one(new Set(issuer(view).map(({ baseline }) => baseline.toFixed(1))).size),
  },
  {
    id: 'notices.left',
    clause: '7.2.1, 7.2.2, 7.2.3',
    title: '份号、密级和保密期限、紧急程度顶格编排在版心左上角',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    applies: hasNotices,
    measure: noticeLeft,
  },
  {
    id: 'notices.rows',
    clause: '7.2.1, 7.2.2, 7.2.3',
    title: '份号第一行、密级第二行、紧急程度第三行',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: '1+2+3',
    tolerance: 0,
    unit: '行',
    applies: hasNotices,
    measure: (view) => {
      const pitch = area.height / 22;
      const rows = notices(view).map((text) => {
        const line = lineWith(view, text)?.line;
        return line ? Math.floor(((line.top + line.bottom) / 2 - area.top) / pitch) + 1 : Number.NaN;
      });
      return one(distinct(rows));
    },
  },
  {
    id: 'notices.copy-number',
    clause: '7.2.1',
    title: '份号用 6 位 3 号阿拉伯数字',
    forms: [...shippedForms.letterKind, ...shippedForms.redHeadKind],
    on: onPaper,
    wanted: '6×16',
    tolerance: 0,
    unit: '',
    applies: hasNotices,
    measure: (view) => {
      const own = lineWith(view, view.case.letter.document.head.copyNumber ?? '')?.own;
      return one(own ? `${own.text.replaceAll(/\D/g, '').length}×${sizesOf(own.characters)}` : 'not found');
    },
  },
  {
    id: 'notices.font',
    clause: '7.2.2, 7.2.3',
    title: '密级和保密期限、紧急程度用 3 号黑体字',
    forms: [...shippedForms.letterKind, ...shippedForms.redHeadKind],
    on: onPaper,
    wanted: 'SimHei 16',
    tolerance: 0,
    unit: '',
    applies: hasNotices,
    measure: (view) =>
      notices(view)
        .slice(1)
        .map((text) => {
          const own = lineWith(view, text)?.own;
          return { value: own ? `${fontsOf(own.characters)} ${sizesOf(own.characters)}` : 'not found', at: text };
        }),
  },
  {
    id: 'number.below-issuer',
    clause: '7.2.5',
    title: '发文字号编排在发文机关标志下空二行位置（行内文字居上或居下，标准未定：2 至 2.45 行）',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: { from: 2, to: 2.45 },
    tolerance: 0.1,
    unit: '行',
    applies: hasNumber,
    measure: (view) =>
      one(lines((lineWith(view, docNumber(view))?.line.top ?? Number.NaN) - inkOf(issuer(view)).bottom)),
  },
  {
    id: 'number.centred',
    clause: '7.2.5',
    title: '发文字号居中（无签发人时）',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: (letter) => hasNumber(letter) && !hasSigner(letter) && letter.document.head.category === undefined,
    measure: (view) => {
      const own = lineWith(view, docNumber(view))?.own;
      return one(own ? (own.left + own.right) / 2 - (area.left + area.right) / 2 : Number.NaN);
    },
  },
  {
    id: 'number.font',
    clause: '7.2.5, 5.2.2',
    title: '发文字号 3 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 16',
    tolerance: 0,
    unit: '',
    applies: hasNumber,
    measure: (view) => {
      const own = lineWith(view, docNumber(view))?.own;
      return one(own ? `${fontsOf(own.characters)} ${sizesOf(own.characters)}` : 'not found');
    },
  },
  {
    id: 'number.brackets',
    clause: '7.2.5',
    title: '年份用全称，括于六角括号，发文顺序号不加“第”、不编虚位',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'well formed',
    tolerance: 0,
    unit: '',
    applies: hasNumber,
    measure: ({ pages }) => {
      const found = textLines(pages[0]!).map(({ text }) => /\p{Script=Han}+〔\d{4}〕[1-9]\d*号/u.exec(text)?.[0] ?? '');
      return one(found.some((text) => text !== '') ? 'well formed' : 'missing');
    },
  },
  {
    id: 'number.with-signer',
    clause: '7.2.6',
    title: '有签发人时发文字号居左空一字',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: 1,
    tolerance: 0.2,
    unit: '字',
    applies: hasSigner,
    measure: (view) => one(((lineWith(view, docNumber(view))?.own.left ?? Number.NaN) - area.left) / charPitch),
  },
  {
    id: 'signer.right',
    clause: '7.2.6',
    title: '签发人居右空一字',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: 1,
    tolerance: 0.2,
    unit: '字',
    applies: hasSigner,
    measure: (view) => one((area.right - (signer(view)?.own.right ?? Number.NaN)) / charPitch),
  },
  {
    id: 'signer.line',
    clause: '7.2.6',
    title: '发文字号与最后一个签发人姓名处在同一行（基线之差）',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: 0,
    tolerance: 0.2,
    unit: 'mm',
    applies: hasSigner,
    measure: (view) =>
      one((signer(view)?.own.baseline ?? Number.NaN) - (lineWith(view, docNumber(view))?.own.baseline ?? Number.NaN)),
  },
  {
    id: 'signer.fonts',
    clause: '7.2.6',
    title: '“签发人”三字用 3 号仿宋体，姓名用 3 号楷体',
    forms: shippedForms.redHeadKind,
    on: onPaper,
    wanted: 'FangSong_GB2312, KaiTi_GB2312, 16',
    tolerance: 0,
    unit: '',
    applies: hasSigner,
    measure: (view) => {
      const characters = signer(view)?.own.characters ?? [];
      return one(`${fontsOf(characters.slice(0, 3))}, ${fontsOf(characters.slice(4))}, ${sizesOf(characters)}`);
    },
  },
  {
    id: 'red-rule.below-number',
    clause: '7.2.7',
    title: '发文字号之下 4 mm 处的红色分隔线',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: 4,
    tolerance: 1,
    unit: 'mm',
    applies: hasNumber,
    measure: (view) =>
      one((redRules(view.pages[0])[0]?.top ?? Number.NaN) - (lineWith(view, docNumber(view))?.line.bottom ?? 0)),
  },
  {
    id: 'red-rule.length',
    clause: '7.2.7',
    title: '版头分隔线与版心等宽',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: area.width,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) => redRules(pages[0]).map((bar) => ({ value: bar.right - bar.left, at: 'page 1' })),
  },
  {
    id: 'red-rule.left',
    clause: '7.2.7',
    title: '版头分隔线居中（左端在版心左边缘）',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) => redRules(pages[0]).map((bar) => ({ value: bar.left, at: 'page 1' })),
  },
  {
    id: 'red-rule.weight',
    clause: '7.2.7',
    title: '版头分隔线高度（标准未定，通行 0.35 至 0.5 mm）',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: { from: 0.35, to: 0.5 },
    tolerance: 0.05,
    unit: 'mm',
    measure: ({ pages }) => redRules(pages[0]).map((bar) => ({ value: bar.bottom - bar.top, at: 'page 1' })),
  },
  {
    id: 'red-rule.count',
    clause: '7.2.7',
    title: '全文只有一条红色分隔线',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: 1,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) => one(pages.flatMap((page) => redRules(page)).length),
  },
  {
    id: 'title.below-red-rule',
    clause: '7.3.1',
    title: '标题编排于红色分隔线下空二行位置（同上：2 至 2.45 行）',
    forms: shippedForms.redHead,
    on: onPaper,
    wanted: { from: 2, to: 2.45 },
    tolerance: 0.1,
    unit: '行',
    applies: hasTitle,
    measure: (view) => {
      const [rule] = redRules(view.pages[0]);
      const title = firstLine(parts(view, 'title')[0]);
      return one(lines((title?.line.top ?? Number.NaN) - (rule?.bottom ?? Number.NaN)));
    },
  },
];

function signer(view: View) {
  return lineWith(view, `签发人：${view.case.letter.document.head.signer ?? ''}`);
}

/** 10.1: 信函格式. */
export const letterRules: readonly Rule[] = [
  {
    id: 'letter.issuer-top',
    clause: '10.1',
    title: '发文机关标志上边缘至上页边 30 mm',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 30,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => one(inkOf(issuer(view)).top),
  },
  {
    id: 'letter.issuer-plain',
    clause: '10.1',
    title: '发文机关标志不加“文件”二字',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 'without',
    tolerance: 0,
    unit: '',
    measure: (view) => one(issuer(view).some(({ text }) => text === '件') ? 'with' : 'without'),
  },
  {
    id: 'letter.issuer-host',
    clause: '10.1',
    title: '联合行文时使用主办机关标志',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: '云江市民政局',
    tolerance: 0,
    unit: '',
    applies: ({ document }) => document.tail.units.length > 1,
    measure: (view) =>
      one(
        issuer(view)
          .map(({ text }) => text)
          .join(''),
      ),
  },
  {
    id: 'letter.rule-1-gap',
    clause: '10.1',
    title: '发文机关标志下 4 mm 处的红色双线',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 4,
    tolerance: 1,
    unit: 'mm',
    measure: (view) => one((redRules(view.pages[0])[0]?.top ?? Number.NaN) - inkOf(issuer(view)).bottom),
  },
  {
    id: 'letter.rule-1-strokes',
    clause: '10.1',
    title: '第一条双线上粗下细（粗细之比）',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: { from: 2 },
    tolerance: 0,
    unit: '',
    measure: ({ pages }) => one(ratio(redRules(pages[0])[0], redRules(pages[0])[1])),
  },
  {
    id: 'letter.rule-2-place',
    clause: '10.1',
    title: '距下页边 20 mm 处的红色双线（下线下边缘）',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 20,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) => one(297 - (redRules(pages[0])[3]?.bottom ?? Number.NaN)),
  },
  {
    id: 'letter.rule-2-strokes',
    clause: '10.1',
    title: '第二条双线上细下粗（粗细之比）',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: { from: 2 },
    tolerance: 0,
    unit: '',
    measure: ({ pages }) => one(ratio(redRules(pages[0])[3], redRules(pages[0])[2])),
  },
  {
    id: 'letter.rule-gap',
    clause: '10.1',
    title: '双线的两线之间的空隙（标准未定：不足 1 mm）',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: { from: 0.3, to: 1 },
    tolerance: 0,
    unit: 'mm',
    measure: ({ pages }) => {
      const [a, b, c, d] = redRules(pages[0]);
      return [
        { value: (b?.top ?? Number.NaN) - (a?.bottom ?? 0), at: '第一条' },
        { value: (d?.top ?? Number.NaN) - (c?.bottom ?? 0), at: '第二条' },
      ];
    },
  },
  {
    id: 'letter.rule-length',
    clause: '10.1',
    title: '两条双线线长 170 mm',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 170,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) => redRules(pages[0]).map((bar) => ({ value: bar.right - bar.left, at: 'page 1' })),
  },
  {
    id: 'letter.rule-centred',
    clause: '10.1',
    title: '两条双线居中（左端距版心左边缘 7 mm）',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: 7,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) => redRules(pages[0]).map((bar) => ({ value: area.left - bar.left, at: 'page 1' })),
  },
  {
    id: 'letter.rule-count',
    clause: '10.1',
    title: '双线只在首页，共四线',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: '4+0',
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      one(`${redRules(pages[0]).length}+${pages.slice(1).flatMap((page) => redRules(page)).length}`),
  },
  {
    id: 'letter.number-right',
    clause: '10.1',
    title: '发文字号顶格居版心右边缘',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: area.right,
    tolerance: 1,
    unit: 'mm',
    applies: (letter) => hasNumber(letter),
    measure: (view) => one(lineWith(view, docNumber(view))?.own.right),
  },
  {
    id: 'letter.number-gap',
    clause: '10.1',
    title: '发文字号与第一条双线的距离为 3 号汉字高度的 7/8',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: (7 / 8) * em,
    tolerance: 1,
    unit: 'mm',
    applies: hasNumber,
    measure: (view) =>
      one((lineWith(view, docNumber(view))?.line.top ?? Number.NaN) - (redRules(view.pages[0])[1]?.bottom ?? 0)),
  },
  {
    id: 'letter.notices-left',
    clause: '10.1',
    title: '份号、密级和保密期限、紧急程度顶格居版心左边缘',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    applies: hasNotices,
    measure: noticeLeft,
  },
  {
    id: 'letter.notices-gap',
    clause: '10.1',
    title: '其中第一个要素与第一条双线的距离为 3 号汉字高度的 7/8',
    forms: shippedForms.letter,
    on: onPaper,
    wanted: (7 / 8) * em,
    tolerance: 1,
    unit: 'mm',
    applies: hasNotices,
    measure: (view) =>
      one((lineWith(view, notices(view)[0] ?? '')?.line.top ?? Number.NaN) - (redRules(view.pages[0])[1]?.bottom ?? 0)),
  },
  {
    id: 'letter.notices-order',
    clause: '10.1',
    title: '份号、密级和保密期限、紧急程度按顺序自上而下分行排列（行距）',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: area.height / 22,
    tolerance: 1,
    unit: 'mm',
    applies: hasNotices,
    measure: (view) => {
      const tops = notices(view).map((text) => lineWith(view, text)?.line.baseline ?? Number.NaN);
      return tops
        .slice(1)
        .map((top, index) => ({ value: top - (tops[index] ?? 0), at: notices(view)[index + 1] ?? '' }));
    },
  },
  {
    id: 'letter.title-gap',
    clause: '10.1',
    title: '标题居中，与其上最后一个要素相距二行（2 至 2.45 行）',
    forms: shippedForms.letterKind,
    on: onPaper,
    wanted: { from: 2, to: 2.45 },
    tolerance: 0.1,
    unit: '行',
    applies: hasTitle,
    measure: (view) => {
      const title = firstLine(parts(view, 'title')[0]);
      const above = title && textLines(title.page)[title.index - 1];
      return one(lines((title?.line.top ?? Number.NaN) - (above?.bottom ?? Number.NaN)));
    },
  },
];

const height = (bar: { top: number; bottom: number } | undefined): number => (bar ? bar.bottom - bar.top : Number.NaN);
const ratio = (
  heavy: { top: number; bottom: number } | undefined,
  light: { top: number; bottom: number } | undefined,
): number => height(heavy) / height(light);
