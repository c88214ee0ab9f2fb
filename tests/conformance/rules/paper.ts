import {
  area,
  charPitch,
  distinct,
  each,
  inkOf,
  isPortrait,
  letterParts,
  linePitch,
  neighbour,
  one,
  paper,
  place,
  sizesOf,
} from '../measure/places.ts';
import { firstLine } from '../measure/places.ts';
import type { Character } from '../measure/pages.ts';
import type { Part, PlacedLine } from '../measure/parts.ts';
import { textLines } from '../measure/parts.ts';
import { onPaper, shippedForms, type Measured, type Rule, type View } from './rule.ts';

/** 5 and 6: paper, type area, lines and characters. */
const full = (part: Part) => part.lines.slice(0, -1).filter(({ page }) => isPortrait(page));
const running = (view: View): Part[] =>
  letterParts(view, 'paragraph').filter((part) => part.align === undefined || part.align === 'left');
/** There LibreOffice puts what is left over of a line when each character has its share. */
const isBeforeWestern = (characters: readonly Character[], index: number): boolean =>
  /[!-~]/.test(characters[index + 1]?.text ?? '') && !/[!-~]/.test(characters[index]?.text ?? '');

/** Lines with the distances from character to character, in characters; blanks the drafter typed do not count. */
function spacedLines(part: Part): { line: PlacedLine; gaps: number[] }[] {
  const pieces = part.text.split(/\s+/);
  const ends = new Set(pieces.map((_piece, index) => pieces.slice(0, index + 1).join('').length - 1));
  let first = 0;
  return part.lines.map((line) => {
    const { characters } = line.own;
    const start = first;
    first += characters.length;
    const gaps = characters
      .slice(1)
      .map((character, index) => (character.left - (characters[index]?.left ?? 0)) / charPitch)
      .filter((_gap, index) => !ends.has(start + index) && !isBeforeWestern(characters, index));
    return { line, gaps };
  });
}

const opening = '[《〈（〔【“‘]';
const closing = '[，。、；：？！）》〉】〕”’…%℃]';
const single = `(?:[!-*,.0-~]+\\+?|[^\\s${opening.slice(1, -1)}${closing.slice(1, -1)}])`;
/** What a line may not end within: a number or word, with the marks that stay with it. */
const whole = new RegExp(`^${opening}*${single}(?:[·/]${single}|[·—～-]|${closing})*`);
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (/[!-~]/.test(one) ? 0.5 : 1), 0);

/** Whether the line is short because what begins the next one, wider than three characters, found no room in it. */
function isPulledBy(next: PlacedLine | undefined, gaps: readonly number[]): boolean {
  const width = widthOf(whole.exec(next?.own.text ?? '')?.[0] ?? '');
  const free = gaps.reduce((sum, gap) => sum + Math.max(0, gap - 1), 0);
  return width > 3 && free < width;
}

const isGrid = ({ id }: { id: string }): boolean => id === 'grid';
const twips = (pattern: RegExp, view: View): Measured[] => {
  const found = [...(view.exported.docx.parts['word/document.xml'] ?? '').matchAll(pattern)];
  return found.map(([, value]) => ({ value: Number(value) / 56.6929, at: 'w:sectPr' }));
};
/** Portrait sections only: a landscape one has its edges turned. */
const portraitMargin = (edge: string): RegExp =>
  new RegExp(`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar[^>]* w:${edge}="(\\d+)"`, 'g');

