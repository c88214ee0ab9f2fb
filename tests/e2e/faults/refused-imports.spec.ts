import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badFiles } from '../../support/bad-files.ts';
import { handmadeDocx } from '../../support/docx.ts';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

const otherFormat = '请用 Word 或 WPS 另存为 .docx 或 .txt 后再导入，也可以复制正文后直接粘贴。';
const smaller = '请拆分后再导入，或只粘贴需要的部分。';

/** File, what is said about it and what to do. */
const refusals: [name: string, why: string, todo: string][] = [
  ['空文件.txt', '文件里没有文字。', otherFormat],
  ['照片.txt', '这是图片，请先识别出文字。', otherFormat],
  ['外来编码.txt', '文字编码无法识别。', otherFormat],
  ['旧格式.doc', '这是旧版 .doc 文件。', otherFormat],
  ['加密.docx', '文件设有密码。', otherFormat],
  ['带宏.docx', '文件含有宏。', otherFormat],
  ['炸弹.docx', '文件解压后异常庞大。', otherFormat],
  ['实体.docx', '文件含有不安全的内容。', otherFormat],
  ['残缺.docx', '文件已损坏或不完整。', otherFormat],
  ['重复部件.docx', '文件结构有误，内容可能被改动过。', otherFormat],
  ['改名.docx', '扩展名是 .docx，内容却不是 Word 文件。', otherFormat],
  ['超长.txt', '字数为', smaller],
  ['二十万段.docx', '段落数为', smaller],
  ['二十万段.txt', '段落数为 200,001，最多 199,999。', smaller],
];

async function makeFile(folder: string, name: string): Promise<string> {
  const make = badFiles[name];
  if (!make) throw new Error(`no maker for ${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), make());
  return join(folder, name);
}

test('a file that is no letter is refused in clear words, and nothing comes in', async ({ app }, info) => {
  test.setTimeout(180_000);
  const folder = info.outputPath('bad');
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  for (const [name, why, todo] of refusals) {
    await test.step(name, async () => {
      const path = await makeFile(folder, name);
      const before = await readFile(path);
      await app.answerDialogs({ openFiles: [[path]] });
      await person.chooseFilesToImport();
      const dialog = person.refusedFiles(1);
      const alert = dialog.getByRole('alert');
      await expect(alert).toContainText(`“${name}”`, { timeout: 30_000 });
      await expect(alert).toContainText(why);
      await expect(alert).toContainText(todo);
      await expect(dialog.getByRole('button', { name: '粘贴文字…' })).toBeVisible();
      await dialog.getByRole('button', { name: '关闭' }).click();
      await expect(dialog).toBeHidden();
      await expect(person.emptyDesk).toBeVisible();
      expect((await readFile(path)).equals(before), 'the file is as it was').toBe(true);
    });
  }
});

test('a refusal offers another file and pasting, each by a button', async ({ app }, info) => {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  const bad = await makeFile(info.outputPath('bad'), '旧格式.doc');
  const good = info.outputPath('good.txt');
  await writeFile(good, '关于增设公交站点的提案的答复\n\n林知远委员：\n您提出的提案收悉，现答复如下：\n已增设站点。\n');
  await app.answerDialogs({ openFiles: [[bad], [bad], [good]] });

  await person.chooseFilesToImport();
  await person.refusedFiles(1).getByRole('button', { name: '粘贴文字…' }).click();
  const paste = app.window.getByRole('dialog', { name: '粘贴旧稿' });
  await expect(paste.getByRole('textbox', { name: '粘贴旧稿' })).toBeFocused();
  await paste.getByRole('button', { name: '取消' }).click();

  await person.chooseFilesToImport();
  await person.refusedFiles(1).getByRole('button', { name: '选择其他文件…' }).click();
  await expect(person.letter).toContainText('已增设站点。');
});

test('of several files the good ones come in and the bad ones are listed', async ({ app }, info) => {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  const folder = info.outputPath('mixed');
  const paths = [
    await makeFile(folder, '加密.docx'),
    join(folder, '甲.txt'),
    await makeFile(folder, '照片.txt'),
    join(folder, '乙.docx'),
    join(folder, '不在了.txt'),
  ];
  await writeFile(paths[1]!, '关于对甲号提案的答复\n\n林知远委员：\n您提出的提案收悉，现答复如下：\n已增设站点。\n');
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  await writeFile(
    paths[3]!,
    handmadeDocx(['关于对乙号提案的答复', '林知远委员：', '您提出的提案收悉，现答复如下：'].map(line).join('')),
  );
  await app.answerDialogs({ openFiles: [paths] });
  await person.chooseFilesToImport();

  const dialog = person.refusedFiles(3);
  await expect(dialog.getByRole('alert')).toHaveCount(3);
  await expect(dialog.getByRole('alert').nth(0)).toContainText('“加密.docx”没有导入');
  await expect(dialog.getByRole('alert').nth(1)).toContainText('“照片.txt”没有导入');
  await expect(dialog.getByRole('alert').nth(2)).toContainText('不在了.txt：不存在');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(app.window.getByRole('row', { name: /关于对甲号提案的答复/ })).toBeVisible();
  await expect(app.window.getByRole('row', { name: /关于对乙号提案的答复/ })).toBeVisible();
  await expect(app.window.getByRole('row')).toHaveCount(3);
});
