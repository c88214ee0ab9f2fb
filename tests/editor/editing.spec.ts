import { expect, test } from './fixtures.ts';
import { fullLetter, smallLetter, smallLines } from './letters.ts';

/** Longer than the time in which typing merges into one undo step. */
const STEP = 600;

test.describe('history', () => {
  test('loading is no step, and an unchanged letter is given back byte for byte', async ({ letter }) => {
    await letter.open(fullLetter());
    const before = await letter.run((harness) => harness.session.getDocumentJson());
    await letter.caret('t1', 4);
    for (let time = 0; time < 5; time += 1) await letter.page.keyboard.press('Control+z');
    expect(await letter.run((harness) => harness.session.getDocumentJson())).toBe(before);
    expect(await letter.run((harness) => harness.session.selection.get().canUndo)).toBe(false);
  });

  test('the very first change can be undone, even one made by a command', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.run((harness) => harness.session.changeHead((head) => ({ ...head, category: 'B' })));
    expect((await letter.document()).head.category).toBe('B');
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
  });

  test('text and forms share one history', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 3);
    await letter.page.keyboard.type('A');
    await letter.page.waitForTimeout(STEP);
    await letter.page.getByLabel('成文日期').fill('2026-4-7');
    await letter.page.waitForTimeout(STEP);
    await letter.caret('b4', 5);
    await letter.page.keyboard.type('B');
    expect((await letter.document()).tail.date).toBe('2026-04-07');
    await letter.page.keyboard.press('Control+z');
    expect(await letter.lines()).toContain('特此函复。');
    await letter.page.keyboard.press('Control+z');
    expect((await letter.document()).tail.date).toBeUndefined();
    await letter.page.keyboard.press('Control+z');
    expect(await letter.lines()).toEqual(smallLines);
    for (let time = 0; time < 3; time += 1) await letter.page.keyboard.press('Control+y');
    expect(await letter.lines()).toContain('特此函复。B');
    await expect(letter.page.getByLabel('成文日期')).toHaveValue('2026年4月7日');
  });

  test('a form keeps the focus when it undoes', async ({ letter }) => {
    await letter.open(smallLetter());
    const number = letter.page.getByLabel('发文字号');
    await number.fill('云工信函〔2026〕8号');
    expect((await letter.document()).head.docNumber).toEqual({ code: '云工信函', year: 2026, serial: 8 });
    await number.press('Control+z');
    expect((await letter.document()).head.docNumber).toBeUndefined();
    await expect(number).toBeFocused();
  });

  test('another text in place keeps the caret in its block and the focus where it was', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('t1', 4);
    const date = letter.page.getByLabel('成文日期');
    await date.focus();
    const next = fullLetter();
    next.sections[1]!.blocks[0]!.runs = [{ text: '新的标题' }];
    await letter.run((harness, document) => harness.session.replaceDocument(document, { undoable: true }), next);
    await expect(date).toBeFocused();
    await letter.run((harness) => harness.session.focus());
    await letter.page.keyboard.type('|');
    expect(await letter.lines()).toContainEqual(expect.stringMatching(/^出台《公\|共/));
  });

  test('another text in place of the whole letter is one step', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.run((harness, next) => harness.session.replaceDocument(next, { undoable: true }), {
      ...fullLetter(),
      id: 'small',
    });
    expect((await letter.document()).sections).toHaveLength(4);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(smallLetter());
  });
});

test.describe('Enter', () => {
  test('after a heading begins a paragraph, inside it two headings', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 8);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('p');
    await letter.caret('h2', 4);
    await letter.page.keyboard.press('Enter');
    const { blocks } = (await letter.document()).sections[1]!;
    expect(blocks.slice(0, 2).map(({ type, level }) => [type, level])).toEqual([
      ['heading', 2],
      ['heading', 2],
    ]);
    const place = blocks.findIndex(({ id }) => id === 'h3');
    expect(blocks[place + 1]).toMatchObject({ type: 'paragraph', runs: [{ text: 'p' }] });
  });

  test('at the start of a heading the heading keeps its id', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 0);
    await letter.page.keyboard.press('Enter');
    const { blocks } = (await letter.document()).sections[1]!;
    const place = blocks.findIndex(({ id }) => id === 'h3');
    expect(blocks[place]?.runs).toEqual([{ text: '推动车位信息共享' }]);
    expect(blocks[place - 1]).toMatchObject({ type: 'paragraph', runs: [] });
  });

  test('continues a list and leaves it on an empty item', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('l2', 9);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('x');
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('y');
    const { blocks } = (await letter.document()).sections[1]!;
    expect(blocks.slice(-2)).toMatchObject([
      { type: 'list-item', level: 1, props: { list: 'decimal' }, runs: [{ text: 'x' }] },
      { type: 'paragraph', runs: [{ text: 'y' }] },
    ]);
    expect(blocks.at(-1)?.level).toBeUndefined();
  });

  test('undone by Backspace: the number of a line goes before the line does', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('h3', 0);
    await letter.page.keyboard.press('Backspace');
    await letter.caret('l2', 0);
    await letter.page.keyboard.press('Backspace');
    const { blocks } = (await letter.document()).sections[1]!;
    const typeOf = (id: string) => blocks.find((block) => block.id === id)?.type;
    expect([typeOf('h3'), typeOf('l1'), typeOf('l2')]).toEqual(['paragraph', 'list-item', 'paragraph']);
    await letter.page.keyboard.press('Backspace');
    expect((await letter.lines()).join('|')).toContain('建立公共数据一本账；完善数据安全制度。');
    await letter.caret('h5', 0);
    await letter.page.keyboard.press('Backspace');
    expect((await letter.document()).sections[2]?.heading?.type).toBe('heading');
  });

  test('in the title breaks the line, in the salutation goes on to the text', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 6);
    await letter.page.keyboard.press('Enter');
    await letter.caret('salutation', 5);
    await letter.page.keyboard.press('Enter');
    await letter.page.keyboard.type('Z');
    const document = await letter.document();
    expect(document.head.title[1]).toEqual({ text: '\n', object: { type: 'break' } });
    expect(await letter.lines()).toContain('Z各有关单位要高度重视。');
  });
});

