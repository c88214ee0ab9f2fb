import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Appearance } from '#shared/contract/settings.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { openBackendLine } from '../e2e/support/backend-line.ts';
import type { RunningApp } from '../e2e/support/running-app.ts';
import { wordsOf, type Words } from './words.ts';

/**
 * Pictures of every screen and state, for eyes: `npm run screenshots` writes them to screenshots/<look>/. Each look is
 * one walk through the app as a person takes it.
 */
interface Look extends Pick<Appearance, 'language' | 'colorScheme'> {
  width: number;
  height: number;
}

const looks: Look[] = [
  { language: 'zh-CN', colorScheme: 'light', width: 1366, height: 768 },
  { language: 'zh-CN', colorScheme: 'dark', width: 1366, height: 768 },
  { language: 'zh-CN', colorScheme: 'light', width: 1920, height: 1080 },
  { language: 'en', colorScheme: 'light', width: 1366, height: 768 },
  { language: 'en', colorScheme: 'dark', width: 1920, height: 1080 },
];

const outFolder = join(import.meta.dirname, '../../screenshots');

function nameOf({ language, colorScheme, width }: Look): string {
  return `${language}-${colorScheme}-${width}`;
}

/** Takes numbered pictures into the folder of one look. */
function camera(look: Look, window: Page): (name: string) => Promise<void> {
  const folder = join(outFolder, nameOf(look));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return async (name) => {
    taken += 1;
    await window.screenshot({
      path: join(folder, `${String(taken).padStart(2, '0')}-${name}.png`),
      // What moves or blinks would make every run differ.
      animations: 'disabled',
      caret: 'hide',
    });
  };
}

async function giveSize(look: Look, app: RunningApp): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    look,
  );
  await expect.poll(() => app.window.evaluate(() => innerWidth)).toBe(look.width);
}

async function dressAs(look: Look, app: RunningApp): Promise<void> {
  await giveSize(look, app);
  const line = await openBackendLine(app);
  const { appearance } = await line.call('settings.get', {});
  await line.call('settings.saveAppearance', {
    appearance: { ...appearance, language: look.language, colorScheme: look.colorScheme },
  });
  await app.window.reload();
}

for (const look of looks) {
  test(`screens ${nameOf(look)}`, async ({ launch, dataFolder }) => {
    test.setTimeout(180_000);
    const app = await launch();
    const { window } = app;
    await dressAs(look, app);
    const word = wordsOf(look.language);
    const shot = camera(look, window);
    await app.answerDialogs({ openFiles: [[dataFolder]] });

    await assistant(window, word, shot);
    await emptyDesk(window, word, shot);
    await sample(window, word, shot);
    // Without a window manager, full screen leaves the window as large as the screen.
    await giveSize(look, app);
    await preview(window, word, shot);
    await sheets(window, word, shot);
    await exportDialog(window, word, shot);
    await newReply(window, word, shot);
    await desk(window, word, shot);
    await templates(window, word, shot);
    await settings(window, word, shot);
    await overall(window, word, shot);
  });
}

test('a data folder that cannot be used', async ({ launch, dataFolder }) => {
  const blocked = join(dataFolder, 'a-file');
  writeFileSync(blocked, 'not a folder');
  const app = await launch({ dataFolder: blocked });
  app.expectProblems(/./);
  await expect(app.window.getByText(wordsOf('zh-CN')('errors:DATA_FOLDER_UNUSABLE.what'))).toBeVisible();
  mkdirSync(outFolder, { recursive: true });
  await app.window.screenshot({ path: join(outFolder, 'data-folder-blocked.png') });
});

type Shot = (name: string) => Promise<void>;

const button = (window: Page, name: string) => window.getByRole('button', { name, exact: true });

async function assistant(window: Page, word: Words, shot: Shot): Promise<void> {
  await expect(window.getByRole('heading', { name: word('assistant:title') })).toBeVisible();
  await shot('assistant-unit');
  await button(window, word('common:next')).click();
  await shot('assistant-habits');
  await button(window, word('assistant:skip')).click();
}

async function emptyDesk(window: Page, word: Words, shot: Shot): Promise<void> {
  await expect(button(window, word('desk:door.sample.title'))).toBeVisible();
  await shot('desk-empty');
}

async function newReply(window: Page, word: Words, shot: Shot): Promise<void> {
  await window.keyboard.press('Control+n');
  await expect(button(window, word('newReply:create'))).toBeVisible();
  await shot('new-reply');
  await button(window, word('newReply:create')).click();
  await expect(button(window, word('draft:export'))).toBeVisible();
  await shot('draft-from-template');
  await button(window, word('draft:backToDesk')).click();
}

