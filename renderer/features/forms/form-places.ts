import { formSchema, type Form, type FormRule } from '#shared/domain/form.ts';

/** Lengths in mm, type sizes in pt; `characters` and `lines` are those of the body. */
export type PlaceUnit = 'mm' | 'pt' | 'characters' | 'lines';

/** A number of a form that can be changed, at its path in the form. */
export interface NumberPlace {
  path: string;
  unit: PlaceUnit;
  min: number;
  max: number;
  step: number;
}

/** Fields of a form under one heading. */
export interface PlaceGroup {
  name: 'issuer' | 'headRule' | 'footRule';
  numbers: NumberPlace[];
}

const length = (path: string): NumberPlace => ({ path, unit: 'mm', min: 0, max: 297, step: 0.5 });

/** The numbers this form has, in the order in which they stand on the page. */
export function placesOf(form: Form): PlaceGroup[] {
  const { head, footRule } = form;
  const groups: PlaceGroup[] = [];
  if (head) {
    groups.push({
      name: 'issuer',
      numbers: [
        length('head.issuer.top'),
        { path: 'head.issuer.largestSize', unit: 'pt', min: 16, max: 80, step: 0.5 },
        ...(head.kind === 'red-head'
          ? [{ path: 'head.blankLines', unit: 'lines' as const, min: 0, max: 6, step: 1 }]
          : []),
      ],
    });
    groups.push({
      name: 'headRule',
      numbers: [
        length('head.ruleGap'),
        ...rulePlaces('head.rule', head.rule),
        ...(head.kind === 'letter'
          ? [{ path: 'head.docNumberGap', unit: 'characters' as const, min: 0, max: 10, step: 0.125 }]
          : []),
      ],
    });
  }
  if (footRule) {
    groups.push({ name: 'footRule', numbers: [length('footRule.bottom'), ...rulePlaces('footRule', footRule)] });
  }
  return groups;
}

function rulePlaces(path: string, rule: FormRule): NumberPlace[] {
  return [
    { path: `${path}.length`, unit: 'mm', min: 10, max: 210, step: 1 },
    ...rule.strokes.map((_, index): NumberPlace => ({
      path: `${path}.strokes.${index}`,
      unit: 'mm',
      min: 0.1,
      max: 3,
      step: 0.05,
    })),
    ...(rule.strokes.length > 1 ? [{ path: `${path}.space`, unit: 'mm' as const, min: 0.1, max: 3, step: 0.05 }] : []),
  ];
}

/** `value` at `path` of a copy; what is on the way stays what it is. */
export function withPlace(form: Form, path: string, value: unknown): Form {
  const put = (node: unknown, keys: readonly string[]): unknown => {
    const [key, ...rest] = keys;
    if (key === undefined) return value;
    if (Array.isArray(node))
      return node.map((item: unknown, index) => (String(index) === key ? put(item, rest) : item));
    const record = node as Record<string, unknown>;
    return { ...record, [key]: put(record[key], rest) };
  };
  return put(form, path.split('.')) as Form;
}

export function placeOf(form: Form, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | null)?.[key], form);
}

/** Paths whose value no form may have. */
export function wrongPlaces(form: Form): string[] {
  const parsed = formSchema.safeParse(form);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

/** The rule at the foot of the first page where a form gets one (GB/T 9704-2012, 10.1). */
export const usualFootRule: NonNullable<Form['footRule']> = {
  length: 170,
  strokes: [0.25, 0.8],
  space: 0.5,
  bottom: 20,
};
