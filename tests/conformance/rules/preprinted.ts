import { firstLine } from '../measure/places.ts';
import type { Exported } from '../exports.ts';
import { onPaper, shippedForms, type Measured, type Rule, type View } from './rule.ts';

/** 套打: the same letter without what is on the paper already, every other line at its place. */
const offset = (view: View): { x: number; y: number } => view.case.options.unit.layout.preprintedOffset;

/** The same letter in the form that prints its head itself. */
function original(view: View): Exported | undefined {
  const form = view.case.form.replace('preprinted-', '');
  const { id } = view.case.letter;
  const twin = id === 'preprinted-offset' ? 'one-page' : id;
  return view.all.find((one) => one.case.letter.id === twin && one.case.form === form);
}

function shifts(view: View): { x: number; y: number; at: string }[] {
  const twin = original(view);
  const printed = twin && (view.by === 'word' ? twin.word : twin.pdf);
  if (!printed) return [];
  return view.parts.flatMap((part, index) => {
    const [own, other] = [firstLine(part), firstLine(printed.parts[index])];
    if (!own || !other || own.page.number !== other.page.number) return [];
    return [{ x: own.own.left - other.own.left, y: own.own.baseline - other.own.baseline, at: part.text.slice(0, 12) }];
  });
}

const moved =
  (edge: 'x' | 'y') =>
  (view: View): Measured[] =>
    shifts(view).map((shift) => ({ value: shift[edge] - offset(view)[edge], at: shift.at }));

export const preprintedRules: readonly Rule[] = [
  {
    id: 'preprinted.across',
    clause: '项目要求',
    title: '套打：各要素的左右位置与自印版头时相同（加单位设定的偏移量）',
    forms: shippedForms.preprinted,
    on: onPaper,
    wanted: 0,
    tolerance: 0.2,
    unit: 'mm',
    measure: moved('x'),
  },
  {
    id: 'preprinted.down',
    clause: '项目要求',
    title: '套打：各要素的上下位置与自印版头时相同（加单位设定的偏移量）',
    forms: shippedForms.preprinted,
    on: onPaper,
    wanted: 0,
    tolerance: 0.2,
    unit: 'mm',
    measure: moved('y'),
  },
];
