import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { missingRenderTools, pdfPages } from '../../support/render.ts';
import { openDatabase } from '#backend/db/driver.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import { prepareStore } from '../support/other-program.ts';

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click();
  await expect(window.getByRole('navigation', { name: '单位设置的各组' })).toBeVisible();
}

/** The picture of the first page of the sample, once there is one. */
async function samplePicture(window: Page): Promise<string> {
  const page = window.getByRole('region', { name: '样张' }).locator('canvas').first();
  await expect(page).toBeVisible();
  return page.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

test('a changed setting shows in the sample, in the next draft, in Word and in PDF', async ({ app }, info) => {
  test.setTimeout(120_000);
  const { window } = app;
  const target = info.outputPath('export');
  await mkdir(target, { recursive: true });
  await app.answerDialogs({ openFiles: [[target]] });
  const person = new DeskPerson(window);
  await person.fillAssistant('周舟', '云州市交通运输局');
  await openSettings(window);
  const before = await samplePicture(window);

  await window.getByRole('textbox', { name: '开头' }).fill('你提出的{《|案由|》}收到了。现答复如下：');
  await window.getByRole('textbox', { name: '主动公开的写法' }).fill('同意公开');
  await window.getByRole('textbox', { name: '提案答复抄送' }).fill('市政府督查室\n市政协提案委');
  const leader = window.getByRole('group', { name: '承办负责人' });
  await leader.getByLabel('姓名').fill('林清');
  await leader.getByLabel('电话').fill('0899-1234500');
  await expect.poll(() => samplePicture(window)).not.toBe(before);
  await expect(window.getByText('有未保存的修改')).toBeVisible();
  await person.button('保存').click();
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();

  await window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '工作台' }).click();
  await person.createReply('关于增设公交站点的提案');
  await expect(person.letter).toContainText('你提出的《关于增设公交站点的提案》收到了。现答复如下：');
  await expect(person.letter).toContainText('认真吸纳你的意见建议');
  await person.saved();
  await window.keyboard.press('Control+Shift+S');
  const dialog = window.getByRole('dialog', { name: '导出' });
  await dialog.getByRole('button', { name: '选择…' }).click();
  await dialog.getByRole('button', { name: /^(仍然)?导出$/ }).click();
  await expect(dialog.getByText(/已导出 2 个文件/)).toBeVisible({ timeout: 60_000 });

  const files = await readdir(target);
  const path = (extension: string) => join(target, files.find((name) => name.endsWith(extension)) ?? '');
  const docx = unzipSync(await readFile(path('.docx')));
  const inWord = new TextDecoder().decode(docx['word/document.xml']).replaceAll(/<[^>]+>/g, '');
  const expected = [
    '你提出的《关于增设公交站点的提案》收到了。现答复如下：',
    '（承办负责人：林清；联系电话：0899-1234500；联系人：周舟）',
    '市政府督查室，市政协提案委。',
  ];
  for (const text of expected) expect(inWord).toContain(text);

  test.skip(missingRenderTools(['pdftotext']).length > 0, 'the PDF is not read: pdftotext is missing');
  const pages = await pdfPages(path('.pdf'));
  const inPdf = pages.flatMap((page) => page.lines.map((line) => line.text)).join('');
  for (const text of expected) expect(inPdf.replaceAll(/\s/g, '')).toContain(text);
});

test('settings leave as a file, come in on another PC, and go back again', async ({ app, launch, dataFolder }) => {
  const file = join(dataFolder, '单位.dafu-unit');
  const person = new DeskPerson(app.window);
  await app.answerDialogs({ saveFile: [file] });
  await person.fillAssistant('周舟', '云州市交通运输局');
  await openSettings(app.window);
  await person.button('从示例开始').click();
  await app.window.getByRole('menuitem', { name: /县区部门/ }).click();
  const offer = app.window.getByRole('dialog', { name: /县区部门/ });
  await expect(offer.getByRole('row', { name: /印在哪里 首页右上角 首页左上/ })).toBeVisible();
  await offer.getByRole('button', { name: '采用这些设置' }).click();
  await expect(app.window.getByText(/已采用“县区部门/)).toBeVisible();
  await expect(app.window.getByRole('textbox', { name: '全称' })).toHaveValue('云州市交通运输局');
  await person.button('导出…').click();
  await expect(app.window.getByText('单位设置已导出')).toBeVisible();
  const stored = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(stored).toMatchObject({ schema: 'dafu.unit/1', fullName: '云州市交通运输局', form: 'red-head' });

  const otherFolder = await mkdtemp(join(tmpdir(), 'dafu-e2e-'));
  try {
    const other = await launch({ dataFolder: otherFolder });
    const otherPerson = new DeskPerson(other.window);
    await otherPerson.skipAssistant();
    const line = await openBackendLine(other);
    await other.answerDialogs({ openFiles: [[file]] });
    await openSettings(other.window);
    await otherPerson.button('导入…').click();
    const incoming = other.window.getByRole('dialog', { name: /单位\.dafu-unit/ });
    await expect(incoming.getByRole('row', { name: /全称 （空） 云州市交通运输局/ })).toBeVisible();
    await incoming.getByRole('button', { name: '采用这些设置' }).click();
    await expect(other.window.getByRole('textbox', { name: '全称' })).toHaveValue('云州市交通运输局');
    expect({ schema: 'dafu.unit/1', ...(await line.call('settings.get', {})).unit }).toEqual(stored);

    await otherPerson.button('撤销').click();
    await expect(other.window.getByRole('textbox', { name: '全称' })).toHaveValue('');
    await other.close();
  } finally {
    await rm(otherFolder, { recursive: true, force: true });
  }
});

