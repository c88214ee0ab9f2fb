import { expect } from './fixtures.ts';
import { InputMethod } from './ime.ts';
import type { LetterOnPage } from './table-steps.ts';

/** Park–Miller: the same seed, the same person at the keyboard. */
export class Person {
  #state: number;
  #words = 0;

  constructor(seed: number) {
    this.#state = seed * 7_919;
  }

  random(below: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % below;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.random(items.length)]!;
  }

  /** Letters that stand nowhere else. */
  word(): string {
    this.#words += 1;
    return `q${[...this.#words.toString(26)].map((digit) => String.fromCodePoint(97 + parseInt(digit, 26))).join('')}z`;
  }

  /** Types or composes a word; it must appear where the selection was, in the store and on the paper. */
  async write(letter: LetterOnPage, trail: string): Promise<void> {
    const word = this.word();
    const place = await letter.run((harness) => harness.place());
    if (this.random(2) === 0) await letter.page.keyboard.type(word);
    else await new InputMethod(letter.cdp, this.random(2) === 0).write(word, 'n', 'ni');
    const found = await letter.run((harness, text) => harness.find(text), word);
    expect(found, `${trail}: ${word}`).toMatchObject({ inStore: 1, onPaper: 1, lines: [expect.any(String)] });
    const now = await letter.run((harness) => harness.place());
    expect(now.part, `${trail}: ${word}`).toBe(place.part);
    if (place.lines.length > 0) expect(place.lines, `${trail}: ${word}`).toContain(found.lines[0]);
  }

  /** Drags the mouse from one cell of a table to another, or within one. */
  async selectCells({ page }: LetterOnPage): Promise<void> {
    const tables = page.locator('.letter-text table');
    const count = await tables.count();
    if (count === 0) return;
    const cells = tables.nth(this.random(count)).locator('.letter-cell');
    const all = await cells.count();
    const [from, to] = [cells.nth(this.random(all)), cells.nth(this.random(all))];
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) return;
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
    await page.mouse.up();
  }

  /** Clicks a field of the case in the text, once or twice. */
  async selectField({ page }: LetterOnPage): Promise<void> {
    const fields = page.locator('.letter-text [data-field]');
    const count = await fields.count();
    if (count === 0) return;
    await fields.nth(this.random(count)).click({ clickCount: 1 + this.random(2) });
  }

  /** Writes into a field of head or tail. */
  async fillForm(letter: LetterOnPage, trail: string): Promise<void> {
    const inputs = letter.page.locator('.letter-paper input[type="text"]:not([readonly])');
    const labels = await inputs.evaluateAll((all) =>
      all
        .map((input) => input.getAttribute('aria-label') ?? '')
        .filter((label) => /署名单位|联系人姓名|附件/.test(label)),
    );
    if (labels.length === 0) return;
    const input = letter.page.getByLabel(this.pick(labels), { exact: true }).first();
    const word = this.word();
    await input.click();
    await letter.page.keyboard.press('End');
    await letter.page.keyboard.type(word);
    await input.blur();
    const found = await letter.run((harness, text) => harness.find(text), word);
    expect(found, `${trail}: form ${word}`).toMatchObject({ inStore: 1, lines: [] });
    expect(await input.inputValue(), trail).toContain(word);
  }
}
