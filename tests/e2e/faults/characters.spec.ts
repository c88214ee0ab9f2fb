import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docxComplaints, docxParts } from '../../support/docx.ts';
import { missingRenderTools } from '../../support/render.ts';
import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { composeText } from '../support/input-method.ts';
import { prepareStore } from '../support/other-program.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Rare Han (extension B, a variation selector), an emoji of several parts, Latin with a combining mark. */
const kept = '𠮷野家在𪚥村，葛󠄀城，👩🏽‍🔬同志，Ångström。';
const marks = { zeroWidth: '\u200b', rightToLeft: '\u202e', mark: '\u200f', bell: '\u0007', joiner: '\u2060' };
const dirty = `甲${marks.zeroWidth}乙${marks.rightToLeft}丙${marks.mark}丁${marks.bell}戊${marks.joiner}己`;
const invisible = new RegExp(`[${Object.values(marks).join('')}]`, 'u');

async function exportAll(app: RunningApp, folder: string): Promise<{ docx: Buffer; pdf: string; txt: string }> {
  await mkdir(folder, { recursive: true });
  await app.answerDialogs({ openFiles: [[folder]] });
  await app.window.keyboard.press('Control+Shift+S');
  const dialog = app.window.getByRole('dialog', { name: '导出' });
  await dialog.getByRole('checkbox', { name: '纯文本' }).check();
  await dialog.getByRole('button', { name: '选择…' }).click();
  await dialog.getByRole('button', { name: /^(仍然)?导出$/ }).click();
  await expect(dialog.getByText('已导出 3 个文件')).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText('PDF 中有的字印为 〓')).toBeVisible();
  await expect(dialog.getByText(/𪚥（U\+2A6A5）/)).toBeVisible();
  await dialog.getByRole('button', { name: '完成' }).click();
  const names = await readdir(folder);
  const path = (extension: string) => join(folder, names.find((name) => name.endsWith(extension)) ?? extension);
  return { docx: await readFile(path('.docx')), pdf: path('.pdf'), txt: await readFile(path('.txt'), 'utf8') };
}

function wordText(docx: Uint8Array): string {
  return (docxParts(docx)['word/document.xml'] ?? '').replaceAll(/<[^>]+>/g, '');
}

function pdfText(file: string): string {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
}

/** What every export must hold: the rare characters whole, the invisible ones not at all. */
async function expectExportsRight(app: RunningApp, folder: string): Promise<void> {
  const { docx, pdf, txt } = await exportAll(app, folder);
  expect(await docxComplaints(docx, 'Microsoft365')).toEqual([]);
  for (const text of [wordText(docx), txt]) {
    expect(text).toContain(kept);
    expect(text).toContain('甲乙丙丁戊己');
    expect(text).not.toMatch(invisible);
    expect(text.isWellFormed()).toBe(true);
  }
  const missing = missingRenderTools();
  test.skip(missing.length > 0, `the text of the PDF is not read, missing: ${missing.join(', ')}`);
  const printed = pdfText(pdf);
  expect(printed).toContain('甲乙丙丁戊己');
  expect(printed, 'a character no font has is marked').toContain('𠮷野家在〓村');
}

test('imported: rare characters stay, invisible ones are taken out and reported', async ({ app }, info) => {
  const file = info.outputPath('来文.txt');
  const letter = `关于增设公交站点的提案的答复\n\n林知远委员：\n您提出的提案收悉，现答复如下：\n${dirty}。\n${kept}\n感谢您的支持。\n`;
  await writeFile(file, letter);
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await app.answerDialogs({ openFiles: [[file]] });
  await person.chooseFilesToImport();
  await expect(person.letter).toContainText('甲乙丙丁戊己。');
  await expect(person.letter).toContainText(kept);
  expect(await person.letter.innerText()).not.toMatch(invisible);
  const changes = app.window.getByRole('region', { name: '改动' });
  await expect(changes).toContainText('删去不可见字符');
  await expect(changes).toContainText('U+202E×1');
  await person.saved();
  await expectExportsRight(app, info.outputPath('out'));
});

test('pasted: rare characters stay, invisible ones are taken out', async ({ launch, dataFolder }, info) => {
  await prepareStore(dataFolder, '0168');
  const app = await launch();
  const person = new DeskPerson(app.window);
  await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
  await person.letter.locator('p[data-prompt]').first().click();
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), `${dirty}。\n${kept}`);
  await app.window.keyboard.press('Control+V');
  await expect(person.letter).toContainText('甲乙丙丁戊己。');
  await expect(person.letter).toContainText(kept);
  await person.letter.evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, `<p>${dirty}！</p>`);
  await expect(person.letter).toContainText('甲乙丙丁戊己！');
  expect(await person.letter.innerText()).not.toMatch(invisible);
  await person.saved();
  await expectExportsRight(app, info.outputPath('out'));
});

test('typed: rare characters by input method, taken back one at a time; half a character harms nothing', async ({
  launch,
  dataFolder,
}, info) => {
  await prepareStore(dataFolder, '0168');
  const app = await launch();
  const person = new DeskPerson(app.window);
  await app.window.getByRole('row', { name: /0168/ }).getByRole('button').first().click();
  await person.letter.locator('p[data-prompt]').first().click();
  const devTools = await app.devTools();
  await composeText(devTools, 'ji', '𠮷');
  await composeText(devTools, 'yan', '👩‍🔬');
  await composeText(devTools, 'da', '𪚥');
  await app.window.keyboard.press('Backspace');
  await expect(person.letter).toContainText('𠮷👩‍🔬');
  await app.window.keyboard.press('Backspace');
  await app.window.keyboard.press('Backspace');
  await app.window.keyboard.insertText(`${kept}甲乙丙丁戊己`);
  await app.window.evaluate(() => document.execCommand('insertText', false, String.fromCharCode(0xd842)));
  await app.window.keyboard.insertText('此后。');
  await person.saved();
  await expect(person.letter).toContainText('此后。');
  await app.window.reload();
  await expect(person.letter).toContainText('此后。');
  await expect(person.letter).toContainText(kept);
  expect(await person.letter.innerText()).not.toContain('𠮷👩');
  await expectExportsRight(app, info.outputPath('out'));
});
