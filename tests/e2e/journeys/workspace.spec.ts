import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('the app opens again where one left: draft, place, panels, zoom', async ({ launch }) => {
  const first = await launch();
  const person = new DeskPerson(first.window);
  const line = await openBackendLine(first);
  await person.skipAssistant();
  await person.openSample();
  await first.window.keyboard.press('Alt+2');
  await first.window.keyboard.press('Control+Alt+O');
  await first.window.keyboard.press('Control+0');
  await first.window.keyboard.press('Control+=');
  await expect(person.button('缩放 110%')).toBeVisible();
  const paper = first.window.locator('[data-region="paper"]');
  await paper.evaluate((element) => element.scrollTo(0, 1500));
  const storedScrolls = async () => Object.values((await line.call('settings.get', {})).workspace['scroll'] ?? {});
  await expect.poll(storedScrolls).toEqual([1500]);
  await first.close();

  const second = await launch();
  const again = new DeskPerson(second.window);
  await expect(again.letter).toBeVisible();
  await expect(again.button('缩放 110%')).toBeVisible();
  await expect(second.window.getByRole('tab', { name: '版本' })).toHaveAttribute('aria-selected', 'true');
  await expect(again.button('大纲')).toHaveAttribute('aria-pressed', 'false');
  await expect
    .poll(() => second.window.locator('[data-region="paper"]').evaluate((element) => element.scrollTop))
    .toBeGreaterThan(1480);
});

test('F6 goes round the window, F11 leaves only the paper, F1 and Ctrl+K open', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  // The panels beside the paper come a moment after it.
  await expect(window.getByRole('tab', { name: '导入' })).toBeVisible();
  const visited: (string | null)[] = [];
  for (let step = 0; step < 7; step += 1) {
    await window.keyboard.press('F6');
    visited.push(
      await window.evaluate(
        () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
      ),
    );
  }
  expect(new Set(visited)).toEqual(new Set(['rail', 'bar', 'outline', 'format', 'paper', 'inspector', 'status']));

  await window.keyboard.press('F11');
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await expect(person.letter).toBeVisible();
  await window.keyboard.press('F11');
  await expect(window.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await window.keyboard.press('F1');
  await expect(window.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+K');
  await window.getByPlaceholder(/输入命令/).fill('模板');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: '模板', level: 1 })).toBeVisible();
});

test('a heading is moved in the outline by mouse and by keyboard', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  const entries = window.getByRole('complementary', { name: '大纲' }).locator('[data-kind="heading"]');
  const texts = async () => (await entries.allInnerTexts()).map((text) => text.trim());
  await expect(entries).not.toHaveCount(0);
  const start = await texts();
  await entries.nth(1).focus();
  await window.keyboard.press('Alt+ArrowDown');
  await expect.poll(texts).not.toEqual(start);
  await person.button('撤销').first().click();
  await expect.poll(texts).toEqual(start);

  const from = await entries.nth(1).boundingBox();
  const to = await entries.nth(7).boundingBox();
  await window.mouse.move(from!.x + 30, from!.y + from!.height / 2);
  await window.mouse.down();
  await window.mouse.move(from!.x + 30, from!.y + 20, { steps: 4 });
  await window.mouse.move(to!.x + 30, to!.y + to!.height / 2 + 2, { steps: 10 });
  await window.mouse.up();
  await expect.poll(texts).not.toEqual(start);
});
