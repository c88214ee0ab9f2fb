import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { RunningApp, type LaunchOptions } from './support/running-app.ts';

export { expect };

interface Fixtures {
  /** An empty folder, removed after the test. */
  dataFolder: string;
  /** Starts the app; on this test's data folder if none is named. Whatever is left running is ended after the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  /** The app, started on an empty data folder. */
  app: RunningApp;
  /** Its window. */
  window: Page;
}

/**
 * The fixture of every test of the real app. A test fails when the window or main reported an error it did not expect
 * (`app.expectProblems`), even if all its own expectations hold.
 */
export const test = base.extend<Fixtures>({
  // Playwright demands a pattern here, empty or not.
  // oxlint-disable-next-line no-empty-pattern
  dataFolder: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'dafu-e2e-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true });
  },
  launch: async ({ dataFolder }, provide) => {
    const started: RunningApp[] = [];
    await provide(async (options = {}) => {
      const app = await RunningApp.launch({ dataFolder, ...options });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
    expect(started.flatMap((app) => app.unexpectedProblems)).toEqual([]);
  },
  app: async ({ launch }, provide) => {
    await provide(await launch());
  },
  window: async ({ app }, provide) => {
    await provide(app.window);
  },
});
