import type { ReplyDocument } from '#shared/document/schema.ts';
import { expect, test } from './fixtures.ts';
import { InputMethod } from './ime.ts';
import { fullLetter } from './letters.ts';
import { Person } from './person.ts';

/** Seeds that run in `npm test`; more with FUZZ_SEEDS=from-to. A failure names its seed and its last steps. */
const [from = 1, to = 4] = (process.env['FUZZ_SEEDS'] ?? '').split('-').filter(Boolean).map(Number);
const STEPS = 60;

/** The full letter, the texts of its attachments written. */
function withAttachments(): ReplyDocument {
  const letter = fullLetter();
  const text = (id: string, itemId: string) => ({
    id: `s-${itemId}`,
    role: 'attachment' as const,
    attachment: { itemId },
    blocks: [{ id, type: 'paragraph' as const, runs: [{ text: '清单的正文，逐项列明。' }] }],
  });
  return { ...letter, sections: [...letter.sections, text('x1', 'a1'), text('x2', 'a2')] };
}

test.describe('a person who types, pastes, deletes and undoes at random', () => {
  for (let seed = from; seed <= to; seed += 1) {
    test(`leaves a sound letter (seed ${seed})`, async ({ letter }) => {
      test.setTimeout(120_000);
      const person = new Person(seed);
      const random = (below: number) => person.random(below);
      const pick = <T>(items: readonly T[]): T => person.pick(items);
      const before = seed % 2 === 0 ? withAttachments() : fullLetter();
      await letter.open(before);
      const body = (sections: string[]) => sections.filter((section) => !section.startsWith('attachment'));
      const sections = body(await letter.run((harness) => harness.sections()));
      const { keyboard } = letter.page;
      const places = async () => ['title', 'salutation', ...(await letter.run((harness) => harness.textIds()))];
      const steps: Record<string, () => Promise<unknown>> = {
        caret: async () => letter.caret(pick(await places()), random(12)),
        select: async () => letter.caret(pick(await places()), random(12), pick(await places()), random(12)),
        type: () => keyboard.type(pick(['a', '12', '，', '甲乙'])),
        compose: () => new InputMethod(letter.cdp, random(2) === 0).write(pick(['你好', '提案']), 'n', 'ni'),
        write: () => person.write(letter, trail()),
        cells: () => person.selectCells(letter),
        field: () => person.selectField(letter),
        form: async () => {
          await person.fillForm(letter, trail());
          await letter.caret(pick(await places()), random(12));
        },
        cancel: async () => {
          const ime = new InputMethod(letter.cdp, random(2) === 0);
          await ime.compose('n', 'ni');
          await ime.cancel();
        },
        backspace: () => keyboard.press('Backspace'),
        delete: () => keyboard.press('Delete'),
        deleteWord: () => keyboard.press('Control+Backspace'),
        enter: () => keyboard.press('Enter'),
        lineBreak: () => keyboard.press('Shift+Enter'),
        bold: () => keyboard.press('Control+b'),
        style: () => keyboard.press(pick(['Control+Alt+1', 'Control+Alt+3', 'Control+Shift+N'])),
        tab: () => keyboard.press(pick(['Tab', 'Shift+Tab'])),
        copyPaste: async () => {
          await keyboard.press(pick(['Control+c', 'Control+x']));
          await letter.caret(pick(await places()), random(8));
          await keyboard.press('Control+v');
        },
        pasteText: () => letter.paste({ text: pick(['一行', '一行\n两行', '']) }),
        pasteHtml: () => letter.paste({ html: pick(['<h1>标题</h1><p>文</p>', '<table><tr><td>1<td>2</table>']) }),
        arrow: () => keyboard.press(pick(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])),
        shiftArrow: () => keyboard.press(pick(['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+End'])),
        undo: () => keyboard.press('Control+z'),
        redo: () => keyboard.press('Control+y'),
        list: () => letter.run((harness) => harness.session.commands.toggleList('decimal')),
        pageBreak: () => letter.run((harness) => harness.session.commands.insertPageBreak()),
        table: () => letter.run((harness) => harness.session.commands.insertTable(2, 2)),
        row: () => letter.run((harness) => harness.session.commands.insertRow('below')),
        column: () => letter.run((harness) => harness.session.commands.deleteColumn()),
        moveHeading: () =>
          letter.run((harness) => harness.session.moveOutlineEntry('h3', { sectionId: 's-plan', before: null })),
        redact: () => keyboard.press('Control+Alt+KeyR'),
        attachment: () =>
          letter.run(
            ({ session: { attachments } }, { act, item }) => {
              if (act === 'add') attachments.addText(item);
              else if (act === 'remove') attachments.removeText(item);
              else if (act === 'move') attachments.move(item, 1);
              else attachments.setLandscape(item, true);
            },
            { act: pick(['add', 'add', 'remove', 'move', 'turn']), item: pick(['a1', 'a2']) },
          ),
        selectAll: () => keyboard.press('Control+a'),
      };
      await letter.caret('t1', 0);
      const done: string[] = [];
      const trail = () => `seed ${seed}, step ${done.length - 1}: ${done.slice(-6).join(', ')}`;
      for (let step = 0; step < STEPS; step += 1) {
        const name = pick(['caret', 'caret', 'write', 'write', 'type', 'compose', ...Object.keys(steps)]);
        done.push(name);
        await steps[name]?.();
        const state = await letter.run((harness) => harness.soundness());
        expect(state.problems, trail()).toEqual([]);
        expect(body(state.sections), trail()).toEqual(sections);
      }
      // Everything can be taken back, as far as the history reaches.
      await letter.run((harness) => {
        for (let time = 0; time < 200; time += 1) harness.session.commands.undo();
      });
      expect(await letter.document()).toEqual(before);
    });
  }
});
