/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A tool that ended badly without naming a failed test (no report, a file that did not load, an unhandled error) counts
 * as one failure, so that a broken run never looks like a short one.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withHiddenFailure(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} report of Vitest's JSON reporter, null when there is none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: Array<{ status: string, assertionResults: unknown[] }> }} */ (
      report
    );
  const filesNotLoaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return withHiddenFailure(
    { passed: numPassedTests, failed: numFailedTests + filesNotLoaded, skipped: numPendingTests + numTodoTests },
    exitCode,
  );
}

/**
 * @param {unknown} report of Playwright's JSON reporter, null when there is none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} */ (
    report
  );
  return withHiddenFailure(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    exitCode,
  );
}

/**
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export function addCounts(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    sum.passed += part.passed;
    sum.failed += part.failed;
    sum.skipped += part.skipped;
  }
  return sum;
}
