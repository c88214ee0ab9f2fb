import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from './case.ts';
import { withDueDate } from './deadline.ts';

const unit = { answerMonths: 3, opinionMonths: 1 };
const received = { ...emptyCaseFacts(), receivedOn: '2026-11-30' };

describe('the due date', () => {
  it('follows the receipt by the months of the unit, to the end of a shorter month', () => {
    expect(withDueDate(received, emptyCaseFacts(), unit).dueOn).toBe('2027-02-28');
    expect(withDueDate({ ...received, role: 'co' }, undefined, unit).dueOn).toBe('2026-12-30');
  });
  it('is never changed once it is set', () => {
    const set = { ...received, dueOn: '2027-01-01' };
    expect(withDueDate(set, emptyCaseFacts(), unit)).toBe(set);
  });
  it('stays empty when the person emptied it, until the case came in on another day', () => {
    expect(withDueDate(received, received, unit).dueOn).toBeNull();
    expect(withDueDate({ ...received, receivedOn: '2026-12-01' }, received, unit).dueOn).toBe('2027-03-01');
  });
  it('is not known while it is not known when the case came in', () => {
    expect(withDueDate(emptyCaseFacts(), received, unit).dueOn).toBeNull();
  });
});
