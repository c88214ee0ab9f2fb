import type { ReplyDocument } from '#shared/document/schema.ts';
import { expect, test } from './fixtures.ts';
import { InputMethod, nihao } from './ime.ts';
import { letterWithAttachments, smallLetter } from './letters.ts';

const texts = ({ sections, tail }: ReplyDocument) =>
  sections
    .filter(({ role }) => role === 'attachment')
    .map(({ attachment, blocks }) => {
      const item = tail.attachments.find(({ id }) => id === attachment?.itemId);
      return [item?.title, ...blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))];
    });

test.describe('the text of attachments', () => {
  test('is made from the list, typed after the letter, and taken back with its item in one step', async ({
    letter,
  }) => {
    await letter.open(smallLetter());
    const { page } = letter;
    await page.getByRole('button', { name: '附件', exact: true }).click();
    await page.keyboard.type('站点清单');
    await page.getByRole('button', { name: '附件 1 的正文' }).click();
    await page.keyboard.type('甲站');
    await page.keyboard.press('Enter');
    await page.keyboard.type('乙站');
    const written = await letter.document();
    expect(texts(written)).toEqual([['站点清单', '甲站', '乙站']]);
    expect((await letter.run((harness) => harness.soundness())).problems).toEqual([]);
    const outline = await letter.run((harness) => harness.session.outline.get());
    expect(outline.at(-1)).toMatchObject({ kind: 'section', role: 'attachment', label: '附件', text: '站点清单' });
    await page
      .getByRole('listitem')
      .filter({ has: page.getByLabel('附件 1 的名称') })
      .hover();
    await page.getByRole('button', { name: '删除附件 1' }).click();
    expect(texts(await letter.document())).toEqual([]);
    expect((await letter.document()).tail.attachments).toEqual([]);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(written);
    await letter.run((harness) => harness.session.commands.redo());
    expect((await letter.document()).sections).toHaveLength(2);
    // The caret was in what is gone; typing goes on in the letter.
    await letter.run((harness) => harness.session.focus());
    await page.keyboard.type('Q');
    expect((await letter.lines()).join('')).toContain('Q');
  });

  test('carries the mark and the title of its item, as they stand', async ({ letter }) => {
    await letter.open(letterWithAttachments());
    const { page } = letter;
    const heads = () =>
      page
        .locator('[data-role="attachment"]')
        .evaluateAll((sections) =>
          sections.map(
            (section) =>
              `${(section as HTMLElement).dataset['mark']} ${(section as HTMLElement).title || (section as HTMLElement).dataset['title']}`,
          ),
        );
    expect(await heads()).toEqual(['附件1 站点清单', '附件2 编制说明']);
    await page.getByLabel('附件 2 的名称').fill('依据');
    expect(await heads()).toEqual(['附件1 站点清单', '附件2 依据']);
    expect(
      (await letter.run((harness) => harness.session.outline.get())).map(({ label, text }) => label + text),
    ).toContain('附件2依据');
    // A click on the drawn title leads to where it is written.
    await page
      .locator('[data-role="attachment"]')
      .nth(1)
      .click({ position: { x: 300, y: 30 } });
    await expect(page.getByLabel('附件 2 的名称')).toBeFocused();
  });

  for (const withKeyDown of [true, false]) {
    test(`takes an input method, keydown 229 ${withKeyDown ? 'sent' : 'not sent'}`, async ({ letter }) => {
      await letter.open(letterWithAttachments());
      const ime = new InputMethod(letter.cdp, withKeyDown);
      await letter.caret('f1', 2);
      await ime.write('你好', ...nihao);
      await letter.caret('g1', 0, 'g2', 2);
      await ime.write('你好', ...nihao);
      await expect.poll(() => letter.run((harness) => harness.isComposing())).toBe(false);
      expect(texts(await letter.document())).toEqual([
        ['站点清单', '甲站你好、乙站。'],
        ['编制说明', '你好关规定。'],
      ]);
      expect((await letter.run((harness) => harness.soundness())).problems).toEqual([]);
    });
  }

  test('follows its item through the list', async ({ letter }) => {
    await letter.open(letterWithAttachments());
    await letter.run((harness) => harness.session.attachments.move('a2', -1));
    const moved = await letter.document();
    expect(moved.tail.attachments.map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect(moved.sections.map(({ id }) => id)).toEqual(['s1', 's2', 's4', 's3']);
    await letter.run((harness) => harness.session.attachments.move('a2', -1));
    expect(await letter.document()).toEqual(moved);
    await letter.run((harness) => harness.session.attachments.setLandscape('a2', false));
    expect((await letter.document()).sections[2]?.attachment).toEqual({ itemId: 'a2' });
    await letter.run((harness) => harness.session.attachments.removeText('a2'));
    expect((await letter.document()).sections.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
    expect((await letter.document()).tail.attachments).toHaveLength(2);
    for (let step = 0; step < 3; step += 1) await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(letterWithAttachments());
  });

  test('begins under the tail of the letter, on a sheet of its own', async ({ letter }) => {
    await letter.open(letterWithAttachments());
    const box = (selector: string) =>
      letter.page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { top, bottom, width } = element.getBoundingClientRect();
          return { top, bottom, width };
        });
    const [end, tail, first, landscape] = await Promise.all([
      box('[data-role="closing"]'),
      box('.letter-tail'),
      box('[data-role="attachment"]'),
      box('[data-landscape]'),
    ]);
    expect(tail.top).toBeGreaterThan(end.bottom);
    expect(first.top).toBeGreaterThan(tail.bottom + 100);
    expect(landscape.width / first.width).toBeCloseTo(297 / 210, 2);
    // The tail grows: the attachment makes room.
    await letter.page.getByRole('button', { name: '联系人', exact: true }).click();
    await letter.page.getByRole('button', { name: '抄送', exact: true }).click();
    await expect
      .poll(async () => (await box('[data-role="attachment"]')).top - (await box('.letter-tail')).bottom)
      .toBeCloseTo(first.top - tail.bottom, 0);
  });

  test('numbers its headings from the start', async ({ letter }) => {
    await letter.open(letterWithAttachments());
    await letter.caret('b4', 0);
    await letter.page.keyboard.press('Control+Alt+1');
    const labels = await letter.page
      .locator('[data-label]')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset['label']));
    expect(labels).toEqual(['一、', '一、']);
  });
});
