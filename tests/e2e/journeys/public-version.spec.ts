import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { paragraph, section, textRun } from '#shared/document/create.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { docxParts } from '../../support/docx.ts';
import { missingRenderTools } from '../../support/render.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import type { RunningApp } from '../support/running-app.ts';

const mobile = '13800138000';
const officeMobile = '13900139000';
const address = '和平里小区3号楼2单元501室';

function withPrivateText(letter: ReplyDocument): ReplyDocument {
  return {
    ...letter,
    head: { ...letter.head, disclosure: { kind: 'public' }, title: [textRun('关于停车问题的答复')] },
    sections: [
      section('opening', [
        paragraph(`林知远委员（电话：${mobile}，家住${address}）多次来电。`),
        paragraph(`群众可拨打${officeMobile}或12345反映。`),
      ]),
    ],
  };
}

/** A draft with that text, open on the screen. */
async function openLetter(app: RunningApp, change: (letter: ReplyDocument) => ReplyDocument): Promise<DeskPerson> {
  const line = await openBackendLine(app);
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await person.createReply('关于停车的提案');
  await person.saved();
  await person.backToDesk();
  const [draft] = await line.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
  const documentId = draft!.id;
  const { body, version } = await line.call('documents.get', { documentId });
  const changed = stringifyReplyDocument(change(parseReplyDocument(body)));
  await line.call('documents.save', { documentId, baseVersion: version, body: changed });
  await app.window.getByRole('row', { name: /停车/ }).dblclick();
  await expect(person.letter).toBeVisible();
  return person;
}

/** Everything a file says, without white space. */
async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  const text = path.endsWith('.docx')
    ? Object.values(docxParts(bytes)).join('')
    : path.endsWith('.pdf')
      ? execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
      : bytes.toString('utf8');
  return text.replaceAll(/\s/g, '');
}

test('a letter goes on the web without the numbers and addresses in it, and stays whole itself', async ({
  app,
}, info) => {
  const missing = missingRenderTools(['pdftotext']);
  test.skip(missing.length > 0, `not read, missing: ${missing.join(', ')}`);
  const folder = info.outputPath('export');
  await mkdir(folder, { recursive: true });
  await app.answerDialogs({ openFiles: [[folder]] });
  const { window } = app;
  const person = await openLetter(app, withPrivateText);
  await window.keyboard.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await dialog.getByRole('button', { name: '选择…' }).click();
  for (const format of ['网页（HTML）', '纯文本']) await dialog.getByRole('checkbox', { name: format }).check();
  await dialog.getByRole('button', { name: /^(仍然)?导出$/ }).click();
  await expect(dialog.getByText('已导出 4 个文件')).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: '完成' }).click();

  await window.keyboard.press('Control+Shift+S');
  await dialog.getByText('网页公开版', { exact: true }).click();
  const list = dialog.getByRole('region', { name: '去掉内容清单' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.locator('mark')).toHaveText([mobile, address, officeMobile]);
  for (const format of ['网页（HTML）', '纯文本']) await dialog.getByRole('checkbox', { name: format }).check();

  // What is kept is named once more and has to be confirmed.
  const go = dialog.getByRole('button', { name: /^(仍然)?导出$/ });
  await list.getByRole('checkbox', { name: `不公开“${officeMobile}”` }).uncheck();
  await expect(dialog.getByText('有 1 处将照原样公开')).toBeVisible();
  await expect(go).toBeDisabled();
  await dialog.getByRole('checkbox', { name: '已逐处核对，可以公开' }).check();
  await expect(dialog.getByText('关于停车问题的答复（公开版）.docx')).toBeVisible();
  await go.click();
  await expect(dialog.getByText('网页公开版：去掉 2 处，换成×× 0 处，照原样公开 1 处')).toBeVisible({
    timeout: 30_000,
  });

  const names = await readdir(folder);
  expect(names.filter((name) => name.includes('（公开版）'))).toHaveLength(4);
  for (const name of names) {
    const text = await textOf(join(folder, name));
    const isPublic = name.includes('（公开版）');
    expect([text.includes(mobile), text.includes(address)], name).toEqual([!isPublic, !isPublic]);
    expect(text, name).toContain(`群众可拨打${officeMobile}或12345反映。`);
    expect(text.includes('林知远委员多次来电。'), name).toBe(isPublic);
  }

  // The next export begins with the full version; what was decided for this letter is remembered.
  await dialog.getByRole('button', { name: '完成' }).click();
  await window.keyboard.press('Control+Shift+S');
  await expect(dialog.getByRole('radio', { name: '正式版' })).toBeChecked();
  await dialog.getByText('网页公开版', { exact: true }).click();
  await expect(list.getByRole('checkbox', { name: `不公开“${officeMobile}”` })).not.toBeChecked();
  // From the list into the letter, and back to the same choice.
  await list.getByRole('button', { name: `到文中查看“${address}”` }).click();
  await expect(dialog).toBeHidden();
  await expect(person.letter).toBeFocused();
  await window.keyboard.insertText('【此处】');
  await expect(person.letter).toContainText(`家住【此处】${address}`);
  await window.keyboard.press('Control+Shift+S');
  await expect(dialog.getByRole('radio', { name: '网页公开版' })).toBeChecked();
});

