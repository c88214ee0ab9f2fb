import { mkdir, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { inOtherProgram, prepareStore } from '../support/other-program.ts';

const drafts = 120;

/** How a complete file ends: the zip directory, the PDF trailer. */
const endings: Record<string, RegExp> = { '.docx': /PK\u0005\u0006[^]{18}$/, '.pdf': /%%EOF\s*$/ };

test('an export of many drafts that is stopped leaves whole files only, and says how far it came', async ({
  launch,
  dataFolder,
}, info) => {
  const documentId = await prepareStore(dataFolder, '0168');
  await inOtherProgram(dataFolder, async (client) => {
    for (let count = 1; count < drafts; count += 1) await client.call('documents.duplicate', { documentId });
  });
  const folder = info.outputPath('桌面');
  await mkdir(folder, { recursive: true });
  const app = await launch();
  const { window } = app;
  await window.getByRole('checkbox', { name: '全选' }).check();
  await window.getByRole('button', { name: `导出 ${drafts} 份` }).click();
  const dialog = window.getByRole('dialog', { name: `导出 ${drafts} 份稿件` });
  await app.answerDialogs({ openFiles: [[folder]] });
  await dialog.getByRole('button', { name: '选择…' }).click();
  await dialog.getByRole('button', { name: /^(仍然)?导出$/ }).click();
  await dialog.getByRole('button', { name: '停止' }).click();

  await expect(dialog.getByRole('button', { name: '停止' })).toBeHidden();
  const names = await readdir(folder);
  expect(names.length).toBeLessThan(drafts * 2);
  await expect(dialog.getByText(`已停止，${names.length} 个文件已经在文件夹里`)).toBeVisible();
  for (const name of names) {
    expect(extname(name)).toMatch(/^\.(docx|pdf)$/);
    expect((await readFile(join(folder, name))).toString('latin1'), name).toMatch(endings[extname(name)]!);
  }
  expect(await readdir(folder), 'nothing comes after').toEqual(names);
});
