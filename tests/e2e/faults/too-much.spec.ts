import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { prepareStore } from '../support/other-program.ts';
import type { RunningApp } from '../support/running-app.ts';

function copy(app: RunningApp, text: string): Promise<void> {
  return app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
}

test('fifty megabytes pasted as a letter are refused, and the window goes on', async ({ app }) => {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await copy(app, '收悉。\n'.repeat((50 * 1024 * 1024) / 10));
  await person.button('粘贴一篇旧稿').click();
  await app.window.getByRole('textbox', { name: '粘贴旧稿' }).focus();
  await app.window.keyboard.press('Control+V');
  const dialog = person.refusedFiles(1);
  await expect(dialog.getByRole('alert')).toContainText('“粘贴的内容”太大，没有导入', { timeout: 30_000 });
  await expect(dialog.getByRole('alert')).toContainText('请拆分后再导入，或只粘贴需要的部分。');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(person.emptyDesk).toBeVisible();
});

for (const [what, text, why] of [
  ['two hundred thousand lines', '收悉。\n'.repeat(200_000), '字数为 800,000，最多 200,000。'],
  ['ten thousand short lines', '收悉\n'.repeat(10_000), '段落数为 10,000，最多 2,000。'],
] as const) {
  test(`${what} pasted into a letter are refused in words, and the letter stays as it is`, async ({
    launch,
    dataFolder,
  }) => {
    await prepareStore(dataFolder, '0168');
    const app = await launch();
    const person = new DeskPerson(app.window);
    await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
    await person.letter.locator('p[data-prompt]').first().click();
    await app.window.keyboard.insertText('粘贴之前。');
    await person.saved();
    const before = await person.letter.innerText();
    await copy(app, text);
    await app.window.keyboard.press('Control+V');
    const dialog = app.window.getByRole('dialog', { name: '没有完成' });
    await expect(dialog.getByRole('alert')).toContainText('“粘贴的内容”太大，没有导入');
    await expect(dialog.getByRole('alert')).toContainText(why);
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(await person.letter.innerText()).toBe(before);

    await copy(app, '粘贴之后。');
    await person.letter.getByText('粘贴之前。').click();
    await app.window.keyboard.press('End');
    await app.window.keyboard.press('Control+V');
    await expect(person.letter).toContainText('粘贴之前。粘贴之后。');
    await person.saved();
  });
}
