import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

const letter = `关于市政协十四届三次会议第0123号提案的答复

李明委员:
    您提出的《关于增设公交站点的提案》收悉,现答复如下:
    一、工作进展
    今年以来,我局新增站点12处,调整线路3条。
    特此答复。

云江市交通运输局
2026年4月7日
`;

test('what an import changed is listed, and taken back one by one or all at once', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.button('粘贴一篇旧稿').click();
  await window.getByRole('dialog', { name: '粘贴旧稿' }).getByRole('textbox').fill(letter);
  await window.keyboard.press('Control+Enter');
  await expect(person.letter).toContainText('今年以来，我局新增站点12处，调整线路3条。');

  // For a moment what was recognised is tinted: title, addressee, heading, closing, and what stands after the text.
  await expect(window.locator('[data-flash]', { hasText: '工作进展' })).not.toHaveCount(0);
  await expect(window.locator('[data-flash]', { hasText: '李明委员' })).not.toHaveCount(0);
  await expect(window.locator('[data-flash]').getByLabel('成文日期')).toBeVisible();
  const panel = window.getByRole('tabpanel', { name: '导入' });
  await expect(panel.getByText('标点改为全角').first()).toBeVisible();
  const changes = panel.getByRole('button', { name: '撤销这处改动' });
  const before = await changes.count();
  // All punctuation was widened in one step.
  await changes.last().click();
  await expect(person.letter).toContainText('今年以来,我局新增站点12处,调整线路3条。');
  await expect(changes).toHaveCount(before - 1);
  await panel.getByRole('button', { name: '全部撤销' }).click();
  await expect(changes).toHaveCount(0);
  const lines = (await person.letter.innerText()).split('\n').filter((line) => line.trim() !== '');
  expect(lines, 'the letter as it was pasted').toEqual(
    letter
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  await person.saved();
});

test('two letters of one file are told, and taken apart', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.button('粘贴一篇旧稿').click();
  const second = letter.replace('0123', '0456').replace('李明', '赵清').replace('增设公交站点', '优化公交线路');
  await window.getByRole('dialog', { name: '粘贴旧稿' }).getByRole('textbox').fill(`${letter}\n${second}`);
  await window.keyboard.press('Control+Enter');
  await expect(person.letter).toContainText('优化公交线路');
  const panel = window.getByRole('tabpanel', { name: '导入' });
  await expect(panel.getByText('文件里不止一份答复函，后面的暂放在正文末尾').first()).toBeVisible();
  await panel.getByRole('button', { name: '拆成各自的稿件' }).click();
  await expect(window.getByText('0123', { exact: true })).toBeVisible();
  await expect(window.getByText('0456', { exact: true })).toBeVisible();
});

test('a letter copied from Word comes in with its headings and its table', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.button('粘贴一篇旧稿').click();
  const box = window.getByRole('dialog', { name: '粘贴旧稿' }).getByRole('textbox');
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal align=center><b>关于市政协十四届三次会议第0123号提案的答复<o:p></o:p></b></p>
<p class=MsoNormal>李明委员：</p><p class=MsoNormal>您提出的《关于增设公交站点的提案》收悉。现答复如下：</p>
<h1>一、工作进展</h1><p class=MsoNormal>今年新增站点<span lang=EN-US>12</span>处。</p>
<table><tr><td><p>线路</p></td><td><p>站点</p></td></tr><tr><td><p>1路</p></td><td><p>3</p></td></tr></table>
<!--EndFragment--></body></html>`;
  await box.focus();
  await box.evaluate((element, markup) => {
    const data = new DataTransfer();
    data.setData('text/html', markup);
    data.setData('text/plain', new DOMParser().parseFromString(markup, 'text/html').body.innerText);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  // A made-up paste event does not insert; a real one puts the plain text into the field.
  await box.fill(
    await box.evaluate((_, markup) => new DOMParser().parseFromString(markup, 'text/html').body.innerText, html),
  );
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('button', { name: '一、工作进展' }), 'a heading in the outline').toBeVisible();
  await expect(person.letter.locator('td, th').filter({ hasText: '1路' })).toBeVisible();
});

test('a file dropped on the window comes in', async ({ app, dataFolder }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  const file = join(dataFolder, '来文.txt');
  await writeFile(file, letter);
  await window.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop', hidden: true }));
  });
  await window.locator('#drop').setInputFiles(file);
  await window.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(document.querySelector<HTMLInputElement>('#drop')!.files![0]!);
    document
      .querySelector('main')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(person.letter).toContainText('新增站点12处');
});
