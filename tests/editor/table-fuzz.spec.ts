import { expect, test } from './fixtures.ts';
import { fullLetter } from './letters.ts';
import { Person } from './person.ts';

/** Seeds that run in `npm test`; more with FUZZ_SEEDS=from-to. */
const [from = 1, to = 3] = (process.env['FUZZ_SEEDS'] ?? '').split('-').filter(Boolean).map(Number);
const STEPS = 50;

test.describe('a person who works on tables at random', () => {
  for (let seed = from; seed <= to; seed += 1) {
    test(`leaves sound grids and a caret (seed ${seed})`, async ({ letter }) => {
      test.setTimeout(120_000);
      const person = new Person(seed + 500);
      await letter.open(fullLetter());
      const { keyboard } = letter.page;
      const sections = await letter.run((harness) => harness.sections());
      const hasTable = async () => (await letter.page.locator('.letter-text table').count()) > 0;
      const caretInText = async () =>
        letter.caret(person.pick(['title', ...(await letter.run((harness) => harness.textIds()))]), person.random(6));
      const caretInCell = async () => {
        const cells = letter.page.locator('.letter-cell');
        const count = await cells.count();
        if (count > 0) await cells.nth(person.random(count)).click();
      };
      const cells = () => person.selectCells(letter);
      const tool = (name: string) =>
        letter.run(({ session: { commands } }, tool) => {
          const tools: Record<string, () => void> = {
            above: () => commands.insertRow('above'),
            below: () => commands.insertRow('below'),
            left: () => commands.insertColumn('left'),
            right: () => commands.insertColumn('right'),
            deleteRow: () => commands.deleteRow(),
            deleteColumn: () => commands.deleteColumn(),
            merge: () => commands.mergeCells(),
            split: () => commands.splitCell(),
            header: () => commands.toggleTableHeader(),
            deleteTable: () => commands.deleteTable(),
          };
          tools[tool]?.();
        }, name);
      const steps: Record<string, () => Promise<unknown>> = {
        cells,
        caretInCell,
        caretInText,
        insert: async () => {
          await caretInText();
          await letter.run((harness, size) => harness.session.commands.insertTable(size.rows, size.columns), {
            rows: 1 + person.random(3),
            columns: 1 + person.random(3),
          });
        },
        ...Object.fromEntries(
          ['above', 'below', 'left', 'right', 'deleteRow', 'deleteColumn', 'split', 'header', 'deleteTable'].map(
            (name) => [name, () => tool(name)] as const,
          ),
        ),
        merge: async () => {
          await cells();
          await tool('merge');
        },
        write: () => person.write(letter, trail()),
        paste: () =>
          letter.paste({
            html: person.pick([
              '<table><tr><td>1<td>2</tr><tr><td>3</table>',
              '<table><tr><td colspan=2>1</tr><tr><td>3<td>4</table>',
              '<p>一</p><p>二</p>',
            ]),
          }),
        copyPaste: async () => {
          await keyboard.press(person.pick(['Control+c', 'Control+x']));
          await caretInCell();
          await keyboard.press('Control+v');
        },
        move: () => keyboard.press(person.pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])),
        extend: () =>
          keyboard.press(
            person.pick([
              'Shift+ArrowUp',
              'Shift+ArrowDown',
              'Shift+ArrowRight',
              'Control+Shift+ArrowRight',
              'Shift+End',
              'Control+Shift+End',
              'Shift+PageDown',
            ]),
          ),
        remove: () => keyboard.press(person.pick(['Delete', 'Backspace', 'Control+Backspace', 'Control+Delete'])),
        tab: () => keyboard.press(person.pick(['Tab', 'Shift+Tab'])),
        enter: () => keyboard.press('Enter'),
        bold: () => keyboard.press('Control+b'),
        undo: () => keyboard.press('Control+z'),
        redo: () => keyboard.press('Control+y'),
        selectAll: () => keyboard.press('Control+a'),
      };
      const done: string[] = [];
      const trail = () => `seed ${seed}, step ${done.length - 1}: ${done.slice(-6).join(', ')}`;
      const next = async () => {
        if (!(await hasTable())) return person.pick(['insert', 'insert', 'undo', 'write']);
        return person.pick(['cells', 'cells', 'caretInCell', 'merge', 'write', 'write', ...Object.keys(steps)]);
      };
      await letter.caret('cp11', 0);
      for (let step = 0; step < STEPS; step += 1) {
        const name = await next();
        done.push(name);
        await steps[name]?.();
        // Tab may have left the text for the form around it.
        await letter.run((harness) => harness.session.focus());
        const state = await letter.run((harness) => harness.soundness());
        expect(state.problems, trail()).toEqual([]);
        expect(state.sections, trail()).toEqual(sections);
        expect(await letter.page.evaluate(() => window.problems), trail()).toEqual([]);
      }
      await letter.run((harness) => {
        for (let time = 0; time < 200; time += 1) harness.session.commands.undo();
      });
      expect(await letter.document()).toEqual(fullLetter());
    });
  }
});
