import {
  area,
  blankLines,
  charPitch,
  each,
  firstLine,
  fontsOf,
  lastLine,
  letterParts,
  one,
  parts,
  sizesOf,
} from '../measure/places.ts';
import { textLines, type Part, type PlacedLine } from '../measure/parts.ts';
import type { ConformanceLetter } from '../letters.ts';
import { onPaper, shippedForms, type Measured, type Rule, type View } from './rule.ts';

/** 7.3.4, 7.3.5 and 7.3.7: 附件说明, signature and date, 附注. */
type Applies = (letter: ConformanceLetter) => boolean;
const tailOf = ({ document }: ConformanceLetter) => document.tail;
const seals =
  (...kinds: readonly string[]): Applies =>
  (letter) =>
    tailOf(letter).units.length > 0 && kinds.includes(tailOf(letter).seal ?? 'sealed');
const isAlone: Applies = (letter) => tailOf(letter).units.length === 1;
const isJoint: Applies = (letter) => tailOf(letter).units.length > 1;
const hasSignature: Applies = (letter) => tailOf(letter).units.length > 0;
const hasAttachments: Applies = (letter) => tailOf(letter).attachments.length > 0;
const both =
  (...all: readonly Applies[]): Applies =>
  (letter) =>
    all.every((applies) => applies(letter));

const date = (view: View): PlacedLine | undefined => firstLine(parts(view, 'date')[0]);
const units = (view: View): (PlacedLine | undefined)[] => parts(view, 'unit').map(firstLine);
const freeRight = (line: PlacedLine | undefined): number => (area.right - (line?.own.right ?? Number.NaN)) / charPitch;
const middle = (line: PlacedLine | undefined): number => (line ? (line.own.left + line.own.right) / 2 : Number.NaN);
/** The last line of the text above the signature, 附件说明 included. */
function lastOfText(view: View): PlacedLine | undefined {
  return lastLine(letterParts(view, 'paragraph', 'list-item', 'attachment-item').at(-1));
}
function blankBetween(above: PlacedLine | undefined, below: PlacedLine | undefined): Measured[] {
  if (!above || !below) return one(Number.NaN, 'not found');
  // Over a page break nothing can be measured; the rule on signatures that stand alone covers it.
  return above.page === below.page ? one(blankLines(above.line, below.line), below.own.text) : [];
}
const anywhere = (measure: (view: View) => readonly Measured[]): Rule['measure'] => measure;

