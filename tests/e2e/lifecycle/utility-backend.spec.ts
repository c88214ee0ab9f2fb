import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, expect, test as base, type ElectronApplication } from '@playwright/test';
import { build } from 'vite';
import { playwrightLaunch } from '../../../build/setup/launch.mjs';
import type { UtilityHarness } from '../support/utility-app/main.ts';

const root = join(import.meta.dirname, '../../..');
const source = join(import.meta.dirname, '../support/utility-app');
const built = join(root, '.cache/utility-app');

/** The shipped kind of backend process, which the runtime of a closed network cannot use for the real store. */
const test = base.extend<{ electron: ElectronApplication }, { built: string }>({
  built: [
    // Playwright demands a pattern here, empty or not.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          ssr: join(source, 'main.ts'),
          target: 'node20.18',
          outDir: built,
          emptyOutDir: true,
          rolldownOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.js' } },
        },
        ssr: { noExternal: true, external: ['electron'] },
      });
      await mkdir(built, { recursive: true });
      await copyFile(join(source, 'backend.mjs'), join(built, 'backend.mjs'));
      await writeFile(join(built, 'package.json'), '{ "name": "utility-app", "type": "module", "main": "main.js" }');
      await provide(built);
    },
    { scope: 'worker' },
  ],
  electron: async ({ built: folder }, provide, info) => {
    const { executablePath, args, env } = playwrightLaunch([`--user-data-dir=${info.outputPath('profile')}`], folder);
    const electron = await _electron.launch({ executablePath, args, env: { ...env, NODE_OPTIONS: '', SECRET: 'x' } });
    await expect.poll(() => state(electron)).toBe('ready');
    await provide(electron);
    await electron.close();
  },
});

type World = typeof globalThis & { harness: UtilityHarness };

function state(electron: ElectronApplication): Promise<string | undefined> {
  return electron.evaluate(() => (globalThis as Partial<World>).harness?.host.state);
}

function received(electron: ElectronApplication): Promise<unknown[]> {
  return electron.evaluate(() => (globalThis as World).harness.received);
}

test('window and backend talk over the port, and the backend knows what it was told and no more', async ({
  electron,
}) => {
  await electron.evaluate(async () => {
    await (globalThis as World).harness.open();
    (globalThis as World).harness.say({ text: '𠮷', list: [1, null] });
  });
  await expect.poll(async () => (await received(electron)).length).toBe(2);
  const [hello, answer] = (await received(electron)) as [{ hello: number }, { echo: unknown; names: string[] }];
  expect(hello.hello).not.toBe(electron.process().pid);
  expect(answer).toMatchObject({ echo: { text: '𠮷', list: [1, null] }, init: { dataFolder: '/数据' } });
  expect(answer.names).toContain('PATH');
  expect(answer.names.filter((name) => /SECRET|NODE_OPTIONS|ELECTRON_RUN_AS_NODE/.test(name))).toEqual([]);
});

test('a call of the backend to its host is answered', async ({ electron }) => {
  await electron.evaluate(async () => {
    await (globalThis as World).harness.open();
    (globalThis as World).harness.say('host');
  });
  await expect
    .poll(() => received(electron))
    .toContainEqual({ type: 'hostResult', id: 1, ok: true, value: '/来文.txt' });
});

for (const [how, end] of [
  ['ends by itself', () => (globalThis as World).harness.say('die')],
  ['is killed', () => void process.kill((globalThis as World).harness.host.pid ?? 0, 'SIGKILL')],
] as const) {
  test(`when it ${how}, the port closes, another is started, and a new port leads there`, async ({ electron }) => {
    await electron.evaluate(() => (globalThis as World).harness.open());
    await electron.evaluate(end);
    await expect.poll(() => electron.evaluate(() => (globalThis as World).harness.closed)).toBe(1);
    await electron.evaluate(() => (globalThis as World).harness.open());
    await expect.poll(async () => (await received(electron)).length).toBe(2);
    const [first, second] = await received(electron);
    expect(first).not.toEqual(second);
    expect(await state(electron)).toBe('ready');
  });
}

test('asked to end, it ends in good order and stays away', async ({ electron }) => {
  await electron.evaluate(() => (globalThis as World).harness.host.stop());
  expect(await state(electron)).toBe('stopped');
  const log = await electron.evaluate(() => (globalThis as World).harness.log);
  expect(log.slice(-3)).toEqual([
    'backend.closedStore null',
    'backend.stopped {"code":0,"signal":null}',
    'backend.state {"state":"stopped"}',
  ]);
});
