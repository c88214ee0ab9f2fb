import { defineConfig } from '@playwright/test';

// `*.test.ts` is Vitest's, `*.spec.ts` is Playwright's: real Electron, one data folder for each test.
export default defineConfig({
  globalSetup: './build/playwright-setup.mjs',
  outputDir: 'test-results',
  // One app at a time: on a small machine two of them make each other slow, and slow tests lie.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine now and then loses an Electron that starts on a virtual display. What passes only the second time is
  // listed as flaky, to be looked at.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'app', testDir: 'tests', testMatch: ['{e2e,editor,faults}/**/*.spec.ts'] },
    // Pictures of every screen and state, for eyes: `npm run screenshots`.
    { name: 'screenshots', testDir: 'tests/screenshots', testMatch: ['**/*.spec.ts'] },
  ],
});
