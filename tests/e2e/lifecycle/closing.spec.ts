import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import type { RunningApp } from '../support/running-app.ts';

async function beginLetter(app: RunningApp): Promise<DeskPerson> {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.letter.locator('p[data-prompt]').first().click();
  return person;
}

/** The wish to close, as from the button of the window; returns before anything comes of it. */
function wishToClose(app: RunningApp): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

function gone(app: RunningApp): Promise<void> {
  const main = app.electron.process();
  return new Promise((resolve) => {
    if (main.exitCode === null) main.once('exit', () => resolve());
    else resolve();
  });
}

test('closing right after a keystroke saves it', async ({ launch }) => {
  const app = await launch();
  await beginLetter(app);
  await app.window.keyboard.insertText('最后一句。');
  const ended = gone(app);
  await wishToClose(app);
  await ended;

  const again = await launch();
  await expect(new DeskPerson(again.window).letter).toContainText('最后一句。');
});

test('quitting right after a keystroke saves it', async ({ launch }) => {
  const app = await launch();
  await beginLetter(app);
  await app.window.keyboard.insertText('最后一句。');
  const ended = gone(app);
  await app.electron.evaluate(({ app: electron }) => electron.quit());
  await ended;

  const again = await launch();
  await expect(new DeskPerson(again.window).letter).toContainText('最后一句。');
});

test('a window loaded again has everything older than a second', async ({ app, window }) => {
  const person = await beginLetter(app);
  await window.keyboard.insertText('早于一秒。');
  await pause(1_000);
  await window.keyboard.insertText('刚刚。');
  await window.reload();
  await expect(person.letter).toContainText('早于一秒。');
});

test('a window whose page crashed is loaded again with its letter', async ({ app }) => {
  app.expectProblems(/window\.crashed/, /page: crashed/);
  const person = await beginLetter(app);
  await app.window.keyboard.insertText('崩溃之前。');
  await person.saved();
  // Which screen one is on is stored after a second.
  await pause(1_500);
  // The debugger stays with the page that crashed, so the new one is asked through main.
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const text = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const shared = globalThis as { pageText?: string };
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not returned as a promise: one that never settles, in a page about to go, is an error for the debugger.
      void contents?.executeJavaScript('document.body.innerText').then((found: string) => (shared.pageText = found));
      return shared.pageText ?? '';
    });
  await expect.poll(text).toContain('崩溃之前。');
});

test('a window that hangs is closed by the person, who is asked first', async ({ app, window }) => {
  await new DeskPerson(window).skipAssistant();
  await app.answerDialogs({ messageBox: [0, 1] });
  await window.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await expect.poll(() => Promise.race([window.evaluate(() => 'alive'), pause(500, 'hangs')])).toBe('hangs');
  const ended = gone(app);

  await wishToClose(app);
  await expect.poll(async () => (await app.askedDialogs()).length, { timeout: 8_000 }).toBe(1);
  expect((await app.askedDialogs())[0]?.options).toMatchObject({
    message: '窗口没有响应',
    detail: '已保存的内容不会丢失；最后一秒的改动可能还没有保存。',
    buttons: ['继续等待', '直接关闭'],
    defaultId: 0,
  });
  // The answer was to wait; the next wish is answered with closing.
  await wishToClose(app);
  await ended;
});

test('a page that never answers cannot keep the window: who wishes again and again is asked', async ({
  app,
  window,
}) => {
  await new DeskPerson(window).skipAssistant();
  await app.answerDialogs({ messageBox: [1] });
  // A page whose own confirmation gets lost.
  await app.electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('shell:confirmClose');
    ipcMain.handle('shell:confirmClose', () => undefined);
  });
  const ended = gone(app);
  for (let wish = 0; wish < 3; wish++) await wishToClose(app);
  await ended;
});
