import { expect, it } from 'vitest';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { fullLetter, optionsOfForm } from '../../../../tests/support/letters.ts';
import { describeLetter } from './describe.ts';

it.each([
  ['the issuer written on the letter', { issuer: '云江市人民政府' }, '云江市教育局', '云江市人民政府'],
  ['else the own unit', {}, '云江市教育局', '云江市教育局'],
  ['else, without a store, the unit that signs', {}, '', '云州市民政局'],
])('prints as issuer %s', (_name, head, fullName, printed) => {
  const letter = fullLetter();
  const options = { ...optionsOfForm('letter'), unit: { ...defaultUnitSettings, fullName } };
  const elements = describeLetter({ ...letter, head: { ...letter.head, ...head } }, options).elements;
  const printedHead = elements.find((element) => element.kind === 'head');
  expect(printedHead?.layout.issuer.names.map(({ text }) => text)).toEqual([printed]);
});
