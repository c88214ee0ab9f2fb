import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Replies by title of their case, without a title of their own where `isUntitled`. */
async function makeDrafts(app: RunningApp, titles: readonly string[], isUntitled = false): Promise<string[]> {
  const line = await openBackendLine(app);
  const templates = await line.call('templates.list', {});
  const ids: string[] = [];
  for (const [index, title] of titles.entries()) {
    const { documentId } = await line.call('documents.create', {
      templateId: templates[0]!.id,
      caseFacts: { ...emptyCaseFacts(), title, number: String(index + 1) },
    });
    ids.push(documentId);
    if (!isUntitled) continue;
    const { version, body } = await line.call('documents.get', { documentId });
    const document = JSON.parse(body) as { head: { title: unknown[] } };
    document.head.title = [];
    await line.call('documents.save', { documentId, baseVersion: version, body: JSON.stringify(document) });
  }
  return ids;
}

test('the desk is as it was left: order, filter, search and place, also after a new start', async ({ launch }) => {
  const first = await launch();
  const { window } = first;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await makeDrafts(
    first,
    Array.from({ length: 60 }, (_, index) => `关于第${index + 1}条道路的提案`),
  );
  const grid = window.getByRole('grid', { name: '工作台' });
  const scroller = (page = window) => page.getByRole('grid', { name: '工作台' }).locator('xpath=..');
  await grid.getByRole('button', { name: '案号' }).click();
  await expect(grid.getByRole('columnheader', { name: '案号' })).toHaveAttribute('aria-sort', 'ascending');
  await window.getByRole('radiogroup', { name: '筛选' }).getByText('起草中').click();
  await window.getByRole('searchbox').fill('道路');
  await expect(window.getByText('60 份', { exact: true })).toBeVisible();
  await scroller().evaluate((element) => element.scrollTo(0, 1000));
  await expect(grid.getByText(/第2[0-9]号提案/).first()).toBeVisible();

  await grid.getByText(/第25号提案/).click();
  await expect(person.letter).toBeVisible();
  await person.backToDesk();
  const expectAsLeft = async (page = window) => {
    await expect(page.getByRole('searchbox')).toHaveValue('道路');
    await expect(page.getByRole('radio', { name: '起草中' })).toBeChecked();
    await expect(page.getByRole('columnheader', { name: '案号' })).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => scroller(page).evaluate((element) => element.scrollTop)).toBe(1000);
  };
  await expectAsLeft();
  await first.close();
  await expectAsLeft((await launch()).window);
});

test('a draft without a title is known by its case', async ({ app }) => {
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await makeDrafts(app, ['关于修缮云岭古桥的提案'], true);
  await app.window.getByRole('grid').getByText('（无标题）关于修缮云岭古桥的提案').click();
  await expect(app.window.getByRole('heading', { level: 1 })).toContainText('（无标题）关于修缮云岭古桥的提案');
});

test('the state of several drafts changes at once and back', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await makeDrafts(app, ['甲', '乙', '丙']);
  const rows = window.getByRole('grid').getByRole('row');
  await rows.nth(1).getByRole('checkbox').check();
  await rows.nth(3).getByRole('checkbox').check();
  await window.getByRole('toolbar').getByRole('button', { name: '状态' }).click();
  await window.getByRole('menuitem', { name: '标为已办结' }).click();
  await expect(rows.filter({ hasText: '已办结' })).toHaveCount(2);
  await window.getByRole('button', { name: '撤销' }).click();
  await expect(rows.filter({ hasText: '已办结' })).toHaveCount(0);
});

test('a file imported again is told, with the way to its first draft', async ({ app, dataFolder }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  const path = join(dataFolder, '答复.txt');
  await writeFile(
    path,
    '关于政协第12号提案的答复\n林知远委员：\n您提出的提案收悉，现答复如下：\n已经办好。\n2026年4月7日\n',
  );
  await app.answerDialogs({ openFiles: [[path], [path]] });
  await person.chooseFilesToImport();
  await expect(person.letter).toContainText('已经办好。');
  await expect(window.getByText('这份文件已经导入过')).toBeHidden();
  await person.letter.locator('p', { hasText: '已经办好。' }).click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('补一句。');
  await person.saved();
  await person.backToDesk();
  await person.chooseFilesToImport();
  await expect(window.getByText('这份文件已经导入过')).toBeVisible();
  await window.getByRole('button', { name: '打开先前的稿件' }).click();
  await expect(person.letter).toContainText('补一句。');
});

test('a finished letter is only read until it is opened again', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于修缮云岭古桥的提案');
  await window.keyboard.insertText('已修缮。');
  await window.getByRole('button', { name: '状态：起草中' }).click();
  await window.getByRole('menuitem', { name: '已办结' }).click();
  await expect(window.getByText('这份稿件已办结')).toBeVisible();
  await expect(person.letter).toContainText('已修缮。');
  await expect(person.letter).toHaveAttribute('contenteditable', 'false');
  await expect(window.getByLabel('案由（标题）')).toBeDisabled();
  await expect(window.getByRole('textbox', { name: '成文日期' })).not.toBeEditable();
  await person.backToDesk();
  await window.getByRole('grid').getByText('已办结').dblclick();
  await expect(person.letter).toHaveAttribute('contenteditable', 'false');
  await window.getByRole('button', { name: '重新打开' }).click();
  await expect(person.letter).toHaveAttribute('contenteditable', 'true');
  await person.letter.locator('p', { hasText: '已修缮。' }).click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('请查收。');
  await person.saved();
  await expect(person.letter).toContainText('已修缮。请查收。');
});

test('what is typed at the moment of finishing is either stored or refused, never lost', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于修缮云岭古桥的提案');
  await window.keyboard.insertText('起。');
  await window.getByRole('button', { name: '状态：起草中' }).click();
  const choose = await window.getByRole('menuitem', { name: '已办结' }).elementHandle();
  // Somebody types on for some frames, into the last saves of the letter and the answer of the store.
  const typed = await person.letter.evaluate(async (letter: HTMLElement, item) => {
    const range = document.createRange();
    const text = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT, (node) =>
      node.textContent === '起。' ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    range.selectNodeContents(text.nextNode()!);
    range.collapse(false);
    (item as HTMLElement).click();
    letter.focus();
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
    let count = 0;
    while (letter.isContentEditable) {
      if (count < 8) {
        document.execCommand('insertText', false, '续');
        count += 1;
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return count;
  }, choose);
  expect(typed).toBeGreaterThan(0);
  await expect(window.getByText('这份稿件已办结')).toBeVisible();
  const words = await person.letter.locator('p', { hasText: '起。' }).textContent();
  expect(words).toContain('续');
  await person.backToDesk();
  await window.getByRole('grid').getByText('已办结').dblclick();
  await expect(person.letter.locator('p', { hasText: '起。' })).toHaveText(words!);
});