test.describe('styles, numbers and outline', () => {
  const labels = (page: { evaluate: <T>(action: () => T) => Promise<T> }) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.letter-text [data-label]')].map(
        (element) => `${element.dataset['label']}${element.textContent}`,
      ),
    );

  test('numbers follow the structure at once', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('t1', 2);
    await letter.page.keyboard.press('Control+Alt+2');
    expect((await labels(letter.page)).slice(0, 4)).toEqual([
      '一、工作进展',
      '（一）完善停车管理政策',
      expect.stringMatching(/^（二）出台/),
      '（三）推动车位信息共享',
    ]);
    await letter.page.keyboard.press('Control+Shift+N');
    expect((await labels(letter.page))[2]).toBe('（二）推动车位信息共享');
    const outline = await letter.run((harness) => harness.session.outline.get());
    expect(outline.filter(({ kind }) => kind === 'heading').map(({ label, level }) => [label, level])).toEqual([
      ['一、', 1],
      ['（一）', 2],
      ['（二）', 2],
      ['1.', 3],
      ['二、', 1],
      ['（一）', 2],
    ]);
  });

  test('a heading moves with everything under it', async ({ letter }) => {
    await letter.open(fullLetter());
    const moved = await letter.run((harness) =>
      harness.session.moveOutlineEntry('h3', { sectionId: 's-plan', before: 'h6' }),
    );
    expect(moved).toBe(true);
    const document = await letter.document();
    expect(document.sections[1]?.blocks.map(({ id }) => id)).toEqual(['h2', 't1']);
    expect(document.sections[2]?.blocks.map(({ id }) => id)).toEqual([
      't3',
      'h3',
      'h4',
      't2',
      'tbl',
      'l1',
      'l2',
      'h6',
      't4',
    ]);
    expect(
      await letter.run((harness) => harness.session.moveOutlineEntry('h3', { sectionId: 's-plan', before: 'h4' })),
    ).toBe(false);
    await letter.run((harness) => harness.session.commands.undo());
    expect(await letter.document()).toEqual(fullLetter());
  });

  test('bold is for the text, not for the title', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('b1', 0, 'b1', 2);
    await letter.page.keyboard.press('Control+b');
    await letter.caret('title', 0, 'title', 4);
    await letter.page.keyboard.press('Control+b');
    const document = await letter.document();
    expect(document.sections[0]?.blocks[0]?.runs[0]).toEqual({ text: '各有', format: { bold: true } });
    expect(document.head.title).toEqual([{ text: smallLines[0] }]);
  });

  test('lists change their level with Tab', async ({ letter }) => {
    await letter.open(fullLetter());
    await letter.caret('l2', 2);
    await letter.page.keyboard.press('Tab');
    expect((await letter.document()).sections[1]?.blocks.at(-1)?.level).toBe(2);
    await letter.page.keyboard.press('Shift+Tab');
    expect((await letter.document()).sections[1]?.blocks.at(-1)?.level).toBe(1);
  });
});

test.describe('keys of the bar', () => {
  test('make lists, page breaks and marks for the public version', async ({ letter }) => {
    await letter.open(smallLetter());
    const { keyboard } = letter.page;
    const first = async () => (await letter.document()).sections[0]!.blocks[0]!;
    await letter.caret('b1', 3);
    await keyboard.press('Control+Shift+KeyL');
    expect(await first()).toMatchObject({ type: 'list-item', props: { list: 'bullet' } });
    await keyboard.press('Control+Shift+Digit7');
    expect(await first()).toMatchObject({ type: 'list-item', props: { list: 'decimal' } });
    await keyboard.press('Control+Shift+Digit7');
    expect((await first()).type).toBe('paragraph');
    await letter.caret('b2', 0);
    await keyboard.press('Control+Enter');
    expect((await letter.document()).sections[0]!.blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'page-break',
      'paragraph',
      'paragraph',
    ]);
    await letter.caret('b1', 0, 'b1', 2);
    await keyboard.press('Control+Alt+KeyR');
    expect((await first()).runs[0]).toEqual({ text: '各有', format: { redact: true } });
  });

  test('a title keeps the line ends the drafter set', async ({ letter }) => {
    await letter.open(smallLetter());
    await letter.caret('title', 2);
    await letter.page.keyboard.press('Enter');
    await letter.caret('title', 6);
    await letter.page.keyboard.press('Shift+Enter');
    const { title } = (await letter.document()).head;
    expect(title.map(({ text }) => text)).toEqual(['关于', '\n', '做好公文', '\n', '处理工作的答复']);
    await letter.open(await letter.document());
    expect((await letter.document()).head.title).toEqual(title);
  });
});
