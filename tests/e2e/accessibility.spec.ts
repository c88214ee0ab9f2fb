import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { DeskPerson } from './support/desk-person.ts';

/** Every finding of weight, with the element it is about. */
async function seriousFindings(window: Page): Promise<string[]> {
  // An Electron window cannot open the helper page of the usual mode.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

test('the audit finds nothing serious on any screen, light or dark', async ({ window }) => {
  test.setTimeout(120_000);
  const person = new DeskPerson(window);
  const audit = async (screen: string) => {
    expect(await seriousFindings(window), screen).toEqual([]);
  };
  const inRail = (name: string) => window.getByRole('navigation', { name: '主导航' }).getByRole('button', { name });

  await expect(person.button('下一步')).toBeVisible();
  await audit('assistant');
  await person.fillAssistant('周敏', '云州市交通运输局');
  await audit('empty desk');
  await window.keyboard.press('Control+n');
  await expect(window.getByRole('dialog', { name: '新建答复' })).toBeVisible();
  await audit('new reply');
  await window.keyboard.press('Escape');

  for (const scheme of ['浅色', '深色']) {
    await person.button('明暗').click();
    await window.getByRole('menuitem', { name: scheme }).click();
    await inRail('工作台').click();
    if (scheme === '浅色') await person.openSample();
    else await window.getByRole('row', { name: /提案的答复/ }).dblclick();
    await expect(person.letter).toBeVisible();
    for (const tab of ['预览', '导入', '版本', '案件']) {
      await window.getByRole('tab', { name: tab }).click();
      await expect(window.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
      if (tab === '预览') await expect(window.locator('canvas[data-drawn]').first()).toBeVisible();
      await audit(`draft, ${tab}, ${scheme}`);
    }
    await window.keyboard.press('Control+Shift+S');
    await expect(window.getByRole('dialog', { name: '导出' })).toBeVisible();
    await audit(`export, ${scheme}`);
    await window.keyboard.press('Escape');
    await person.backToDesk();
    await expect(window.getByRole('grid', { name: '工作台' })).toBeVisible();
    await audit(`desk, ${scheme}`);
    for (const place of ['模板', '回收站', '设置']) {
      await inRail(place).click();
      await expect(window.getByRole('heading', { name: place, level: 1 })).toBeVisible();
      await audit(`${place}, ${scheme}`);
    }
    for (const section of ['函件格式', '经办人', '外观', '数据']) {
      await window.getByRole('tab', { name: section }).click();
      await audit(`settings, ${section}, ${scheme}`);
    }
  }
});

test('a screen reader can walk the letter by its headings', async ({ window }) => {
  const person = new DeskPerson(window);
  await person.skipAssistant();
  await person.openSample();
  await expect(person.letter.getByRole('heading', { level: 1 })).toContainText('提案的答复');
  await expect(person.letter.getByRole('heading', { level: 2, name: '工作进展' })).toBeVisible();
  await expect(person.letter.getByRole('heading', { level: 3, name: '完善政策体系' })).toBeVisible();
});
