import { expect, test } from '../fixtures.ts';
import { DeskPerson } from '../support/desk-person.ts';

const notice = [
  '关于交办市政协六届五次会议提案的通知',
  '云江市水务局：',
  '提案编号：0215',
  '案由：关于疏浚云岭河道的提案',
  '第一提案人：林知远',
  '主办单位：市水务局',
  '会办单位：市财政局',
].join('\n');

test('a pasted notice fills the case for us, says field by field what it told, and waits when the panel closes', async ({
  app,
}) => {
  const { window } = app;
  const person = new DeskPerson(window);
  await person.fillAssistant('林清', '云江市水务局');
  await window.keyboard.press('Control+N');
  const panel = window.getByRole('dialog', { name: '新建答复' });
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), notice);
  await panel.getByLabel('交办通知').click();
  await window.keyboard.press('Control+V');
  await expect(panel.getByLabel('案号')).toHaveValue('0215');
  await expect(panel.getByRole('radio', { name: '主办', exact: true })).toBeChecked();
  await expect(panel.getByLabel('会议', { exact: false }).first()).toHaveValue('市政协');
  await expect(panel.getByText('案号✓ 已填')).toBeVisible();
  await expect(panel.getByText('答复期限通知里没有')).toBeVisible();
  await expect(panel.getByText('市财政局', { exact: true })).toBeVisible();

  await window.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await window.keyboard.press('Control+N');
  await expect(panel.getByLabel('交办通知')).toHaveValue(notice);
  await expect(panel.getByLabel('案号')).toHaveValue('0215');
  await window.mouse.click(40, 400);
  await expect(panel).toBeHidden();
  await window.keyboard.press('Control+N');
  await expect(panel.getByLabel('案号')).toHaveValue('0215');

  const title = panel.getByLabel('案由（标题）');
  await title.fill('关于疏浚云岭\n河道的提案');
  await expect(title).toHaveValue('关于疏浚云岭河道的提案');
  await title.press('Enter');
  await expect(person.letter).toContainText('关于疏浚云岭河道的提案');
  await window.keyboard.press('Control+N');
  await expect(panel.getByLabel('交办通知'), 'what was created does not wait').toHaveValue('');
  await panel.getByLabel('案号').fill('9');
  await panel.getByRole('button', { name: '取消' }).click();
  await window.keyboard.press('Control+N');
  await expect(panel.getByLabel('案号'), 'what was given up does not wait').toHaveValue('');
});
