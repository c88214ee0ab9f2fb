import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('what a letter lacks is listed before export, each with the way to it; it can go out all the same', async ({
  app,
}, info) => {
  const { window } = app;
  const target = info.outputPath('export');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  await person.fillAssistant('林清', '云江市水务局');
  await person.createReply('关于修缮云岭古桥的提案');
  const number = window.getByRole('textbox', { name: '发文字号' });
  await expect(number).toHaveValue('');
  await expect(number, 'no number that will not print').not.toHaveAttribute('placeholder', /〔/);

  const dialog = window.getByRole('dialog', { name: '导出' });
  const points = dialog.getByRole('list', { name: /没有写完或核对/ });
  await window.keyboard.press('Control+Shift+S');
  await expect(points.getByText('缺发文字号')).toBeVisible();
  await expect(points.getByText('案号还没有填')).toBeVisible();
  await expect(points.getByText(/^未写：/).first()).toBeVisible();
  await points.getByRole('button', { name: '去看：缺发文字号' }).click();
  await expect(dialog).toBeHidden();
  await expect(number).toBeFocused();
  await window.keyboard.insertText('12');
  await person.saved();

  await window.keyboard.press('Control+Shift+S');
  await expect(points).toBeVisible();
  await expect(points.getByText('缺发文字号')).toBeHidden();
  const prompt = await points
    .getByText(/^未写：/)
    .first()
    .innerText();
  await points.getByRole('button', { name: `去看：${prompt}` }).click();
  await expect(person.letter).toBeFocused();
  await window.keyboard.insertText('古桥已修缮。');
  await expect(person.letter).toContainText('古桥已修缮。');
  await person.saved();
  await window.keyboard.press('Control+Shift+S');
  await expect(points.getByText('缺成文日期')).toBeVisible();
  await expect(points.getByText(prompt, { exact: true })).toBeHidden();
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('button', { name: '仍然导出' }).click();
  await expect(dialog.getByText(/已导出 2 个文件/)).toBeVisible({ timeout: 30_000 });
  expect(await readdir(target)).toHaveLength(2);
});

test('what the import was unsure of waits to be ticked off', async ({ app, dataFolder }) => {
  const { window } = app;
  const path = join(dataFolder, '旧稿.txt');
  const text = [
    '云水函〔2026〕8号',
    '关于市政协六届五次会议第12号提案的答复',
    '林知远委员：',
    '您在市政协六届五次会议上提出的《关于修缮古桥的提案》（第12号）收悉，现答复如下：',
    '古桥已修缮。',
    '云江市水务局',
    '2026年4月31日',
  ];
  await writeFile(path, text.join('\n'));
  await app.answerDialogs({ openFiles: [[path]] });
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.chooseFilesToImport();
  await expect(person.letter).toContainText('古桥已修缮。');
  const warnings = window.getByRole('region', { name: '请核对' });
  await expect(warnings).toBeVisible();
  const count = await warnings.getByRole('checkbox').count();
  expect(count).toBeGreaterThan(0);

  await window.keyboard.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  const points = dialog.getByRole('list', { name: /没有写完或核对/ });
  await points.getByRole('listitem').first().getByRole('button').click();
  await expect(dialog).toBeHidden();
  for (let index = 0; index < count; index += 1) await warnings.getByRole('checkbox').nth(index).check();
  await window.keyboard.press('Control+Shift+S');
  await expect(dialog.getByRole('button', { name: '选择文件夹…' })).toBeEnabled();
  await expect(points).toBeHidden();
});

test('a part the import did not find is one press away, with a guess', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.fillAssistant('林清', '云江市水务局');
  await window.getByRole('button', { name: '粘贴一篇旧稿' }).click();
  await window
    .getByRole('dialog')
    .getByRole('textbox')
    .fill(
      '林知远委员：\n您在市政协六届五次会议上提出的《关于修缮古桥的提案》（第12号）收悉，现答复如下：\n古桥已修缮。\n',
    );
  await window.getByRole('dialog').getByRole('button', { name: '导入' }).click();
  const warnings = window.getByRole('region', { name: '请核对' });
  await warnings.getByRole('button', { name: '填入“关于市政协六届五次会议第12号提案的答复”' }).click();
  await expect(person.letter).toContainText('关于市政协六届五次会议第12号提案的答复');
  await warnings.getByRole('button', { name: '填入“云江市水务局”' }).click();
  await expect(window.getByRole('textbox', { name: '署名单位 1' })).toHaveValue('云江市水务局');
});
