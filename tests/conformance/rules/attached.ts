import {
  area,
  blankLines,
  distinct,
  each,
  firstLine,
  fontsOf,
  isPortrait,
  linePitch,
  one,
  pageNumbers,
  paper,
  parts,
  rules,
  sizesOf,
} from '../measure/places.ts';
import { textLines } from '../measure/parts.ts';
import type { ConformanceLetter } from '../letters.ts';
import { onPaper, shippedForms, type Rule } from './rule.ts';

/** 7.3.6: 附件 on pages of their own, and tables on pages of any kind (8, 9). */
const hasText = ({ document }: ConformanceLetter): boolean =>
  document.sections.some(({ role }) => role === 'attachment');
const hasLandscape = ({ document }: ConformanceLetter): boolean =>
  document.sections.some(({ attachment }) => attachment?.isLandscape);
const hasTable = ({ document }: ConformanceLetter): boolean =>
  document.sections.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));

export const attachedRules: readonly Rule[] = [
  {
    id: 'attached.new-page',
    clause: '7.3.6',
    title: '附件另面编排（“附件”字样是该面第一行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '行',
    applies: hasText,
    measure: (view) => each(parts(view, 'attachment-mark'), ({ index }) => index),
  },
  {
    id: 'attached.mark-first-line',
    clause: '7.3.6',
    title: '“附件”二字及附件顺序号在版心左上角第一行（文字上边缘距版心上边缘）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 0, to: linePitch / 2 },
    tolerance: 1,
    unit: 'mm',
    applies: hasText,
    measure: (view) =>
      each(parts(view, 'attachment-mark'), ({ line, page }) => line.top - (isPortrait(page) ? area.top : landscapeTop)),
  },
  {
    id: 'attached.mark-left',
    clause: '7.3.6',
    title: '“附件”二字顶格',
    forms: shippedForms.all,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    applies: hasText,
    measure: (view) =>
      each(
        parts(view, 'attachment-mark').filter((part) => !part.lines[0] || isPortrait(part.lines[0].page)),
        ({ own }) => own.left,
      ),
  },
  {
    id: 'attached.mark-font',
    clause: '7.3.6',
    title: '“附件”二字及附件顺序号用 3 号黑体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'SimHei 16',
    tolerance: 0,
    unit: '',
    applies: hasText,
    measure: (view) =>
      each(parts(view, 'attachment-mark'), ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`),
  },
  {
    id: 'attached.title-line',
    clause: '7.3.6',
    title: '附件标题居中编排在版心第三行（其上空行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 1,
    tolerance: 0.2,
    unit: '行',
    applies: hasText,
    measure: (view) => {
      const marks = parts(view, 'attachment-mark');
      return parts(view, 'attachment-title').map((part, index) => {
        const [above, below] = [firstLine(marks[index]), firstLine(part)];
        if (!above || !below) return { value: Number.NaN, at: `not found: ${part.text}` };
        const middle = (line: typeof above.line) => ({ ...line, baseline: (line.top + line.bottom) / 2 });
        return { value: blankLines(middle(above.line), middle(below.line)), at: part.text };
      });
    },
  },
  {
    id: 'attached.title-centred',
    clause: '7.3.6',
    title: '附件标题居中（中线与版心中线之差）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: hasText,
    measure: (view) =>
      parts(view, 'attachment-title').flatMap((part) =>
        part.lines.map(({ own, page }) => ({
          value:
            (own.left + own.right) / 2 -
            (isPortrait(page) ? (area.left + area.right) / 2 : landscapeCentre(page.width)),
          at: own.text,
        })),
      ),
  },
  {
    id: 'attached.title-font',
    clause: '7.3.6, 7.3.1',
    title: '附件格式要求同正文：标题 2 号小标宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FZXiaoBiaoSong-B05S 22',
    tolerance: 0,
    unit: '',
    applies: hasText,
    measure: (view) =>
      each(parts(view, 'attachment-title'), ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`),
  },
  {
    id: 'attached.same-name',
    clause: '7.3.6',
    title: '附件顺序号和附件标题与附件说明的表述一致（找到的附件数与说明之差）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: hasText,
    measure: (view) => {
      const found = parts(view, 'attachment-title').filter((part) => part.lines.length > 0).length;
      return one(found - view.case.letter.document.tail.attachments.length);
    },
  },
  {
    id: 'attached.numbered-on',
    clause: '7.5',
    title: '附件与正文一起装订时页码连续编排',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'consecutive',
    tolerance: 0,
    unit: '',
    applies: hasText,
    measure: (view) => {
      const numbers = pageNumbers(view).map(({ line, page }) =>
        Number((line?.text ?? page.turned?.text ?? String(page.number)).replaceAll(/\D/g, '')),
      );
      return one(numbers.every((number, index) => number === index + 1) ? 'consecutive' : numbers.join(','));
    },
  },
  {
    id: 'attached.landscape',
    clause: '8',
    title: '横排附件的面横放（宽）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 297,
    tolerance: 0.5,
    unit: 'mm',
    applies: hasLandscape,
    measure: (view) => {
      const turned = view.pages.filter((page) => !isPortrait(page));
      return turned.length === 0
        ? one(Number.NaN, 'no such page')
        : turned.map((page) => ({ value: page.width, at: `page ${page.number}` }));
    },
  },
  {
    id: 'attached.landscape-area',
    clause: '5.2.1, 8',
    title: '横排的面版心 225×156 mm：文字与表格不超出（超出的毫米数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: hasLandscape,
    measure: (view) =>
      view.pages
        .filter((page) => !isPortrait(page))
        .map((page) => {
          const lines = textLines(page);
          const right = Math.max(
            ...lines.map(({ characters }) => Math.max(...characters.map(({ ink }) => ink?.right ?? 0))),
          );
          const left = Math.min(...lines.map((line) => line.left));
          return {
            value: Math.max(
              0,
              right - left - 225,
              Math.max(...lines.map(({ bottom }) => bottom)) - Math.min(...lines.map(({ top }) => top)) - 156,
            ),
            at: `page ${page.number}`,
          };
        }),
  },
  {
    id: 'table.inside',
    clause: '5.2.1',
    title: '表格不超出版心左右边缘（超出的毫米数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: hasTable,
    measure: (view) =>
      view.pages.filter(isPortrait).flatMap((page) =>
        rules(page, 100)
          .filter(({ color }) => color === '#000000')
          .map((bar) => ({
            value: Math.max(0, area.left - bar.left, bar.right - area.right),
            at: `page ${page.number}`,
          })),
      ),
  },
  {
    id: 'table.head-repeated',
    clause: '9（表格跨页惯例）',
    title: '表格跨页时每面重复表头',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '序号项目名称建设内容完成时限',
    tolerance: 0,
    unit: '',
    applies: ({ id }) => id === 'tables',
    measure: (view) => {
      const pages = view.pages.filter((page) => textLines(page).some(({ text }) => /第\d+社区养老服务站/.test(text)));
      return pages.map((page) => {
        const heads = textLines(page).filter(({ text }) => text === '序号项目名称建设内容完成时限');
        return { value: heads[0]?.text ?? 'missing', at: `page ${page.number}` };
      });
    },
  },
  {
    id: 'table.rows-per-page',
    clause: '5.2.3',
    title: '表格占满的一面有 22 行（每行一行字）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 22,
    tolerance: 0,
    unit: '行',
    applies: ({ id }) => id === 'long-table',
    measure: ({ pages }) =>
      pages
        .filter((page) => textLines(page).every(({ text }) => /^(序号|\d+第)/.test(text)) && textLines(page).length > 0)
        .slice(0, 1)
        .map((page) => ({ value: textLines(page).length, at: `page ${page.number}` })),
  },
  {
    id: 'table.rows-whole',
    clause: '9（表格跨页惯例）',
    title: '表格的行不拆到两面（各项序号与名称同面）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 36,
    tolerance: 0,
    unit: '个',
    applies: ({ id }) => id === 'tables',
    measure: (view) =>
      one(
        view.pages.flatMap((page) =>
          textLines(page).filter(({ text }) => /^\d+第\d+社区养老服务站.*2026年底前$/.test(text)),
        ).length,
      ),
  },
  {
    id: 'table.font',
    clause: '5.2.2',
    title: '表内文字仿宋体字，字号不大于正文（标准未定）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312',
    tolerance: 0,
    unit: '',
    applies: ({ id }) => id === 'tables',
    measure: (view) => {
      const lines = view.pages.flatMap((page) =>
        textLines(page).filter(({ text }) => /第\d+社区养老服务站/.test(text)),
      );
      return one(distinct(lines.flatMap((line) => line.characters.map(({ font }) => font))), 'table');
    },
  },
];

/** A landscape page is a portrait one turned: the binding edge of 28 mm is its head, foot and head are its sides. */
const landscapeTop = area.left;
const landscapeCentre = (width: number): number => (paper.height - area.bottom + width - area.top) / 2;
