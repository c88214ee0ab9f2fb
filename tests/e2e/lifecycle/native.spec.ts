import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';

const menuLabels = ['文件', '编辑', '视图', '转到', '帮助'];

test('the native menu is Chinese, follows the language of the app, and its items reach the window', async ({ app }) => {
  const labels = () => app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(await labels()).toEqual(menuLabels);
  await new DeskPerson(app.window).skipAssistant();
  await app.chooseMenuItem('文件', '新建答复');
  await expect(app.window.getByRole('dialog', { name: '新建答复' })).toBeVisible();

  const line = await openBackendLine(app);
  const { appearance } = await line.call('settings.get', {});
  await line.call('settings.saveAppearance', { appearance: { ...appearance, language: 'en' } });
  await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Go to', 'Help']);
});

test('a dropped file is read once, by a token', async ({ app, window, dataFolder }) => {
  const file = join(dataFolder, '来文.txt');
  await writeFile(
    file,
    '关于市政协十四届三次会议第0123号提案的答复\n\n李明委员：\n    您提出的提案收悉。现答复如下：\n',
  );
  const line = await openBackendLine(app);
  // A chosen file is to a page what a dropped one is: a File with a path only the preload can read.
  await window.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' }));
  });
  await window.locator('#drop').setInputFiles(file);
  const token = await window.evaluate(() => {
    const { dafu } = globalThis as unknown as { dafu: { tokenForFile(file: File): Promise<string> } };
    const [chosen] = document.querySelector<HTMLInputElement>('#drop')?.files ?? [];
    if (!chosen) throw new Error('no file');
    return dafu.tokenForFile(chosen);
  });
  expect(token).not.toContain('来文');

  const first = await line.call('imports.run', { from: 'tokens', tokens: [token] });
  expect(first.imported.map(({ name }) => name)).toEqual(['来文.txt']);
  const second = await line.call('imports.run', { from: 'tokens', tokens: [token] }).then(
    ({ imported, refused }) => ({ imported, refused: refused.length }),
    (error: unknown) => String(error),
  );
  expect(JSON.stringify(second)).not.toContain('documentId');
});
