import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { playwrightLaunch } from '../../../build/setup/launch.mjs';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Starts the app a second time, as from the icon on the desktop or a file, and waits for its end. */
function startAgain(dataFolder: string, ...files: string[]): Promise<number | null> {
  const { executablePath, args, env } = playwrightLaunch([`--data=${dataFolder}`, ...files]);
  // Nobody attaches to this one, so nothing holds it back.
  const plain = args.map((argument) => (argument.endsWith('held-app') ? (env['HELD_APP_FOLDER'] ?? '') : argument));
  const second = spawn(executablePath, plain, { env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    second.once('error', reject);
    second.once('exit', resolve);
  });
}

test('a second start on one data folder brings the first window forward and ends', async ({ app, dataFolder }) => {
  await new DeskPerson(app.window).skipAssistant();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const backend = await app.backendPid();

  expect(await startAgain(dataFolder)).toBe(0);

  const visible = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await expect.poll(visible).toEqual([true]);
  expect(await app.backendPid()).toBe(backend);
});

test('a second start hands its files to the first window; a first start reads its own', async ({
  launch,
  dataFolder,
}) => {
  const letter = (name: string) => join(dataFolder, name);
  const text = (title: string) =>
    `${title}\n林知远委员：\n您提出的提案收悉，现答复如下：\n已经办好。\n云江市水务局\n2026年4月7日\n`;
  await writeFile(letter('一.txt'), text('关于政协第12号提案的答复'));
  await writeFile(letter('二.txt'), text('关于政协第13号提案的答复'));
  const first = await launch({ args: [letter('一.txt')] });
  const person = new DeskPerson(first.window);
  await first.window.getByRole('button', { name: '跳过，以后再填' }).click();
  await expect(person.letter).toContainText('第12号提案');

  expect(await startAgain(dataFolder, letter('二.txt'))).toBe(0);

  await expect(person.letter).toContainText('第13号提案');
  await person.backToDesk();
  await expect(first.window.getByRole('grid').getByRole('row')).toHaveCount(3);
});

test('apps on two data folders do not know each other', async ({ launch, dataFolder }) => {
  const one = await launch({ dataFolder: join(dataFolder, 'a') });
  const other = await launch({ dataFolder: join(dataFolder, 'b') });
  await new DeskPerson(one.window).skipAssistant();
  await new DeskPerson(other.window).skipAssistant();
  expect(await one.backendPid()).not.toBe(await other.backendPid());
});

test('the window opens where it stood', async ({ launch }) => {
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  const boundsOf = (app: RunningApp) =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await launch();
  // A display server may still be moving the new window to its first place.
  await expect
    .poll(async () => {
      await first.electron.evaluate(({ BrowserWindow }, wanted) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window?.isVisible()) window.setBounds(wanted);
      }, bounds);
      return boundsOf(first);
    })
    .toEqual(bounds);
  await first.close();

  const second = await launch();
  await expect.poll(() => boundsOf(second)).toEqual(bounds);
});
