import {
  area,
  blankLines,
  charPitch,
  each,
  firstLine,
  fontsOf,
  lastLine,
  letterParts,
  neighbour,
  one,
  parts,
  sizesOf,
} from '../measure/places.ts';
import type { Part } from '../measure/parts.ts';
import type { ConformanceLetter } from '../letters.ts';
import { onPaper, shippedForms, type Rule, type View } from './rule.ts';

/** 7.3.1 to 7.3.3: title, addressee, headings. */
const hasTitle = ({ document }: ConformanceLetter): boolean => document.head.title.length > 0;
const hasSalutation = ({ document }: ConformanceLetter): boolean => document.head.salutation.length > 0;
const hasHeading =
  (level: number) =>
  ({ document }: ConformanceLetter): boolean =>
    document.sections.some(({ heading, blocks }) =>
      [heading, ...blocks].some((block) => block?.type === 'heading' && block.level === level),
    );
const hasRunIn = ({ document }: ConformanceLetter): boolean =>
  document.sections.some(({ blocks }) => blocks.some(({ runs }) => runs.some((run) => run.format?.body)));
const centre = (area.left + area.right) / 2;
const titleLines = (view: View) => parts(view, 'title').flatMap((part) => part.lines);
const headings = (view: View, level: number): Part[] => parts(view, 'heading').filter((part) => part.level === level);

/** Number and heading: the line from its start to the heading's end. */
function headingLook(level: number, font: string): Rule['measure'] {
  return (view) =>
    each(headings(view, level), ({ line, own }) => {
      const end = line.characters.indexOf(own.characters.at(-1) ?? line.characters[0]!);
      return fontsOf(line.characters.slice(0, end + 1)) === font ? font : fontsOf(line.characters.slice(0, end + 1));
    });
}

const headingRules = (
  [
    [1, '一、', 'SimHei', '黑体'],
    [2, '（一）', 'KaiTi_GB2312', '楷体'],
    [3, '1.', 'FangSong_GB2312', '仿宋体'],
    [4, '（1）', 'FangSong_GB2312', '仿宋体'],
  ] as const
).flatMap(([level, mark, font, name]): Rule[] => [
  {
    id: `heading-${level}.font`,
    clause: '7.3.3',
    title: `第${'一二三四'[level - 1]}层标题“${mark}”用${name}字（序号在内）`,
    forms: shippedForms.all,
    on: onPaper,
    wanted: font,
    tolerance: 0,
    unit: '',
    applies: hasHeading(level),
    measure: headingLook(level, font),
  },
  {
    id: `heading-${level}.mark`,
    clause: '7.3.3',
    title: `第${'一二三四'[level - 1]}层结构层次序数用“${mark}”`,
    forms: shippedForms.all,
    on: onPaper,
    wanted: mark,
    tolerance: 0,
    unit: '',
    applies: hasHeading(level),
    measure: (view) =>
      each(headings(view, level), ({ line, own }) => {
        const label = line.text.slice(0, line.characters.indexOf(own.characters[0]!));
        const kinds: readonly [RegExp, string][] = [
          [/^[一二三四五六七八九十]+、$/, '一、'],
          [/^（[一二三四五六七八九十]+）$/, '（一）'],
          [/^\d+\.$/, '1.'],
          [/^（\d+）$/, '（1）'],
        ];
        return kinds.find(([pattern]) => pattern.test(label))?.[1] ?? label;
      }),
  },
]);

