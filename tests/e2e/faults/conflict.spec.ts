import { readFile } from 'node:fs/promises';
import { paragraph } from '#shared/document/create.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { openBackendLine, type BackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { inOtherProgram, prepareStore } from '../support/other-program.ts';
import { expect, test } from '../fixtures.ts';

/** The same draft is changed behind the window: over a second line to the backend, as a second window would. */
async function changeBehind(line: BackendLine, documentId: string, text: string): Promise<void> {
  const { body, version } = await line.call('documents.get', { documentId });
  const document = parseReplyDocument(body);
  document.sections.at(-1)!.blocks.push(paragraph(text));
  await line.call('documents.save', { documentId, baseVersion: version, body: stringifyReplyDocument(document) });
}

/** All drafts as text. */
function storedTexts(dataFolder: string): Promise<string[]> {
  return inOtherProgram(dataFolder, async (client) => {
    const list = await client.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
    const drafts = await Promise.all(list.map(({ id }) => client.call('documents.get', { documentId: id })));
    return drafts.map(({ body }) => plainText(parseReplyDocument(body)));
  });
}

test.beforeEach(async ({ dataFolder }) => {
  await prepareStore(dataFolder, '0168');
});

for (const choice of ['把我的另存为副本', '采用对方的'] as const) {
  test(`a draft that was changed elsewhere is not overwritten: ${choice}`, async ({ launch, dataFolder }) => {
    const app = await launch();
    const line = await openBackendLine(app);
    const person = new DeskPerson(app.window);
    await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
    await person.letter.locator('p[data-prompt]').first().click();
    const [draft] = await line.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });

    await changeBehind(line, draft!.id, '对方写的话。');
    await app.window.keyboard.insertText('我写的话。');
    await expect(app.window.getByLabel('保存状态')).toHaveText('有冲突，未保存');
    const alert = app.window.getByRole('alert');
    await expect(alert).toContainText('这份稿件在别的窗口里已经改过，这里的改动还没有保存。请选择保留哪一份。');
    await app.window.keyboard.insertText('又写了一句。');
    await expect(person.letter).toContainText('我写的话。又写了一句。');

    await alert.getByRole('button', { name: choice }).click();
    if (choice === '把我的另存为副本') await expect(app.window.getByText(/已另存为副本/)).toBeVisible();
    await expect(alert).toBeHidden();
    if (choice === '采用对方的') {
      await expect(person.letter).toContainText('对方写的话。');
      await expect(person.letter, 'what was given up can be had back').not.toContainText('我写的话。');
      await app.window.keyboard.press('Control+Z');
      await expect(person.letter).toContainText('我写的话。又写了一句。');
      await app.window.keyboard.press('Control+Y');
      await person.saved();
      await app.close();
      expect(await storedTexts(dataFolder)).toEqual([expect.stringContaining('对方写的话。')]);
      return;
    }
    await expect(person.letter).toContainText('我写的话。又写了一句。');
    await expect(person.letter).not.toContainText('对方写的话。');
    await person.saved();
    await app.close();
    const texts = await storedTexts(dataFolder);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('对方写的话。'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('我写的话。又写了一句。'))).toHaveLength(1);
  });
}

test('closing the window with an unsolved conflict asks first', async ({ launch, dataFolder }) => {
  const app = await launch();
  const line = await openBackendLine(app);
  const person = new DeskPerson(app.window);
  await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
  await person.letter.locator('p[data-prompt]').first().click();
  const [draft] = await line.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
  await changeBehind(line, draft!.id, '对方写的话。');
  await app.window.keyboard.insertText('我写的话。');
  await expect(app.window.getByLabel('保存状态')).toHaveText('有冲突，未保存');

  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const leave = app.window.getByRole('dialog', { name: '稿件还没有保存' });
  await expect(leave).toBeVisible();
  await leave.getByRole('button', { name: '留在这里' }).click();
  await app.window.getByRole('button', { name: '把我的另存为副本' }).click();
  await person.saved();
  await app.close();
  const texts = await storedTexts(dataFolder);
  expect(texts.some((text) => text.includes('我写的话。'))).toBe(true);
});

test('a draft purged elsewhere while it is open can be written to a file, and comes back from it', async ({
  launch,
  dataFolder,
}, info) => {
  const app = await launch();
  const line = await openBackendLine(app);
  const person = new DeskPerson(app.window);
  await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
  await person.letter.locator('p[data-prompt]').first().click();
  const [draft] = await line.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
  await line.call('documents.trash', { documentIds: [draft!.id] });
  await line.call('documents.purge', { documentIds: [draft!.id] });
  await app.window.keyboard.insertText('我写的话。');
  await expect(app.window.getByLabel('保存状态')).toContainText('未保存');
  await expect(app.window.getByRole('alert')).toContainText('找不到稿件');
  const rescue = info.outputPath('未保存.txt');
  await app.answerDialogs({ saveFile: [rescue], openFiles: [[`${rescue}.dafu.json`]] });
  await app.window.getByRole('alert').getByRole('button', { name: '另存到文件…' }).click();
  await expect(async () => expect(await readFile(rescue, 'utf8')).toContain('我写的话。')).toPass();
  await expect(person.letter).toContainText('我写的话。');
  await app.window.getByRole('button', { name: '返回工作台' }).click();
  await app.window
    .getByRole('dialog', { name: '稿件还没有保存' })
    .getByRole('button', { name: '不保存，直接离开' })
    .click();
  await expect(person.emptyDesk).toBeVisible();

  await person.chooseFilesToImport();
  await expect(person.letter).toContainText('我写的话。');
  await expect(person.letter).toContainText('工作进展');
  await person.saved();
  await app.close();
  expect(await storedTexts(dataFolder)).toEqual([expect.stringContaining('我写的话。')]);
});
