import { paragraph, table, textRun } from '#shared/document/create.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { Block, ReplyDocument } from '#shared/document/schema.ts';
import type { Thread } from '#shared/document/threads.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';

const by = { author: '周敏', authorId: 'a1', at: 1_775_000_000_000 };
const revisions: ReplyDocument['revisions'] = {
  r1: by,
  r2: by,
  r3: by,
};

const threadOnCopies: Thread = {
  id: 't2',
  anchor: { type: 'field', field: 'tail.copyTo' },
  state: 'open',
  kind: 'question',
  severity: 'info',
  quote: '',
  messages: [],
};

function markedTable(): Block {
  const block = table([['事项', '进度']]);
  block.table!.columns = [{ width: 1 }, { width: 2, ins: 'r1' }];
  block.table!.rows[0]!.cells[0]!.changes = [
    { field: 'span', revision: 'r3', before: { columns: 1, rows: 1 }, after: { columns: 2, rows: 1 } },
  ];
  return block;
}

function markedParagraphs(): Block[] {
  const moved = paragraph('移到前面的段。');
  return [
    { ...moved, moves: [{ revision: 'r2', from: 'place' }] },
    markedTable(),
    paragraph([
      textRun('原有'),
      { text: '删去', del: ['r2'] },
      { text: '增补', ins: 'r1', threads: ['t1'] },
      textRun('的话。'),
    ]),
    { ...paragraph('拆开的段。'), mark: { ins: 'r1' } },
    { ...paragraph('改过级别的段。'), changes: [{ field: 'props', revision: 'r3', before: { align: 'center' } }] },
    { id: 'place', type: 'paragraph', runs: [], originOf: moved.id },
  ];
}

test('review marks go through the window untouched when the letter around them is edited and saved', async ({
  app,
}) => {
  const line = await openBackendLine(app);
  const person = new DeskPerson(app.window);
  await person.skipAssistant();
  await person.createReply('关于增设公交站点的提案');
  await person.saved();
  const [draft] = await line.call('documents.list', { search: '', state: 'all', sort: 'title', direction: 'asc' });
  const documentId = draft!.id;
  await person.backToDesk();
  const { body, version } = await line.call('documents.get', { documentId });
  const stored = parseReplyDocument(body);
  const document = {
    ...stored,
    revisions,
    head: { ...stored.head, category: 'A', changes: [{ field: 'category', revision: 'r1', before: 'B', after: 'A' }] },
    threads: { t2: threadOnCopies },
  };
  const marked = markedParagraphs();
  document.sections[0]!.blocks.push(...marked);
  await line.call('documents.save', { documentId, baseVersion: version, body: stringifyReplyDocument(document) });

  await app.window.getByRole('row', { name: /提案的答复/ }).dblclick();
  await expect(person.letter).toContainText('原有删去增补的话。');
  await person.letter.locator('p[data-prompt]').first().click();
  await app.window.keyboard.insertText('旁边写的话。');
  await expect(person.letter).toContainText('旁边写的话。');
  await person.saved();

  const after = parseReplyDocument((await line.call('documents.get', { documentId })).body);
  expect([...blocksOf(after)].some(({ block }) => block.runs.some(({ text }) => text === '旁边写的话。'))).toBe(true);
  const kept = [...blocksOf(after)].map(({ block }) => block).filter(({ id }) => marked.some((one) => one.id === id));
  expect(kept).toEqual(marked);
  expect(after.revisions).toEqual(revisions);
  expect([after.head.category, after.head.changes]).toEqual(['A', document.head.changes]);
  expect(after.threads).toEqual(document.threads);
});
