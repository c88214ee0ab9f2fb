import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

/** Where a part stands on the paper, in mm from its upper left corner. */
async function placeOf(page: Page, selector: string) {
  return page.evaluate((wanted) => {
    const paper = document.querySelector('.letter-paper')!.getBoundingClientRect();
    const part = document.querySelector(wanted)!.getBoundingClientRect();
    const mm = (px: number) => (px / 96) * 25.4;
    return {
      left: mm(part.left - paper.left),
      right: mm(paper.right - part.right),
      top: mm(part.top - paper.top),
      bottom: mm(part.bottom - paper.top),
      fromFoot: mm(paper.bottom - part.bottom),
      width: mm(part.width),
    };
  }, selector);
}
const number = 'input[aria-label="发文字号"]';
const category = '.letter-category';

test.describe('the head follows the form', () => {
  test('plain: number at the left, category at the right, no red', async ({ letter }) => {
    await letter.open(fullLetter(), { unit: { form: 'plain' } });
    expect((await placeOf(letter.page, number)).left).toBeCloseTo(28, 0);
    expect((await placeOf(letter.page, category)).right).toBeCloseTo(26, 0);
    await expect(letter.page.locator('.letter-issuer, .letter-rule')).toHaveCount(0);
  });

  test('信函: issuer, double lines, number at the right under the line, category under it', async ({ letter }) => {
    await letter.open(fullLetter(), { unit: { form: 'letter' } });
    const { page } = letter;
    await expect(page.getByLabel('发文机关标志 1')).toHaveValue('云川市工业和信息化局');
    const rule = await placeOf(page, '.letter-rule-head');
    expect(rule.width).toBeCloseTo(170, 0);
    expect(rule.left).toBeCloseTo(21, 0);
    const at = await placeOf(page, number);
    expect(at.right).toBeCloseTo(26, 0);
    expect(at.top).toBeGreaterThan(rule.bottom);
    const mark = await placeOf(page, category);
    expect(mark.right).toBeCloseTo(26, 0);
    expect(mark.top).toBeGreaterThan(at.bottom - 1);
    expect((await placeOf(page, '.letter-rule-foot')).fromFoot).toBeCloseTo(20, 0);
  });

  test('文件: number in the middle over the rule, with 签发人 at its sides', async ({ letter }) => {
    await letter.open(fullLetter(), { unit: { form: 'red-head' } });
    const { page } = letter;
    const rule = await placeOf(page, '.letter-rule-head');
    expect(rule.width).toBeCloseTo(156, 0);
    const at = await placeOf(page, number);
    expect((at.left + 210 - at.right) / 2).toBeCloseTo(28 + 78, 0);
    expect(at.bottom).toBeLessThan(rule.top);
    await expect(page.locator('.letter-issuer-suffix')).toHaveText('文件');
    await page.getByRole('button', { name: '更多版头要素' }).click();
    await page.getByRole('menuitem', { name: '签发人' }).click();
    await page.keyboard.type('李明');
    expect((await letter.document()).head.signer).toBe('李明');
    expect((await placeOf(page, number)).left).toBeLessThan(36);
  });

  test('on pre-printed paper the head only takes its room', async ({ letter }) => {
    await letter.open(fullLetter(), { unit: { form: 'preprinted-letter' } });
    await expect(letter.page.getByLabel('发文机关标志 1')).toHaveAttribute('readonly');
    await expect(letter.page.locator('.letter-issuer')).toHaveCSS('opacity', '0.3');
  });

  test('the category stands where the unit has it', async ({ letter }) => {
    const { page } = letter;
    await letter.open(fullLetter(), { unit: { form: 'plain', categoryPlace: 'after-number' } });
    expect((await placeOf(page, category)).left).toBeCloseTo((await placeOf(page, number)).left + 55, -1.5);
    await letter.open(fullLetter(), { unit: { form: 'plain', categoryPlace: 'left-block' } });
    expect((await placeOf(page, category)).left).toBeCloseTo(28, 0);
    expect((await placeOf(page, category)).top).toBeLessThan((await placeOf(page, number)).top);
    await letter.open(fullLetter(), { unit: { form: 'plain', categoryPlace: 'in-title' } });
    const drawn = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('[data-part="title"] p')!, '::after').content);
    expect(await drawn()).toBe('"（A）"');
    await letter.open(fullLetter(), { unit: { form: 'plain', categoryPlace: 'under-title' } });
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('[data-part="title"]')!, '::after').content),
    ).toBe('"A"');
  });
});

test.describe('the issuer', () => {
  test('is the unit until the letter says another, and the unit again when that is taken away', async ({ letter }) => {
    await letter.open(smallLetter(), { unit: { form: 'red-head' } });
    const field = letter.page.getByLabel('发文机关标志 1');
    await field.fill('云川市交通局');
    expect((await letter.document()).head.issuer).toBe('云川市交通局');
    await field.press('Enter');
    await letter.page.keyboard.type('云川市公安局');
    expect((await letter.document()).head.issuer).toBe('云川市交通局\n云川市公安局');
    await letter.page.getByLabel('发文机关标志 2').fill('');
    await field.fill('');
    await field.blur();
    expect((await letter.document()).head.issuer).toBeUndefined();
    await expect(field).toHaveValue('云川市工业和信息化局');
  });
});

test.describe('rarer parts of the head', () => {
  test('wait behind one door and stand where they print once they say something', async ({ letter }) => {
    await letter.open(smallLetter(), { unit: { form: 'letter' } });
    const { page } = letter;
    const door = page.getByRole('button', { name: '更多版头要素' });
    for (const [name, text] of [
      ['份号', '000001'],
      ['密级和保密期限', '秘密★1年'],
      ['紧急程度', '特急'],
    ] as const) {
      await door.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(name)).toBeFocused();
      await page.keyboard.type(text);
    }
    expect((await letter.document()).head).toMatchObject({
      copyNumber: '000001',
      secrecy: '秘密★1年',
      urgency: '特急',
    });
    const tops = await page
      .locator('.letter-rare')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    // Emptied, a part goes back behind the door; asked for and left empty, too.
    await page.getByLabel('份号').fill('');
    await page.getByLabel('紧急程度').focus();
    await expect(page.getByLabel('份号')).toHaveCount(0);
    expect((await letter.document()).head).not.toHaveProperty('copyNumber');
    await page.getByLabel('紧急程度').press('Control+z');
    expect((await letter.document()).head.copyNumber).toBe('000001');
  });

  test('what the form does not print says so', async ({ letter }) => {
    const document = smallLetter();
    document.head.signer = '李明';
    await letter.open(document, { unit: { form: 'plain' } });
    await expect(letter.page.locator('.letter-not-in-form')).toContainText('本格式不印');
    await expect(letter.page.getByLabel('签发人')).toHaveValue('李明');
  });
});
