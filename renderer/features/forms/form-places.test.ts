import { describe, expect, it } from 'vitest';
import { shippedFormIds, type Form } from '#shared/domain/form.ts';
import { shippedForm } from '../../editor/paper/shipped-forms.ts';
import { placeOf, placesOf, usualFootRule, withPlace, wrongPlaces } from './form-places.ts';

const shipped = (id: string): Form => shippedForm(id)!;

/** Every number in a form, by its path. */
function numbersIn(value: unknown, path: string[] = []): string[] {
  if (typeof value === 'number') return [path.join('.')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, [...path, key]));
}

describe.each(shippedFormIds)('the places of %s', (id) => {
  it('are all numbers of the form, but the space in a rule of one stroke', () => {
    const form = shipped(id);
    const unused = form.head?.rule.strokes.length === 1 ? ['head.rule.space'] : [];
    const shown = placesOf(form).flatMap(({ numbers }) => numbers.map(({ path }) => path));
    expect([...shown, ...unused].toSorted()).toEqual(numbersIn(form).toSorted());
  });

  it('have the bounds of the form', () => {
    const form = shipped(id);
    for (const { path, min, max } of placesOf(form).flatMap(({ numbers }) => numbers)) {
      expect(wrongPlaces(withPlace(form, path, min))).toEqual([]);
      expect(wrongPlaces(withPlace(form, path, max))).toEqual([]);
      expect(wrongPlaces(withPlace(form, path, max + 1))).toEqual([path]);
    }
  });
});

it('changes one place and nothing else', () => {
  const form = shipped('letter');
  const changed = withPlace(form, 'head.rule.strokes.1', 0.3);
  expect(placeOf(changed, 'head.rule.strokes.1')).toBe(0.3);
  expect(withPlace(changed, 'head.rule.strokes.1', 0.25)).toEqual(form);
  expect(placeOf(shipped('plain'), 'head.rule.length')).toBeUndefined();
});

it('has a foot rule for forms that get one', () => {
  expect(wrongPlaces({ ...shipped('plain'), footRule: usualFootRule })).toEqual([]);
});
