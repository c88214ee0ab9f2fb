import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { openBackendLine } from '../e2e/support/backend-line.ts';
import { DeskPerson } from '../e2e/support/desk-person.ts';
import type { RunningApp } from '../e2e/support/running-app.ts';
import { seedDesk } from './seed.ts';

/**
 * Pictures of the states a walk through a fresh app does not meet: a desk full of deadlines, dialogs, versions, and
 * everything that can stand in the way. Written to screenshots/states-<scheme>/.
 */
const schemes = ['浅色', '深色'] as const;

function camera(scheme: string, part: string, window: Page): (name: string) => Promise<void> {
  const folder = join(import.meta.dirname, '../../screenshots', `states-${scheme === '深色' ? 'dark' : 'light'}`);
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return async (name) => {
    taken += 1;
    const path = join(folder, `${part}-${String(taken).padStart(2, '0')}-${name}.png`);
    await window.screenshot({ path, animations: 'disabled', caret: 'hide' });
  };
}

async function dress(app: RunningApp, scheme: string): Promise<DeskPerson> {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  const person = new DeskPerson(app.window);
  await person.button('明暗').click();
  await app.window.getByRole('menuitem', { name: scheme }).click();
  return person;
}

for (const scheme of schemes) {
  test(`a full desk, ${scheme}`, async ({ launch, dataFolder }) => {
    await seedDesk(dataFolder);
    const app = await launch();
    const { window } = app;
    const person = await dress(app, scheme);
    const shot = camera(scheme, 'desk', window);
    const grid = window.getByRole('grid', { name: '工作台' });
    await window.getByRole('columnheader', { name: '期限' }).getByRole('button').click();
    await expect(grid.getByText('超期 4 天')).toBeVisible();
    await shot('deadlines');
    await grid.focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Space');
    await window.keyboard.press('Shift+ArrowDown');
    await shot('selection');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Shift+F10');
    await expect(window.getByRole('menuitem', { name: '标为已办结' })).toBeVisible();
    await shot('row-menu');
    await window.keyboard.press('Escape');
    await window.getByRole('searchbox').fill('充电设施');
    await expect(grid.getByText('温36', { exact: true })).toBeVisible();
    await shot('search');
    await window.getByRole('searchbox').fill('没有这样的稿件');
    await expect(window.getByRole('heading', { name: '没有找到' })).toBeVisible();
    await shot('nothing-found');
    await person.button('显示全部').click();
    await person.button('导入').click();
    await window.getByRole('menuitem', { name: '粘贴文字…' }).click();
    await expect(window.getByRole('dialog', { name: '粘贴旧稿' })).toBeVisible();
    await shot('paste');
    await window.keyboard.press('Escape');
    const refused = join(dataFolder, '空白.txt');
    writeFileSync(refused, '');
    await app.answerDialogs({ openFiles: [[refused]] });
    await person.button('导入').click();
    await window.getByRole('menuitem', { name: '选择文件…' }).click();
    await expect(window.getByText('文件里没有文字。')).toBeVisible();
    await shot('refused');
    await window.keyboard.press('Escape');
    await window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '回收站' }).click();
    await expect(window.getByRole('grid', { name: '回收站' })).toBeVisible();
    await shot('trash');
    await person.button('清空回收站…').click();
    await expect(window.getByText('稿件连同全部历史版本将从稿件数据中抹去')).toBeVisible();
    await shot('purge');
  });

  test(`versions and dialogs of a draft, ${scheme}`, async ({ launch, dataFolder }) => {
    await seedDesk(dataFolder);
    const app = await launch();
    const { window } = app;
    const person = await dress(app, scheme);
    const shot = camera(scheme, 'draft', window);
    await window.getByRole('row', { name: /0178/ }).dblclick();
    await expect(person.letter).toBeVisible();
    await window.keyboard.insertText('近年来，我局持续加大农村公路养护投入，健全长效机制。');
    await person.saved();
    await window.keyboard.press('Control+s');
    await window.getByLabel('版本名称').fill('送审稿');
    await shot('name-version');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await window.keyboard.press('Alt+2');
    const versions = window.getByRole('group', { name: '版本' });
    await expect(versions.getByText('送审稿')).toBeVisible();
    await shot('versions');
    await versions.getByRole('button').last().click();
    await expect(person.button('恢复此版本')).toBeEnabled();
    await shot('earlier-version');
    await person.button('返回当前').click();
    await window.getByRole('button', { name: '更多', exact: true }).click();
    await shot('more');
    await window.getByRole('menuitem', { name: '存为模板' }).click();
    await expect(window.getByRole('dialog', { name: '存为模板' })).toBeVisible();
    await shot('save-as-template');
  });

  test(`what can stand in the way of saving, ${scheme}`, async ({ launch, dataFolder }) => {
    await seedDesk(dataFolder);
    const app = await launch();
    app.expectProblems(/backend\.lost/);
    const { window } = app;
    const person = await dress(app, scheme);
    const shot = camera(scheme, 'trouble', window);
    const line = await openBackendLine(app);
    await window.getByRole('row', { name: /0178/ }).dblclick();
    await expect(person.letter).toBeVisible();
    await window.keyboard.insertText('先写一句。');
    await person.saved();
    const [draft] = await line.call('documents.list', {
      search: '0178',
      state: 'all',
      sort: 'updatedAt',
      direction: 'desc',
    });
    const documentId = draft?.id ?? '';
    const { version, body } = await line.call('documents.get', { documentId });
    await line.call('documents.save', {
      documentId,
      baseVersion: version,
      body: body.replace('先写一句。', '别处改过的一句。'),
    });
    await window.keyboard.insertText('这里又写一句。');
    await expect(person.button('把我的另存为副本')).toBeVisible();
    await shot('conflict');
    await person.button('返回工作台').click();
    await expect(window.getByRole('dialog', { name: '稿件还没有保存' })).toBeVisible();
    await shot('leave');
    await person.button('留在这里').click();
    await person.button('采用对方的').click();
    await expect(person.letter).toContainText('别处改过的一句。');

    await app.killBackend();
    await person.letter.press('End');
    await window.keyboard.insertText('后台中断时写的一句。');
    await shot('backend-lost');
    await person.saved();
  });
}
