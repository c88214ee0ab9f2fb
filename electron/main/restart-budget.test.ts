import { expect, test } from 'vitest';
import { RestartBudget } from './restart-budget.ts';

test('three starts a minute with growing pauses, then none, and again when a minute has passed', () => {
  let now = 0;
  const budget = new RestartBudget({ limit: 3, windowMs: 60_000, now: () => now });
  expect([budget.spend(), budget.spend(), budget.spend(), budget.spend()]).toEqual([0, 250, 500, null]);
  now = 59_999;
  expect(budget.spend()).toBeNull();
  now = 60_000;
  expect(budget.spend()).toBe(0);
});

test('a refused start does not push the next chance away', () => {
  let now = 0;
  const budget = new RestartBudget({ limit: 1, windowMs: 100, now: () => now });
  expect(budget.spend()).toBe(0);
  now = 99;
  expect(budget.spend()).toBeNull();
  now = 100;
  expect(budget.spend()).toBe(0);
});