export const tailRules: readonly Rule[] = [
  {
    id: 'note.not-spread',
    clause: '7.3.7',
    title: '附注回行左对齐，字距不拉开（相邻两字间距的最大值）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { to: 1.02 },
    tolerance: 0.02,
    unit: '字',
    applies: ({ id }) => id === 'long-note',
    measure: (view) =>
      parts(view, 'note')
        .filter(({ lines }) => lines.length > 1)
        .flatMap(({ lines }) =>
          lines.map(({ own }) => ({
            value: Math.max(
              ...own.characters
                .slice(1)
                .map((character, index) => (character.left - (own.characters[index]?.left ?? 0)) / charPitch),
            ),
            at: own.text,
          })),
        ),
  },
  {
    id: 'tail.two-lines',
    clause: '7.3.5.5',
    title: '署名所在页上正文末段至少两行（末段长于三行而移行时恰为两行，避免只移走署名或移走整段）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0,
    unit: '行',
    applies: ({ id }) => id.startsWith('long-last-paragraph'),
    measure: (view) => {
      const last = letterParts(view, 'paragraph').at(-1);
      const signed = units(view)[0];
      if (!last || !signed || signed.page === last.lines[0]?.page) return [];
      return one(last.lines.filter(({ page }) => page === signed.page).length, signed.own.text);
    },
  },
  {
    id: 'attachments.gap',
    clause: '7.3.4',
    title: '附件说明在正文下空一行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 1,
    tolerance: 0.1,
    unit: '行',
    applies: hasAttachments,
    measure: (view) =>
      blankBetween(
        lastLine(letterParts(view, 'paragraph', 'list-item').at(-1)),
        firstLine(parts(view, 'attachment-lead')[0]),
      ),
  },
  {
    id: 'attachments.left',
    clause: '7.3.4',
    title: '“附件”二字左空二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: hasAttachments,
    measure: (view) => each(parts(view, 'attachment-lead'), ({ own }) => (own.left - area.left) / charPitch),
  },
  {
    id: 'attachments.turned',
    clause: '7.3.4',
    title: '附件名称回行与上一行附件名称的首字对齐',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: (letter) => tailOf(letter).attachments.some(({ title }) => title.length > 24),
    measure: (view) =>
      parts(view, 'attachment-item').flatMap((part) => {
        const [head, ...turned] = part.lines;
        const start = nameStart(head);
        return turned.map(({ own }) => ({ value: own.left - start, at: own.text }));
      }),
  },
  {
    id: 'attachments.aligned',
    clause: '7.3.4',
    title: '各附件名称的首字上下对齐',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: (letter) => tailOf(letter).attachments.length > 1,
    measure: (view) => {
      const [head, ...others] = parts(view, 'attachment-item').map((part) => nameStart(part.lines[0]));
      return others.map((start, index) => ({ value: start - (head ?? 0), at: `${index + 2}.` }));
    },
  },
  {
    id: 'attachments.number',
    clause: '7.3.4',
    title: '多个附件用阿拉伯数字标注顺序号，一个附件不标',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'as it should',
    tolerance: 0,
    unit: '',
    applies: hasAttachments,
    measure: (view) =>
      each(parts(view, 'attachment-item'), ({ line, own }) => {
        const isNumbered = /^\d+\./.test(own.text);
        const isMany = tailOf(view.case.letter).attachments.length > 1;
        return isNumbered === isMany && (isMany || line.text.startsWith('附件：')) ? 'as it should' : line.text;
      }),
  },
  {
    id: 'attachments.no-punctuation',
    clause: '7.3.4',
    title: '附件名称后不加标点符号',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'none',
    tolerance: 0,
    unit: '',
    applies: hasAttachments,
    measure: (view) =>
      parts(view, 'attachment-item').map((part) => {
        const text = lastLine(part)?.line.text ?? '。';
        return { value: /[。；，、]$/.test(text) ? text : 'none', at: part.text };
      }),
  },
  {
    id: 'attachments.font',
    clause: '7.3.4',
    title: '附件说明 3 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 16',
    tolerance: 0,
    unit: '',
    applies: hasAttachments,
    measure: (view) =>
      each(
        parts(view, 'attachment-lead', 'attachment-item'),
        ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`,
      ),
  },
  {
    id: 'sealed.date-right',
    clause: '7.3.5.1',
    title: '加盖印章：成文日期右空四字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 4,
    tolerance: 0.2,
    unit: '字',
    applies: both(seals('sealed'), isAlone),
    measure: (view) => one(freeRight(date(view)), date(view)?.own.text),
  },
  {
    id: 'sealed.unit-centred',
    clause: '7.3.5.1',
    title: '加盖印章：发文机关署名在成文日期之上、以成文日期为准居中（至多左移到版心右边缘）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: both(seals('sealed'), isAlone),
    measure: (view) => {
      const [unit] = units(view);
      const isAtEdge = (unit?.own.right ?? 0) > area.right - 0.3;
      return one(
        isAtEdge ? Math.max(0, middle(unit) - middle(date(view))) : middle(unit) - middle(date(view)),
        unit?.own.text,
      );
    },
  },
  {
    id: 'sealed.unit-above',
    clause: '7.3.5.1',
    title: '加盖印章：署名紧接在成文日期上一行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0.1,
    unit: '行',
    applies: both(seals('sealed'), isAlone),
    measure: (view) => blankBetween(units(view).at(-1), date(view)),
  },
  {
    id: 'sealed.room',
    clause: '7.3.5.1',
    title:
      '印章顶端距正文（或附件说明）一行之内：直径 42 mm 的印章中心在署名与日期之间，其上空行须为 1 至 3 行（标准不定空行数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 1, to: 3 },
    tolerance: 0.1,
    unit: '行',
    applies: both(seals('sealed'), isAlone),
    measure: (view) => blankBetween(lastOfText(view), units(view)[0]),
  },
  {
    id: 'sealed-joint.last-centred',
    clause: '7.3.5.1',
    title: '联合行文加盖印章：最后一个机关署名以成文日期为准居中',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 1,
    unit: 'mm',
    applies: both(seals('sealed'), isJoint),
    measure: (view) => one(middle(units(view).at(-1)) - middle(date(view)), units(view).at(-1)?.own.text),
  },
  {
    id: 'sealed-joint.date-right',
    clause: '7.3.5.1',
    title: '联合行文加盖印章：成文日期右空四字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 4,
    tolerance: 0.2,
    unit: '字',
    applies: both(seals('sealed'), isJoint),
    measure: (view) => one(freeRight(date(view)), date(view)?.own.text),
  },
  {
    id: 'sealed-joint.apart',
    clause: '7.3.5.1',
    title: '联合行文加盖印章：印章互不相交或相切（各署名中心的最小距离，印章直径 42 mm）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 42 },
    tolerance: 0,
    unit: 'mm',
    applies: both(seals('sealed'), isJoint),
    measure: (view) => {
      const centres = units(view).map((line) => ({
        x: middle(line),
        y: line?.line.baseline ?? Number.NaN,
        page: line?.page,
      }));
      const distances = centres.flatMap((a, index) =>
        centres.slice(index + 1).flatMap((b) => (a.page === b.page ? [Math.hypot(a.x - b.x, a.y - b.y)] : [])),
      );
      return one(Math.min(...distances), `${centres.length} units`);
    },
  },
  {
    id: 'sealed-joint.inside',
    clause: '7.3.5.1',
    title: '联合行文加盖印章：每排印章两端不超出版心（署名中心距版心左右边缘）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 21 },
    tolerance: 1,
    unit: 'mm',
    applies: both(seals('sealed'), isJoint),
    measure: (view) =>
      units(view).map((line) => ({
        value: Math.min(middle(line) - area.left, area.right - middle(line)),
        at: line?.own.text ?? 'not found',
      })),
  },
  {
    id: 'unsealed.gap',
    clause: '7.3.5.2',
    title: '不加盖印章：署名在正文（或附件说明）下空一行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 1,
    tolerance: 0.1,
    unit: '行',
    applies: seals('unsealed'),
    measure: (view) => blankBetween(lastOfText(view), units(view)[0]),
  },
  {
    id: 'unsealed.unit-right',
    clause: '7.3.5.2',
    title: '不加盖印章：署名右空二字（成文日期长于署名时相应增加）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: both(seals('unsealed'), ({ id }) => id !== 'unsealed-long-date'),
    measure: (view) => one(Math.min(...units(view).map(freeRight)), units(view)[0]?.own.text),
  },
  {
    id: 'unsealed.date-start',
    clause: '7.3.5.2',
    title: '不加盖印章：成文日期首字比发文机关署名首字右移二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: seals('unsealed'),
    measure: (view) => {
      const left = Math.min(...units(view).map((line) => line?.own.left ?? Number.NaN));
      return one(((date(view)?.own.left ?? Number.NaN) - left) / charPitch, date(view)?.own.text);
    },
  },
  {
    id: 'unsealed.date-right',
    clause: '7.3.5.2',
    title: '不加盖印章：成文日期长于署名时日期右空二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: ({ id }) => id === 'unsealed-long-date',
    measure: (view) => one(freeRight(date(view)), date(view)?.own.text),
  },
  {
    id: 'unsealed-joint.order',
    clause: '7.3.5.2',
    title: '联合行文不加盖印章：先主办机关，其余依次向下编排（相邻署名之间空行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0.1,
    unit: '行',
    applies: both(seals('unsealed'), isJoint),
    measure: (view) => {
      const lines = units(view);
      return lines.slice(1).flatMap((line, index) => blankBetween(lines[index], line));
    },
  },
  {
    id: 'stamp.gap',
    clause: '7.3.5.3',
    title: '加盖签名章：在正文（或附件说明）下空二行',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 2, to: 3 },
    tolerance: 0.1,
    unit: '行',
    applies: seals('name-stamp'),
    measure: (view) => blankBetween(lastOfText(view), firstLine(parts(view, 'post')[0])),
  },
  {
    id: 'stamp.post',
    clause: '7.3.5.3',
    title: '加盖签名章：签名章左空二字标注签发人职务（签名章右空四字、宽约 40 mm：职务末字至版心右边缘的字数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 4 + 2 + 5, to: 4 + 2 + 9 },
    tolerance: 0.2,
    unit: '字',
    applies: seals('name-stamp'),
    measure: (view) => one(freeRight(firstLine(parts(view, 'post')[0])), 'post'),
  },
  {
    id: 'stamp.date',
    clause: '7.3.5.3',
    title: '加盖签名章：签名章下空一行右空四字编排成文日期（右空）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 4,
    tolerance: 0.2,
    unit: '字',
    applies: seals('name-stamp'),
    measure: (view) => one(freeRight(date(view)), date(view)?.own.text),
  },
  {
    id: 'stamp.date-gap',
    clause: '7.3.5.3',
    title: '加盖签名章：职务与成文日期之间留出签名章下半与空行（标准不定签名章高：1 至 3 行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 1, to: 3 },
    tolerance: 0.1,
    unit: '行',
    applies: seals('name-stamp'),
    measure: (view) => blankBetween(firstLine(parts(view, 'post')[0]), date(view)),
  },
  {
    id: 'date.figures',
    clause: '7.3.5.4',
    title: '成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'well formed',
    tolerance: 0,
    unit: '',
    applies: hasSignature,
    measure: (view) =>
      one(
        /^\d{4}年[1-9]\d?月[1-9]\d?日$/.test(date(view)?.own.text ?? '')
          ? 'well formed'
          : (date(view)?.line.text ?? ''),
      ),
  },
  {
    id: 'signature.font',
    clause: '5.2.2',
    title: '署名、成文日期 3 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 16',
    tolerance: 0,
    unit: '',
    applies: hasSignature,
    measure: (view) =>
      each(parts(view, 'unit', 'post', 'date'), ({ own }) => `${fontsOf(own.characters)} ${sizesOf(own.characters)}`),
  },
  {
    id: 'signature.together',
    clause: '7.3.5.1',
    title: '署名与成文日期在同一面',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'together',
    tolerance: 0,
    unit: '',
    applies: hasSignature,
    measure: anywhere((view) => {
      const pages = new Set(parts(view, 'unit', 'post', 'date').map((part) => firstLine(part)?.page.number));
      return one(pages.size === 1 ? 'together' : `pages ${[...pages].join(', ')}`, date(view)?.own.text);
    }),
  },
  {
    id: 'signature.not-alone',
    clause: '7.3.5.5',
    title: '署名与成文日期不独占一面（同面的正文或附件说明行数）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: { from: 1 },
    tolerance: 0,
    unit: '行',
    applies: hasSignature,
    measure: (view) => {
      const page = date(view)?.page;
      const texts = letterParts(view, 'salutation', 'heading', 'paragraph', 'list-item', 'table', 'attachment-item');
      const all = texts.flatMap((part) => [...part.lines, ...(part.runIn?.lines ?? [])]);
      return one(all.filter((line) => line.page === page).length, `page ${page?.number}`);
    },
  },
  {
    id: 'note.left',
    clause: '7.3.7',
    title: '附注居左空二字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 2,
    tolerance: 0.2,
    unit: '字',
    applies: hasSignature,
    measure: (view) => each(bracketed(view), ({ line }) => (squareLeft(line.characters) - area.left) / charPitch),
  },
  {
    id: 'note.brackets',
    clause: '7.3.7',
    title: '附注加圆括号',
    forms: shippedForms.all,
    on: onPaper,
    wanted: '（）',
    tolerance: 0,
    unit: '',
    applies: hasSignature,
    measure: (view) => {
      const notes = parts(view, 'note').map((part) => part.lines.map(({ line }) => line.text).join(''));
      return notes.map((text) => ({
        value: text.startsWith('（') && text.endsWith('）') ? '（）' : text,
        at: text.slice(0, 10),
      }));
    },
  },
  {
    id: 'note.below-date',
    clause: '7.3.7',
    title: '附注编排在成文日期下一行（其间空行）',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 0,
    tolerance: 0.1,
    unit: '行',
    applies: (letter) => hasSignature(letter) && tailOf(letter).contacts.length > 0,
    measure: (view) => blankBetween(date(view), firstLine(parts(view, 'note')[0])),
  },
  {
    id: 'note.font',
    clause: '5.2.2',
    title: '附注 3 号仿宋体字',
    forms: shippedForms.all,
    on: onPaper,
    wanted: 'FangSong_GB2312 16',
    tolerance: 0,
    unit: '',
    applies: hasSignature,
    measure: (view) =>
      each(parts(view, 'note'), ({ line }) => `${fontsOf(line.characters)} ${sizesOf(line.characters)}`),
  },
];

/** 附注 of one line each. */
function bracketed(view: View): Part[] {
  return parts(view, 'note').filter((part) => {
    const line = firstLine(part);
    return line === undefined || textLines(line.page)[line.index]?.text.startsWith('（');
  });
}

/** Where the square of the first character begins; an opening bracket may be set half as wide. */
export function squareLeft(characters: PlacedLine['line']['characters']): number {
  const [first] = characters;
  if (!first) return Number.NaN;
  const isNarrow = /[（《“〔]/.test(first.text) && first.right - first.left < 0.75 * charPitch;
  return isNarrow && (first.ink?.left ?? 0) - first.left < 0.4 * charPitch ? first.left - charPitch / 2 : first.left;
}

/** The name of an attachment, without 附件： and the number. */
function nameStart(line: PlacedLine | undefined): number {
  const own = line?.own;
  if (!own) return Number.NaN;
  const label = /^\d+\./.exec(own.text)?.[0].length ?? 0;
  return own.characters[label]?.left ?? Number.NaN;
}
