import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

test('words of the letter follow kind and members of the case, are listed and can be undone', async ({ app }) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.createReply('关于疏浚云岭河道的提案');
  await window.keyboard.insertText('感谢各位委员，您的提案已落实；提案委员会另行答复。');
  await person.saved();
  const inspector = window.getByRole('complementary', { name: '侧栏' });
  await window.getByText('人大建议', { exact: true }).click();
  await expect(person.letter).toContainText('感谢各位代表，您的建议已落实；提案委员会另行答复。');
  await expect(inspector.getByText(/处措辞已随案件改动/)).toBeVisible();
  await expect(inspector.getByText('感谢各位代表，您的建议已落实')).toBeVisible();

  const names = window.getByRole('textbox', { name: '添加姓名' });
  await names.fill('林知远、苏晚晴');
  await names.press('Enter');
  await expect(person.letter).toContainText('你们的建议已落实');
  await expect(person.letter).toContainText('林知远、苏晚晴代表：');
  await person.letter.locator('p', { hasText: '感谢各位代表' }).click();
  await window.keyboard.press('Control+Z');
  await expect(person.letter).toContainText('感谢各位代表，您的建议已落实');
  await window.keyboard.press('Control+Z');
  await expect(person.letter).toContainText('感谢各位委员，您的提案已落实');
  await person.saved();
});