async function sample(window: Page, word: Words, shot: Shot): Promise<void> {
  await button(window, word('desk:door.sample.title')).click();
  await expect(button(window, word('draft:export'))).toBeVisible();
  await shot('draft-imported');
  for (const [index, tab] of (['case', 'versions', 'import'] as const).entries()) {
    await window.keyboard.press(`Alt+${index + 1}`);
    await expect(window.getByRole('tab', { name: word(`draft:inspector.${tab}`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await shot(`draft-inspector-${tab}`);
  }
  await window.keyboard.press('Control+h');
  await shot('draft-replace');
  await window.keyboard.press('Escape');
  await window.keyboard.press('F11');
  await shot('draft-focus-mode');
  await window.keyboard.press('F11');
}

/** Pages are drawn one by one; the first stands for them. */
const firstPage = (window: Page) => window.locator('canvas[data-drawn]').first();

async function preview(window: Page, word: Words, shot: Shot): Promise<void> {
  await window.keyboard.press('Alt+5');
  const panel = window.getByRole('tabpanel', { name: word('draft:inspector.preview') });
  await expect(firstPage(window)).toBeVisible();
  await shot('draft-inspector-preview');
  await panel.getByRole('button', { name: word('preview:half'), exact: true }).click();
  await expect(panel.getByRole('button', { name: word('preview:narrow'), exact: true })).toBeVisible();
  await shot('draft-preview-half');
  await panel.getByRole('button', { name: word('preview:narrow'), exact: true }).click();
  await window.keyboard.press('Control+p');
  await expect(window.getByRole('dialog', { name: word('preview:printDialog.title') })).toBeVisible();
  await shot('print');
  await window.keyboard.press('Escape');
}

async function sheets(window: Page, word: Words, shot: Shot): Promise<void> {
  await button(window, word('common:more')).click();
  await window.getByRole('menuitem', { name: word('sheets:menu') }).click();
  const dialog = window.getByRole('dialog', { name: word('sheets:title') });
  await expect(dialog.getByRole('img', { name: /\d/ })).toBeVisible();
  await shot('sheets');
  await dialog.press('Escape');
  await expect(dialog).toBeHidden();
}

async function exportDialog(window: Page, word: Words, shot: Shot): Promise<void> {
  await window.keyboard.press('Control+Shift+s');
  const dialog = window.getByRole('dialog', { name: word('exporting:title') });
  await dialog.getByRole('button', { name: word('exporting:chooseFolderFirst'), exact: true }).click();
  const exporting = [word('exporting:export'), word('exporting:exportAnyway')];
  const go = dialog.getByRole('button', { name: new RegExp(`^(${exporting.join('|')})$`) });
  await expect(go).toBeVisible();
  await shot('export');
  const version = (name: 'full' | 'public') => dialog.getByText(word(`publication:version.${name}`), { exact: true });
  await version('public').click();
  await expect(dialog.getByText(word('publication:publicHint'), { exact: true })).toBeVisible();
  await shot('export-public');
  await version('full').click();
  await go.click();
  await expect(dialog.getByRole('button', { name: word('exporting:openFolder'), exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await shot('export-done');
  await dialog.getByRole('button', { name: word('common:done'), exact: true }).click();
  await window.keyboard.press('Control+Shift+s');
  await expect(dialog.getByText(word('exporting:exists')).first()).toBeVisible();
  await shot('export-again');
  await window.keyboard.press('Escape');
  await button(window, word('draft:backToDesk')).click();
}

async function desk(window: Page, word: Words, shot: Shot): Promise<void> {
  await expect(window.getByRole('heading', { name: word('desk:title'), exact: true })).toBeVisible();
  await shot('desk');
  await button(window, word('desk:import')).click();
  await expect(window.getByRole('menuitem', { name: word('desk:importPaste') })).toBeVisible();
  await shot('desk-import-menu');
  await window.keyboard.press('Escape');
  await window.getByRole('checkbox', { name: word('desk:selectAll') }).check();
  await shot('desk-selection');
  const rail = window.getByRole('navigation', { name: word('app:rail.label') });
  await rail.getByRole('button', { name: word('app:rail.trash') }).click();
  await expect(window.getByRole('heading', { name: word('desk:trashTitle'), exact: true })).toBeVisible();
  await shot('trash');
}

async function templates(window: Page, word: Words, shot: Shot): Promise<void> {
  const rail = window.getByRole('navigation', { name: word('app:rail.label') });
  await rail.getByRole('button', { name: word('app:rail.templates') }).click();
  await expect(window.getByRole('heading', { name: word('templates:shipped'), exact: true })).toBeVisible();
  await shot('templates');
}

async function settings(window: Page, word: Words, shot: Shot): Promise<void> {
  await window.keyboard.press('Control+,');
  for (const section of ['unit', 'forms', 'profile', 'appearance', 'data'] as const) {
    await window.getByRole('tab', { name: word(`settings:section.${section}`) }).click();
    if (section === 'unit' || section === 'forms') await expect(firstPage(window)).toBeVisible();
    await shot(`settings-${section}`);
  }
}

async function overall(window: Page, word: Words, shot: Shot): Promise<void> {
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: word('app:shortcuts.title') })).toBeVisible();
  await shot('shortcuts');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+k');
  await expect(window.getByPlaceholder(word('app:palette.placeholder'))).toBeVisible();
  await shot('palette');
}
