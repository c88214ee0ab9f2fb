import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter } from './letters.ts';

test.describe('find and replace', () => {
  test('finds across formats, ignoring case, in the whole letter', async ({ letter }) => {
    const document = smallLetter();
    document.sections[1]!.blocks[0]!.runs = [{ text: '事项通' }, { text: '知 abc', format: { bold: true } }];
    await letter.open(document);
    await letter.run((harness) => harness.session.find.open());
    const total = (query: string, matchCase = false) =>
      letter.run(
        (harness, given) => {
          harness.session.find.setMatchCase(given.matchCase);
          harness.session.find.setQuery(given.query);
          return harness.session.find.get().total;
        },
        { query, matchCase },
      );
    expect(await total('事项通知')).toBe(2);
    expect(await total('ABC')).toBe(1);
    expect(await total('ABC', true)).toBe(0);
    expect(await total('李明')).toBe(1);
    expect(await total('.*')).toBe(0);
    expect(await letter.page.evaluate(() => CSS.highlights.has('letter-find'))).toBe(true);
  });

  test('replaces one and goes on, then all in one step, and keeps the format', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.run((harness) => harness.session.find.open({ replace: true }));
    await letter.page.getByLabel('查找', { exact: true }).fill('知');
    await letter.page.getByLabel('替换为').fill('知知');
    await letter.page.getByRole('button', { name: '替换', exact: true }).click();
    expect(await letter.run((harness) => harness.session.find.get())).toMatchObject({ total: 2 });
    expect(await letter.lines()).toContain('现将有关事项通知知如下，请遵照执行。');
    await letter.page.getByLabel('查找', { exact: true }).fill('。');
    await letter.page.getByLabel('替换为').fill('！');
    await letter.page.getByRole('button', { name: '全部替换' }).click();
    await expect(letter.page.getByText('已替换 3 处')).toBeVisible();
    expect((await letter.lines()).join('')).not.toContain('。');
    expect((await letter.document()).sections[0]?.blocks[1]?.runs[1]).toEqual({
      text: '通知知如下',
      format: { bold: true },
    });
    await letter.run((harness) => harness.session.commands.undo());
    expect((await letter.lines()).join('').split('。')).toHaveLength(4);
  });

  test('steps through matches and leaves the current one selected', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 0);
    await letter.run((harness) => harness.session.find.open());
    const input = letter.page.getByLabel('查找', { exact: true });
    await input.fill('有关');
    await expect(letter.page.getByText('1/2')).toBeVisible();
    await input.press('Enter');
    await expect(letter.page.getByText('2/2')).toBeVisible();
    await input.press('Shift+Enter');
    await input.press('Enter');
    await input.press('Escape');
    expect(await letter.run((harness) => harness.selectedText())).toBe('有关');
    await letter.page.keyboard.type('X');
    expect(await letter.lines()).toContain('现将X事项通知如下，请遵照执行。');
    expect(await letter.page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  test('reaches head and tail, and replaces there in the same step', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.run((harness) => harness.session.find.open({ replace: true }));
    const count = await letter.run((harness) => {
      harness.session.find.setQuery('云川市');
      return harness.session.find.get().total;
    });
    // Title, a field of the opening, signature.
    expect(count).toBe(3);
    const outcome = await letter.run((harness) => {
      harness.session.find.setReplacement('云山市');
      return harness.session.find.replaceAll();
    });
    expect(outcome).toEqual({ replaced: 2, inFields: 1, inNumberOrDate: 0 });
    const { head, tail } = await letter.document();
    expect(tail.units).toEqual(['云山市工业和信息化局']);
    expect(head.title[0]?.text).toMatch(/^云山市/);
    expect((await letter.lines()).join('')).toContain('云川市公共停车');
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
    await letter.run((harness) => harness.session.find.setQuery('提案委'));
    await expect(letter.page.locator('[data-find="current"]')).toHaveAttribute('aria-label', '抄送机关');
  });
});

test('the rarer parts of the head and posts beside 签名章 are found and replaced', async ({ letter }) => {
  const document = smallLetter();
  Object.assign(document.head, { secrecy: '秘密★1年', signer: '李明' });
  Object.assign(document.tail, { units: ['云川市交通局'], seal: 'name-stamp', signerPosts: ['代局长'] });
  await letter.open(document, { unit: { form: 'red-head' } });
  await letter.run(({ session: { find } }) => {
    find.open({ replace: true });
    find.setQuery('代局长');
    find.setReplacement('局长');
  });
  expect(await letter.run(({ session }) => session.find.get().total)).toBe(1);
  expect(await letter.run(({ session }) => session.find.replaceAll())).toMatchObject({ replaced: 1 });
  expect((await letter.document()).tail.signerPosts).toEqual(['局长']);
  await letter.run(({ session }) => session.find.setQuery('秘密'));
  await expect(letter.page.getByLabel('密级和保密期限')).toHaveAttribute('data-find', 'current');
});