export const textRules: readonly Rule[] = [
  {
    id: 'title.size',
    clause: '7.3.1',
    title: '标题 2 号字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '22',
    tolerance: 0,
    unit: 'pt',
    applies: hasTitle,
    measure: (view) => titleLines(view).map(({ own }) => ({ value: sizesOf(own.characters), at: own.text })),
  },
  {
    id: 'title.font',
    clause: '7.3.1',
    title: '标题小标宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FZXiaoBiaoSong-B05S',
    tolerance: 0,
    unit: '',
    applies: hasTitle,
    measure: (view) => titleLines(view).map(({ own }) => ({ value: fontsOf(own.characters), at: own.text })),
  },
  {
    id: 'title.not-bold',
    clause: '7.3.1',
    title: '标题不加粗（Word 的标题样式）',
    forms: shippedForms.all,
    on: ['docx'],
    wanted: 'regular',
    tolerance: 0,
    unit: '',
    applies: hasTitle,
    measure: (view) => {
      const style = /<w:style [^>]*w:styleId="DafuTitle">.*?<\/w:style>/s.exec(
        view.exported.docx.parts['word/styles.xml'] ?? '',
      )?.[0];
      return one(
        style === undefined ? 'no style' : /<w:b(?: w:val="1")?\/>/.test(style) ? 'bold' : 'regular',
        'DafuTitle',
      );
    },
  },
  {
    id: 'title.centred',
    clause: '7.3.1',
    title: '标题各行居中（中线与版心中线之差）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: hasTitle,
    measure: (view) =>
      titleLines(view).map(({ own }) => ({ value: (own.left + own.right) / 2 - centre, at: own.text })),
  },
  {
    id: 'title.lines',
    clause: '7.3.1',
    title: '标题至多三行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { to: 3 },
    tolerance: 0,
    unit: '行',
    applies: hasTitle,
    measure: (view) => one(titleLines(view).length),
  },
  {
    id: 'title.shape',
    clause: '7.3.1',
    title: '标题回行成梯形或菱形（短于上下两行的行数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '行',
    applies: hasTitle,
    measure: (view) => {
      const widths = titleLines(view).map(({ own }) => own.right - own.left);
      const waists = widths.slice(1, -1).filter((width, index) => {
        const [above = 0, below = 0] = [widths[index], widths[index + 2]];
        return width < Math.min(above, below) - 1;
      });
      return one(waists.length, widths.map((width) => width.toFixed(0)).join('/'));
    },
  },
  {
    id: 'title.shortest',
    clause: '7.3.1',
    title: '标题回行长短适宜（标准未定数：最短的一行不少于四字）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 4 },
    tolerance: 0,
    unit: '字',
    applies: hasTitle,
    measure: (view) => titleLines(view).map(({ own }) => ({ value: own.characters.length, at: own.text })),
  },
  {
    id: 'title.breaks',
    clause: '7.3.1',
    title: '标题回行词意完整：行首无“的、了、号、届、次”和标点，行末无“第”和数字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0,
    unit: '个',
    applies: hasTitle,
    measure: (view) => {
      const texts = titleLines(view).map(({ own }) => own.text);
      const bad = texts.filter(
        (text, index) =>
          (index > 0 && /^[的了号届次，、。》）]/.test(text)) || (index < texts.length - 1 && /[第\d（《]$/.test(text)),
      );
      return one(bad.length, texts.join('/'));
    },
  },
  {
    id: 'title.pitch',
    clause: '7.3.1',
    title: '标题行距（标准未定；不大于正文行距的 1.3 倍，字不相叠）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 8.5, to: 13.3 },
    tolerance: 0,
    unit: 'mm',
    applies: ({ id }) => ['four-pages', 'own-breaks'].includes(id),
    measure: (view) => {
      const all = titleLines(view);
      return all
        .slice(1)
        .map(({ own }, index) => ({ value: own.baseline - (all[index]?.own.baseline ?? 0), at: own.text }));
    },
  },
  {
    id: 'salutation.gap',
    clause: '7.3.2',
    title: '主送机关编排于标题下空一行位置',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 1,
    tolerance: 0.1,
    unit: '行',
    applies: (letter) => hasTitle(letter) && hasSalutation(letter),
    measure: (view) => {
      const [above, below] = [lastLine(parts(view, 'title')[0]), firstLine(parts(view, 'salutation')[0])];
      return one(above && below && blankLines(centred(above.line), centred(below.line)));
    },
  },
  {
    id: 'salutation.left',
    clause: '7.3.2',
    title: '主送机关居左顶格，回行时仍顶格',
    forms: shippedForms.all,
    on: onPaper,
    wanted: area.left,
    tolerance: 1,
    unit: 'mm',
    applies: hasSalutation,
    measure: (view) =>
      parts(view, 'salutation').flatMap((part) => part.lines.map(({ own }) => ({ value: own.left, at: own.text }))),
  },
  {
    id: 'salutation.colon',
    clause: '7.3.2',
    title: '最后一个机关名称后标全角冒号',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '：',
    tolerance: 0,
    unit: '',
    applies: hasSalutation,
    measure: (view) => one(lastLine(parts(view, 'salutation')[0])?.line.text.at(-1) ?? 'not found'),
  },
  {
    id: 'salutation.font',
    clause: '5.2.2',
    title: '主送机关 3 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 16',
    tolerance: 0,
    unit: '',
    applies: hasSalutation,
    measure: (view) =>
      each(parts(view, 'salutation'), ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`),
  },
  {
    id: 'text.after-salutation',
    clause: '7.3.3',
    title: '正文编排于主送机关名称下一行（其间空行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0.1,
    unit: '行',
    applies: hasSalutation,
    measure: (view) => {
      const line = lastLine(parts(view, 'salutation')[0]);
      const next = line && neighbour(line, 1);
      return one(line && next && blankLines(line.line, next));
    },
  },
  ...headingRules,
  {
    id: 'heading.size',
    clause: '5.2.2',
    title: '各层标题 3 号字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '16',
    tolerance: 0,
    unit: 'pt',
    applies: hasHeading(1),
    measure: (view) => each(parts(view, 'heading'), ({ own }) => sizesOf(own.characters)),
  },
  {
    id: 'heading.indent',
    clause: '7.3.3',
    title: '各层标题左空二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: hasHeading(1),
    measure: (view) =>
      each(parts(view, 'heading'), ({ line, own }) => {
        // A bracket set half as wide begins inside its square.
        const [first] = line.characters;
        const inset =
          first && /[（《“]/.test(first.text) && own.size > 0
            ? Math.max(
                0,
                (first.ink?.left ?? first.left) - first.left < 0.6 * charPitch &&
                  first.right - first.left < 0.7 * charPitch
                  ? -charPitch / 2
                  : 0,
              )
            : 0;
        return (line.left + inset - area.left) / charPitch;
      }),
  },
  {
    id: 'heading.no-blank',
    clause: '7.3.3',
    title: '标题与其下正文之间不空行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0.1,
    unit: '行',
    applies: hasHeading(1),
    measure: (view) =>
      letterParts(view, 'heading').flatMap((part) => {
        const line = lastLine(part);
        const next = line && neighbour(line, 1);
        return line && next ? [{ value: blankLines(line.line, next), at: part.text }] : [];
      }),
  },
  {
    id: 'heading.run-in',
    clause: '7.3.3',
    title: '标题与正文接排时标题用楷体、正文用仿宋体',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'KaiTi_GB2312, FangSong_GB2312',
    tolerance: 0,
    unit: '',
    applies: hasRunIn,
    measure: (view) =>
      each(
        headings(view, 2).filter((part) => part.runIn),
        ({ own }, part) =>
          `${fontsOf(own.characters)}, ${fontsOf(part.runIn?.lines.flatMap((line) => line.own.characters) ?? [])}`,
      ),
  },
];

/** A line of large type counts by the middle of its characters, not by their baseline. */
function centred<T extends { baseline: number; top: number; bottom: number }>(line: T): T {
  return { ...line, baseline: (line.top + line.bottom) / 2 };
}
