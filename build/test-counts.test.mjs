import { describe, expect, it } from 'vitest';
import { addCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';

describe('counts of a test run', () => {
  const unit = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{}] }],
  };

  it('takes them from the reports and adds them', () => {
    const app = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(addCounts([vitestCounts(unit, 1), playwrightCounts(app, 1)])).toEqual({ passed: 9, failed: 2, skipped: 5 });
  });

  it('counts a file that did not load', () => {
    const report = { ...unit, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestCounts(report, 1).failed).toBe(1);
  });

  it('counts a run that ended badly without a failed test, or left no report', () => {
    expect(vitestCounts({ ...unit, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
    expect(playwrightCounts({ stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 0 } }, 1).failed).toBe(1);
    expect(vitestCounts(null, 0).failed).toBe(1);
    expect(playwrightCounts(null, 0).failed).toBe(1);
  });
});