test('nothing typed is lost: leaving saves, a mistake is shown where it stands, and a save can be undone', async ({
  app,
}) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.fillAssistant('周舟', '云州市交通运输局');
  await openSettings(window);
  const rail = window.getByRole('navigation', { name: '主导航' });
  const desk = window.getByRole('heading', { name: '工作台' });
  await window.getByRole('textbox', { name: '简称' }).fill('市交通局');
  await rail.getByRole('button', { name: '工作台' }).click();
  await expect(desk).toBeVisible();
  await openSettings(window);
  await expect(window.getByRole('textbox', { name: '简称' })).toHaveValue('市交通局');

  await window.getByRole('searchbox', { name: '查找设置' }).fill('开头');
  await window.keyboard.press('Enter');
  const opening = window.getByRole('textbox', { name: '开头' });
  await expect(opening).toBeFocused();
  await opening.fill('您提出的{案件}收悉。');
  await expect(window.getByText('这里没有“案件”这个名称', { exact: false })).toBeVisible();
  await rail.getByRole('button', { name: '工作台' }).click();
  await expect(opening).toBeFocused();
  await expect(window.getByText('有 1 处填写有误，改正后才能保存')).toBeVisible();

  await opening.fill('您提出的');
  await window.getByRole('button', { name: '在“开头”中插入' }).click();
  await window.getByRole('menuitem', { name: '{案由}' }).click();
  await expect(opening).toHaveValue('您提出的{案由}');
  await person.button('保存').click();
  await expect(person.button('保存')).toBeDisabled();
  // Of both saves only the last can be undone.
  await expect(person.button('撤销')).toHaveCount(1);
  await person.button('撤销').click();
  await expect(opening).toHaveValue('');
  await expect(window.getByRole('textbox', { name: '简称' })).toHaveValue('市交通局');
});

test('every group can be reached with the keyboard and set back to the standard', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.fillAssistant('周舟', '云州市交通运输局');
  await openSettings(window);
  await window.getByRole('button', { name: '审批流程', exact: true }).focus();
  await window.keyboard.press('Enter');
  const first = window.getByRole('textbox', { name: '环节 1', exact: true });
  await expect(first).toBeFocused();
  await first.fill('起草');
  const reset = person.button('把“审批流程”恢复为标准');
  await reset.focus();
  await window.keyboard.press('Enter');
  await expect(first).toHaveValue('拟稿');
  await window.getByRole('button', { name: '撤销' }).click();
  await expect(first).toHaveValue('起草');
  await window.getByRole('button', { name: '下移环节 1' }).click();
  await expect(first).toHaveValue('科室负责人');
  await person.button('放弃修改').click();
  await expect(first).toHaveValue('拟稿');
});

test('settings of a newer version are left alone, and the start says why', async ({ launch, dataFolder }) => {
  await prepareStore(dataFolder, '0231');
  const later = '{"schema":"dafu.unit/99","fullName":{"zh":"云州市交通运输局"}}';
  const database = openDatabase(join(dataFolder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
  database.prepare("UPDATE settings SET value = ? WHERE key = 'unit'").run(later);
  database.close();

  const app = await launch();
  await expect(app.window.getByText('单位设置“本机保存的设置”来自更新的版本')).toBeVisible();
  await expect(app.window.getByText('请更新程序后再试。', { exact: false })).toBeVisible();
  await app.close();
  const stored = openDatabase(join(dataFolder, 'dafu.db'), { readonly: true, busyTimeoutMs: 0 });
  expect(stored.prepare("SELECT value FROM settings WHERE key = 'unit'").get()).toEqual({ value: later });
  stored.close();
});