export const paperRules: readonly Rule[] = [
  {
    id: 'paper.width',
    clause: '5.1.2',
    title: 'A4 纸宽',
    forms: shippedForms.all,
    on: onPaper,
    wanted: paper.width,
    tolerance: 0.5,
    unit: 'mm',
    measure: ({ pages }) =>
      pages.map((page) => ({ value: Math.min(page.width, page.height), at: `page ${page.number}` })),
  },
  {
    id: 'paper.height',
    clause: '5.1.2',
    title: 'A4 纸长',
    forms: shippedForms.all,
    on: onPaper,
    wanted: paper.height,
    tolerance: 0.5,
    unit: 'mm',
    measure: ({ pages }) =>
      pages.map((page) => ({ value: Math.max(page.width, page.height), at: `page ${page.number}` })),
  },
  {
    id: 'margin.top',
    clause: '5.2.1',
    title: '天头（上白边）37±1 mm，Word 页面设置',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 37,
    tolerance: 0.1,
    unit: 'mm',
    measure: (view) => twips(portraitMargin('top'), view),
  },
  {
    id: 'margin.left',
    clause: '5.2.1',
    title: '订口（左白边）28±1 mm，Word 页面设置',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 28,
    tolerance: 0.1,
    unit: 'mm',
    measure: (view) => twips(portraitMargin('left'), view),
  },
  {
    id: 'margin.right',
    clause: '5.2.1',
    title: '版心 156×225 mm：右白边，Word 页面设置',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 26,
    tolerance: 0.1,
    unit: 'mm',
    measure: (view) => twips(portraitMargin('right'), view),
  },
  {
    id: 'margin.bottom',
    clause: '5.2.1',
    title: '版心 156×225 mm：下白边，Word 页面设置',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 35,
    tolerance: 0.1,
    unit: 'mm',
    measure: (view) => twips(portraitMargin('bottom'), view),
  },
  {
    id: 'area.left',
    clause: '5.2.1',
    title: '版心左边缘（回行顶格处；行首前引号、前括号可只占半字，不计）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    applies: ({ document }) => document.sections.some(({ blocks }) => blocks.length > 0),
    measure: (view) =>
      running(view).flatMap((part) =>
        part.lines
          .slice(1)
          .filter(({ own }) => !/^[（《“‘〔]/.test(own.text))
          .map((line) => ({ value: line.own.left, at: place(line) })),
      ),
  },
  {
    id: 'area.right',
    clause: '5.2.1',
    title: '版心右边缘（以汉字收尾的满行末字右侧；行末标点可只占半字）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: area.right,
    tolerance: 1,
    unit: 'mm',
    measure: (view) =>
      running(view).flatMap((part) =>
        full(part)
          .filter(({ own }) => /\p{Script=Han}$/u.test(own.text))
          .map((line) => ({ value: line.own.right, at: place(line) })),
      ),
  },
  {
    id: 'area.top',
    clause: '5.2.1',
    title: '次页起首行文字的上边缘不超出版心（行距内居上或居中，标准未定）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: area.top, to: area.top + linePitch / 2 },
    tolerance: 1,
    unit: 'mm',
    applies: ({ id }) => id !== 'one-page' && !id.startsWith('ends-after'),
    measure: ({ pages }) =>
      pages
        .slice(1)
        .filter(isPortrait)
        .flatMap((page) =>
          textLines(page)
            .slice(0, 1)
            .map((line) => ({ value: line.top, at: place({ page, line }) })),
        ),
  },
  {
    id: 'area.bottom',
    clause: '5.2.1',
    title: '文字的下边缘不超出版心（页码除外）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { to: area.bottom },
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) =>
      pages.filter(isPortrait).flatMap((page) =>
        textLines(page)
          .slice(-1)
          .map((line) => ({ value: line.bottom, at: place({ page, line }) })),
      ),
  },
  {
    id: 'area.sides',
    clause: '5.2.1',
    title: '文字不超出版心左右边缘（超出的毫米数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    measure: ({ pages }) =>
      pages.filter(isPortrait).flatMap((page) =>
        page.lines.map((line) => ({
          value: Math.max(0, area.left - inkOf(line.characters).left, inkOf(line.characters).right - area.right),
          at: place({ page, line }),
        })),
      ),
  },
  {
    id: 'lines.per-page',
    clause: '5.2.3',
    title: '每面 22 行',
    forms: ['plain'],
    on: onPaper,
    wanted: 22,
    tolerance: 0,
    unit: '行',
    applies: ({ id }) => id === 'grid' || id === 'twelve-pages',
    // Of running text every page but the first and the last two, which the signature may empty.
    measure: ({ pages, case: { letter } }) =>
      pages
        .slice(isGrid(letter) ? 0 : 1, isGrid(letter) ? -1 : -2)
        .map((page) => ({ value: textLines(page).length, at: `page ${page.number}` })),
  },
  {
    id: 'lines.pitch',
    clause: '5.2.3, 3.3',
    title: '行距（3 号字高与其 7/8 之和撑满版心：225÷22 mm）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: linePitch,
    tolerance: 0.1,
    unit: 'mm',
    measure: (view) =>
      running(view).flatMap((part) =>
        full(part).flatMap((line, index) => {
          const next = part.lines[index + 1];
          if (!next || next.page !== line.page) return [];
          return [{ value: next.line.baseline - line.line.baseline, at: place(line) }];
        }),
      ),
  },
  {
    id: 'lines.fill',
    clause: '5.2.3',
    title: '22 行撑满版心：首行至末行的高度',
    forms: ['plain'],
    on: onPaper,
    wanted: 21 * linePitch,
    tolerance: 1,
    unit: 'mm',
    applies: isGrid,
    measure: ({ pages }) =>
      pages.slice(0, -1).map((page) => {
        const lines = textLines(page);
        return { value: (lines.at(-1)?.baseline ?? 0) - (lines[0]?.baseline ?? 0), at: `page ${page.number}` };
      }),
  },
  {
    id: 'characters.per-line',
    clause: '5.2.3',
    title: '每行 28 字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 28,
    tolerance: 0,
    unit: '字',
    applies: isGrid,
    measure: (view) =>
      running(view).flatMap((part) =>
        part.lines.slice(1, -1).map((line) => ({ value: line.own.characters.length, at: place(line) })),
      ),
  },
  {
    id: 'characters.pitch',
    clause: '5.2.3',
    title: '字距（156÷28 mm）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: charPitch,
    tolerance: 0.05,
    unit: 'mm',
    applies: isGrid,
    measure: (view) =>
      running(view).flatMap((part) =>
        full(part).map((line) => ({
          value: (line.own.right - line.own.left) / line.own.characters.length,
          at: place(line),
        })),
      ),
  },
  {
    id: 'text.size',
    clause: '5.2.2',
    title: '正文 3 号字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '16',
    tolerance: 0,
    unit: 'pt',
    measure: (view) => each(running(view), ({ own }) => sizesOf(own.characters)),
  },
  {
    id: 'text.black',
    clause: '5.2.4',
    title: '如无特殊说明，文字颜色均为黑色（红色之外的杂色数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: page.lines
          .flatMap((line) => line.characters.map(({ color }) => color))
          .concat(page.bars.map(({ color }) => color))
          .filter((color) => color !== '#000000' && color !== '#ff0000').length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.red',
    clause: '7.2.4, 7.2.7, 10.1',
    title: '除首页发文机关标志和红线外没有红色',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages, case: { form } }) =>
      pages.map((page) => ({
        value:
          page.number === 1 && (form === 'letter' || form === 'red-head')
            ? 0
            : page.lines.flatMap((line) => line.characters).filter(({ color }) => color === '#ff0000').length +
              page.bars.filter(({ color }) => color === '#ff0000').length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'word.lines-per-page',
    clause: '5.2.3',
    title: 'Word 正文固定行距下版心容纳的行数（版心高÷行距取整）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 22,
    tolerance: 0,
    unit: '行',
    measure: (view) => {
      const styles = view.exported.docx.parts['word/styles.xml'] ?? '';
      const line = /<w:spacing[^>]* w:line="(\d+)" w:lineRule="exact"/.exec(styles)?.[1];
      const [, height = 0, top = 0, bottom = 0] =
        /<w:pgSz w:w="11906" w:h="(\d+)"\/><w:pgMar w:top="(\d+)"[^>]* w:bottom="(\d+)"/
          .exec(view.exported.docx.parts['word/document.xml'] ?? '')
          ?.map(Number) ?? [];
      return one(Math.floor((height - top - bottom) / Number(line)), 'word/styles.xml');
    },
  },
  {
    id: 'word.widow-control',
    clause: '5.2.3',
    title: 'Word 不作孤行控制（否则有的面只有 21 行）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 'off',
    tolerance: 0,
    unit: '',
    measure: (view) =>
      one(
        /<w:widowControl w:val="(?:0|false)"\/>/.test(view.exported.docx.parts['word/styles.xml'] ?? '') ? 'off' : 'on',
        'word/styles.xml',
      ),
  },
  {
    id: 'word.fonts-named',
    clause: '5.2.2',
    title: 'Word 文件点名的中文字体（标题小标宋、正文仿宋、黑体、楷体、宋体）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: '仿宋_GB2312+宋体+方正小标宋简体+楷体_GB2312+黑体',
    tolerance: 0,
    unit: '',
    measure: (view) => {
      const fonts = [
        ...Object.values(view.exported.docx.parts)
          .join('')
          .matchAll(/w:eastAsia="([^"]*)"/g),
      ].map(([, font = '']) => font);
      return one(distinct(fonts.filter((font) => !font.includes('-')).sort()), 'w:rFonts');
    },
  },
  {
    id: 'text.indent',
    clause: '7.3.3',
    title: '正文每个自然段左空二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    measure: (view) =>
      each(running(view), (line) => (inset(line.own.characters[0]?.text, line.own.left) - area.left) / charPitch),
  },
  {
    id: 'text.font',
    clause: '5.2.2, 7.3.3',
    title: '正文仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312',
    tolerance: 0,
    unit: '',
    measure: (view) => running(view).flatMap((part) => fontsOfPart(part)),
  },
  {
    id: 'text.line-start',
    clause: 'GB/T 15834, 5.1',
    title: '标点避头尾：行首无句内点号与后引号、后括号（出现数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: textLines(page).filter(({ text }) => /^[，。、；：？！”’）》〉〕】%℃]/.test(text)).length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.line-end',
    clause: 'GB/T 15834, 5.1',
    title: '标点避头尾：行末无前引号、前括号、前书名号（出现数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: textLines(page).filter(({ text }) => /[“‘（《〈〔【]$/.test(text)).length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.connector-start',
    clause: 'GB/T 15834, 5.1.7, 5.1.8',
    title: '连接号（—、～）、间隔号（·）不出现在一行之首（出现数；破折号不计）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: textLines(page).filter(({ text }) => /^[·・～]|^—(?!—)/.test(text)).length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.slash-edge',
    clause: 'GB/T 15834, 5.1.10',
    title: '分隔号（/）不出现在一行之首或一行之末（出现数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: textLines(page).filter(({ text }) => /^\/|\/$/.test(text)).length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.dash-whole',
    clause: 'GB/T 15834, 5.1.6',
    title: '破折号、省略号不断开分处上行之末和下行之首（断开数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => {
        const lines = textLines(page);
        const parted = lines.filter(({ text }, index) => {
          const [last, first] = [text.at(-1) ?? '', lines[index + 1]?.text[0]];
          return last === first && '—…'.includes(last) && text !== '';
        });
        return { value: parted.length, at: `page ${page.number}` };
      }),
  },
  {
    id: 'text.bracket-width',
    clause: '5.2.3',
    title: '行首的前括号、前书名号占一字，与 Word 不压缩标点一致',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 0.97 },
    tolerance: 0.02,
    unit: '字',
    applies: ({ id }) => id === 'line-edges',
    measure: (view) =>
      running(view)
        .flatMap((part) => part.lines)
        .filter(({ own }) => /^[《（〔【]/.test(own.text))
        .map((line) => {
          const [mark, next] = line.own.characters;
          return { value: ((next?.left ?? Number.NaN) - (mark?.left ?? 0)) / charPitch, at: place(line) };
        }),
  },
  {
    id: 'text.no-gaps',
    clause: '5.2.3',
    title:
      '行内字距不拉开（相邻两字间距的最大值；下一行以宽过三字、不可拆开的数字、西文词或标点相连的字开头，本行容不下的，不计）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { to: 1.12 },
    tolerance: 0.02,
    unit: '字',
    measure: (view) =>
      running(view).flatMap((part) =>
        spacedLines(part)
          .slice(0, -1)
          .filter(({ line, gaps }, index) => isPortrait(line.page) && !isPulledBy(part.lines[index + 1], gaps))
          .map(({ line, gaps }) => ({ value: Math.max(...gaps), at: place(line) })),
      ),
  },
  {
    id: 'text.no-stray-line',
    clause: '7.3.5.5',
    title: '无“（此页无正文）”',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    measure: ({ pages }) =>
      pages.map((page) => ({
        value: page.lines.filter(({ text }) => text.includes('此页无正文')).length,
        at: `page ${page.number}`,
      })),
  },
  {
    id: 'text.first-page',
    clause: '7.3.3',
    title: '公文首页必须显示正文（首页正文行数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 1 },
    tolerance: 0,
    unit: '行',
    measure: (view) =>
      one(
        letterParts(view, 'paragraph')
          .flatMap((part) => part.lines)
          .filter(({ page }) => page.number === 1).length,
      ),
  },
  {
    id: 'text.heading-last',
    clause: '7.3.3',
    title: '标题不落在一面的末行（独占一行的标题之后同面无正文的数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: ({ document }) =>
      document.sections.some(({ heading, blocks }) => heading || blocks.some(({ type }) => type === 'heading')),
    measure: (view) =>
      each(
        view.parts.filter((part) => part.kind === 'heading' && !part.runIn),
        (_, part) => {
          const line = part.lines.at(-1);
          return line && neighbour(line, 1) ? 0 : 1;
        },
      ),
  },
];

function fontsOfPart(part: Part): Measured[] {
  const line = firstLine(part);
  if (!line) return [{ value: Number.NaN, at: `not found: ${part.text}` }];
  return [
    { value: distinct(part.lines.flatMap(({ own }) => own.characters.map(({ font }) => font))), at: place(line) },
  ];
}

/** Opening brackets and quotation marks at the head of a line may be set half as wide: their square begins earlier. */
function inset(text: string | undefined, left: number): number {
  return /[（《“‘]/.test(text ?? '') && left < area.left + 1.7 * charPitch ? left + charPitch / 2 : left;
}
