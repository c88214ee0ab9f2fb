import { expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { guessOf, missingPartOf } from './missing-part.ts';

const facts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '六届五次会议',
  number: '12',
  members: [{ name: '林知远', lead: true, collective: false }],
};
const unit = { fullName: '云江市水务局' };

it('guesses a missing part from case and unit, numbers and dates never', () => {
  expect(guessOf('title', facts, unit)).toBe('关于市政协六届五次会议第12号提案的答复');
  expect(guessOf('salutation', { ...facts, kind: 'suggestion' }, unit)).toBe('林知远代表：');
  expect(guessOf('signature', facts, unit)).toBe('云江市水务局');
  expect(guessOf('date', facts, unit)).toBeNull();
  expect(guessOf('caseNumber', facts, unit)).toBeNull();
});

it('guesses nothing where nothing is known', () => {
  expect(guessOf('title', emptyCaseFacts(), unit)).toBeNull();
  expect(guessOf('salutation', emptyCaseFacts(), unit)).toBeNull();
  expect(guessOf('signature', facts, { fullName: '' })).toBeNull();
});

it('knows which warnings are about a part', () => {
  expect(missingPartOf('signature.missing')).toBe('signature');
  expect(missingPartOf('pictures.dropped')).toBeNull();
});
