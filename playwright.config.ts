import { defineConfig, type Project } from '@playwright/test';
import { currentChromium } from './build/setup/launch.mjs';
import type { EditorShell } from './tests/editor/editor-shell.ts';

/**
 * The editor again in the newest Chromium at hand, as the product ships a far newer engine than the closed-network
 * runtime brings: by default what an engine changes first, in the nightly run all of it.
 */
function chromiumProjects(): Project<object, { editorShell: EditorShell }>[] {
  if (currentChromium() === null) {
    process.stderr.write(
      '没有 Chromium，略过新引擎上的编辑器测试 (no Chromium here: the editor is not tried in a newer engine)\n',
    );
    return [];
  }
  const quick = [
    'clipboard',
    'forms-and-tables',
    'input-method',
    'prompts',
    'selected-cells',
    'structure',
    'title-lines',
    'typing-place',
  ].map((name) => `${name}.spec.ts`);
  return [
    {
      name: 'chromium',
      testDir: 'tests/editor',
      testMatch: process.env['DAFU_NIGHTLY'] ? ['*.spec.ts'] : quick,
      use: { editorShell: 'chromium' },
    },
  ];
}

// `*.test.ts` is Vitest's, `*.spec.ts` is Playwright's: real Electron, one data folder for each test.
export default defineConfig<object, { editorShell: EditorShell }>({
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
    ...chromiumProjects(),
    // Pictures of every screen and state, for eyes: `npm run screenshots`.
    { name: 'screenshots', testDir: 'tests/screenshots', testMatch: ['**/*.spec.ts'] },
  ],
});
