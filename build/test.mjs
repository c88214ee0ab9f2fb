import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { currentChromium } from './setup/launch.mjs';
import { modules, repositoryCache, root } from './setup/places.mjs';
import { addCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';

/**
 * `npm test`: checks, unit tests, and the app itself, all of them even when one fails. The last line, alone, counts
 * them together.
 */
const reports = join(repositoryCache, 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/**
 * Runs a test tool with its output as it comes, and reads the report it leaves.
 * @param {string} title
 * @param {string[]} args
 * @param {string} report
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ report: unknown, exitCode: number }}
 */
function runTool(title, args, report, env = {}) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return { report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, exitCode: status ?? 1 };
}

console.log('== checks');
const checks = { ...(await runChecks()), skipped: 0 };

const unitReport = join(reports, 'vitest.json');
const unit = runTool(
  'unit tests',
  [
    join(modules, 'vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
  unitReport,
);

// Playwright refuses the name of a project that it does not have.
const projects = ['--project=app', ...(currentChromium() === null ? [] : ['--project=chromium'])];
const appReport = join(reports, 'playwright.json');
const app = runTool(
  'app tests',
  [join(modules, '@playwright/test/cli.js'), 'test', ...projects, '--reporter=list,json'],
  appReport,
  { PLAYWRIGHT_JSON_OUTPUT_FILE: appReport },
);

const { passed, failed, skipped } = addCounts([
  checks,
  vitestCounts(unit.report, unit.exitCode),
  playwrightCounts(app.report, app.exitCode),
]);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
