import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test.describe('the signature', () => {
  test('is sealed, unsealed or stamped, with posts beside the stamps', async ({ letter }) => {
    await letter.open(fullLetter());
    const { page } = letter;
    await page.getByLabel('用印方式').selectOption('name-stamp');
    expect((await letter.document()).tail.seal).toBe('name-stamp');
    await page.getByLabel('签发人职务 1').fill('局长');
    expect((await letter.document()).tail.signerPosts).toEqual(['局长']);
    await page.getByLabel('用印方式').selectOption('unsealed');
    await expect(page.getByLabel('签发人职务 1')).toHaveCount(0);
    await letter.run((harness) => harness.session.commands.undo());
    await expect(page.getByLabel('签发人职务 1')).toHaveValue('局长');
  });

  test('takes several units, in any order, and lets them go', async ({ letter }) => {
    await letter.open(smallLetter());
    const { page } = letter;
    const units = async () => (await letter.document()).tail.units;
    const field = (number: number) => page.getByRole('textbox', { name: `署名单位 ${number}` });
    await field(1).fill('云川市交通局');
    await field(1).press('Enter');
    await field(2).fill('云川市公安局');
    await page.getByRole('button', { name: '联合署名单位' }).click();
    await field(3).fill('云川市水务局');
    expect(await units()).toEqual(['云川市交通局', '云川市公安局', '云川市水务局']);
    await field(3).hover();
    await page.getByRole('button', { name: '前移署名单位 3' }).click();
    expect(await units()).toEqual(['云川市交通局', '云川市水务局', '云川市公安局']);
    await field(1).hover();
    await page.getByRole('button', { name: '删除署名单位 1' }).click();
    expect(await units()).toEqual(['云川市水务局', '云川市公安局']);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await units()).toHaveLength(3);
    expect((await letter.run((harness) => harness.soundness())).problems).toEqual([]);
  });

  test('stands over 印发机关 and 印发日期 where the form has them', async ({ letter }) => {
    await letter.open(fullLetter(), { unit: { form: 'red-head' } });
    await expect(letter.page.locator('.letter-imprint')).toHaveText('云川市工业和信息化局2026年4月17日印发');
    await letter.open(fullLetter(), { unit: { form: 'letter' } });
    await expect(letter.page.locator('.letter-imprint')).toHaveCount(0);
    await expect(letter.page.locator('.letter-colophon')).toHaveAttribute('data-rules', 'false');
  });
});