test('a letter that is withheld has no public version, and the dialog says why', async ({ app }) => {
  const { window } = app;
  await openLetter(app, (letter) => ({
    ...withPrivateText(letter),
    head: { ...withPrivateText(letter).head, disclosure: { kind: 'withheld', reason: '涉及商业秘密' } },
  }));
  await window.keyboard.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await dialog.getByText('网页公开版', { exact: true }).click();
  await expect(dialog.getByText('1 份不能公开，不会导出')).toBeVisible();
  await expect(dialog.getByText('公开属性为“不予公开”，理由：涉及商业秘密')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '选择文件夹…' })).toBeDisabled();
});

test('open changes and comments are named, and leave only as decided', async ({ app }, info) => {
  const folder = info.outputPath('export');
  await mkdir(folder, { recursive: true });
  await app.answerDialogs({ openFiles: [[folder]] });
  const { window } = app;
  await openLetter(app, (letter) => ({
    ...withPrivateText(letter),
    sections: [
      section('opening', [paragraph([textRun('原文'), { text: '补充', ins: 'r1' }, { text: '删去', del: ['r1'] }])]),
    ],
    revisions: { r1: { author: '周敏', authorId: 'a1', at: 1_775_000_000_000 } },
  }));
  await window.keyboard.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await expect(dialog.getByText('插入 1，删除 1，格式 0，其他 0，批注 0')).toBeVisible();
  await dialog.getByRole('button', { name: '选择…' }).click();
  const go = dialog.getByRole('button', { name: /^(仍然)?导出$/ });
  await expect(go).toBeDisabled();
  await dialog.getByText('拒绝全部').click();
  await dialog.getByRole('checkbox', { name: 'Word 文档' }).uncheck();
  await dialog.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await dialog.getByRole('checkbox', { name: '纯文本' }).check();
  await go.click();
  await expect(dialog.getByText('已导出 1 个文件')).toBeVisible({ timeout: 30_000 });
  const [name = ''] = await readdir(folder);
  expect(await textOf(join(folder, name))).toContain('原文删去');
});

test('the public version is made by keyboard alone, and the audit finds nothing serious on the way', async ({
  app,
}, info) => {
  const folder = info.outputPath('export');
  await mkdir(folder, { recursive: true });
  await app.answerDialogs({ openFiles: [[folder]] });
  const { window } = app;
  await openLetter(app, withPrivateText);
  const audit = async (state: string) => {
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
      state,
    ).toEqual([]);
  };
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => window.keyboard.press(key)), Promise.resolve());
  /** Tab until this has the focus; a person does it no other way. */
  const tabTo = async (name: string | RegExp, role: 'radio' | 'checkbox' | 'button') => {
    const wanted = window.getByRole('dialog', { name: '导出' }).getByRole(role, { name, exact: true });
    for (let step = 0; step < 60; step += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await window.keyboard.press('Tab');
    }
    throw new Error(`${String(name)} was not reached by Tab`);
  };
  const dialog = window.getByRole('dialog', { name: '导出' });
  await press('Control+Shift+S');
  await tabTo('正式版', 'radio');
  await press('ArrowRight');
  const list = dialog.getByRole('region', { name: '去掉内容清单' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await audit('list');
  await tabTo(`不公开“${officeMobile}”`, 'checkbox');
  await press('Space');
  await audit('something kept');
  await tabTo('已逐处核对，可以公开', 'checkbox');
  await press('Space');
  await tabTo('选择文件夹…', 'button');
  await press('Enter');
  await expect(dialog.getByText('关于停车问题的答复（公开版）.docx')).toBeVisible();
  await tabTo(/^(仍然)?导出$/, 'button');
  await press('Enter');
  await expect(dialog.getByText('网页公开版：去掉 2 处，换成×× 0 处，照原样公开 1 处')).toBeVisible({
    timeout: 30_000,
  });
  await audit('done');
  expect((await readdir(folder)).every((name) => name.includes('（公开版）'))).toBe(true);
});
