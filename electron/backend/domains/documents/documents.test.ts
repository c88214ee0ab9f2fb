import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#backend/db/driver.ts';
import { startBackend } from '#backend/testing/backend.ts';
import type { Output } from '#shared/contract/index.ts';
import { paragraph } from '#shared/document/create.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  title: '关于加强云岭老街停车管理的提案',
  number: '0529',
  members: [
    { name: '李一', lead: false, collective: false },
    { name: '王二', lead: true, collective: false },
  ],
};

const listAll = { search: '', state: 'all', sort: 'updatedAt', direction: 'desc' } as const;

async function createDraft(client: Client, caseFacts = facts): Promise<Output<'documents.get'>> {
  const { documentId } = await client.call('documents.create', { templateId: 'test-template', caseFacts });
  return client.call('documents.get', { documentId });
}

/** The body with one more paragraph in its last section. */
function withParagraph(body: string, text: string): string {
  const document = parseReplyDocument(body);
  document.sections.at(-1)!.blocks.push(paragraph(text));
  return stringifyReplyDocument(document);
}

describe('a draft', () => {
  it('is created from a template with its fields filled, saved, read back and listed', async () => {
    const { client } = startBackend();
    const draft = await createDraft(client);
    expect(plainText(parseReplyDocument(draft.body))).toBe(
      '关于对关于加强云岭老街停车管理的提案的答复\n收悉第0529号。\n',
    );

    const body = withParagraph(draft.body, '已增设车位120个。');
    const saved = await client.call('documents.save', { documentId: draft.id, baseVersion: draft.version, body });
    expect(saved.version).toBe(2);

    const reopened = await client.call('documents.get', { documentId: draft.id });
    expect(reopened).toMatchObject({ version: 2, body, caseFacts: facts, state: 'drafting', importReport: null });
    expect(await client.call('documents.list', listAll)).toMatchObject([
      {
        id: draft.id,
        title: '关于对关于加强云岭老街停车管理的提案的答复',
        caseNumber: '0529',
        members: '王二、李一',
        trashedAt: null,
      },
    ]);
  });

  it('survives a restart', async () => {
    const first = startBackend();
    const draft = await createDraft(first.client);
    const body = withParagraph(draft.body, '重启之后仍在。');
    await first.client.call('documents.save', { documentId: draft.id, baseVersion: 1, body });
    await first.stop();

    const second = startBackend({ dataFolder: first.dataFolder });
    expect((await second.client.call('documents.get', { documentId: draft.id })).body).toBe(body);
  });

  it('refuses a save made from a stale version and keeps what is stored', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const newer = withParagraph(body, '甲窗口');
    await client.call('documents.save', { documentId, baseVersion: 1, body: newer });

    await expect(
      client.call('documents.save', { documentId, baseVersion: 1, body: withParagraph(body, '乙窗口') }),
    ).rejects.toMatchObject({ code: 'CONFLICT', details: { what: 'document', id: documentId, currentVersion: 2 } });
    expect((await client.call('documents.get', { documentId })).body).toBe(newer);
  });

  it('refuses the text of another draft and text that is no document', async () => {
    const { client } = startBackend();
    const mine = await createDraft(client);
    const other = await createDraft(client);
    const save = (body: string) => client.call('documents.save', { documentId: mine.id, baseVersion: 1, body });

    await expect(save(other.body)).rejects.toMatchObject({ code: 'DOCUMENT_INVALID', details: { id: mine.id } });
    await expect(save('{"schema":"dafu.reply/1"}')).rejects.toMatchObject({ code: 'DOCUMENT_INVALID' });
    await expect(save('not json')).rejects.toMatchObject({ code: 'DOCUMENT_INVALID' });
    await expect(save(mine.body.replace('dafu.reply/2', 'dafu.reply/99'))).rejects.toMatchObject({
      code: 'DOCUMENT_FROM_FUTURE',
      details: { id: mine.id, schema: 'dafu.reply/99' },
    });
    expect(await client.call('documents.get', { documentId: mine.id })).toEqual(mine);
  });

  it('that is finished can only be read until it is opened again', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const newer = withParagraph(body, '已增设车位。');
    const save = { documentId, baseVersion: 1, body: newer };
    await client.call('documents.save', save);
    await client.call('documents.setState', { documentIds: [documentId], state: 'finished' });
    const forbidden = { code: 'FORBIDDEN', details: { rule: 'documents.finished' } };

    const late = { documentId, baseVersion: 2, body: withParagraph(newer, '迟到的一段。') };
    await expect(client.call('documents.save', late)).rejects.toMatchObject(forbidden);
    const restore = { documentId, baseVersion: 2, version: 1 };
    await expect(client.call('versions.restore', restore)).rejects.toMatchObject(forbidden);
    // The answer to the save before the closing was lost, and it comes again.
    expect((await client.call('documents.save', save)).version).toBe(2);
    expect((await client.call('documents.get', { documentId })).body).toBe(newer);

    const opened = await client.call('documents.setState', { documentIds: [documentId], state: 'drafting' });
    expect(opened).toEqual({ state: 'drafting' });
    expect(await client.call('documents.facts', { documentId })).toMatchObject(opened);
    expect((await client.call('documents.save', late)).version).toBe(3);
  });

  it('keeps what was saved at the moment of closing', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const newer = withParagraph(body, '最后一句。');
    const [saved] = await Promise.all([
      client.call('documents.save', { documentId, baseVersion: 1, body: newer }),
      client.call('documents.setState', { documentIds: [documentId], state: 'finished' }),
    ]);
    expect(saved.version).toBe(2);
    expect(await client.call('documents.get', { documentId })).toMatchObject({ body: newer, state: 'finished' });
  });

  it('makes no version when nothing changed', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    expect((await client.call('documents.save', { documentId, baseVersion: 1, body })).version).toBe(1);
    expect(await client.call('versions.list', { documentId })).toHaveLength(1);
  });

  it('takes a save again whose answer was lost, without a conflict', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const save = { documentId, baseVersion: 1, body: withParagraph(body, '已办理。') };
    const first = await client.call('documents.save', save);
    expect(await client.call('documents.save', save)).toEqual(first);
    expect(await client.call('versions.list', { documentId })).toHaveLength(2);
  });

  it('keeps properties that this version does not know', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const newer = JSON.stringify({ ...JSON.parse(body), laterFeature: { a: [1, null] } });
    await client.call('documents.save', { documentId, baseVersion: 1, body: newer });
    expect((await client.call('documents.get', { documentId })).body).toBe(newer);
  });

  it('keeps every character, however odd, and is found by it', async () => {
    const { client } = startBackend();
    const { id: documentId, body } = await createDraft(client);
    const odd = '控\u0000\u0007制 零\u200b宽 反\u202e向 半\ud842个 emoji👩‍👩‍👧 生僻𠮷𪚥 引"\\号\' 换\u2028行';
    const odder = withParagraph(body, odd);
    await client.call('documents.save', { documentId, baseVersion: 1, body: odder });
    const read = await client.call('documents.get', { documentId });
    expect(read.body).toBe(odder);
    expect(parseReplyDocument(read.body).sections.at(-1)!.blocks.at(-1)!.runs[0]!.text).toBe(odd);
    for (const search of ['𠮷', '𪚥', '👩‍👩‍👧', '制', '"\\号\'']) {
      expect(await client.call('documents.list', { ...listAll, search })).toHaveLength(1);
    }
  });

  it('is applied once however often the command is repeated', async () => {
    const first = startBackend();
    const commandId = 'command-1';
    const input = { templateId: 'test-template', caseFacts: facts };
    const { documentId } = await first.client.call('documents.create', input, { commandId });
    expect(await first.client.call('documents.create', input, { commandId })).toEqual({ documentId });
    await first.stop();

    const second = startBackend({ dataFolder: first.dataFolder });
    expect(await second.client.call('documents.create', input, { commandId })).toEqual({ documentId });
    expect(await second.client.call('documents.list', listAll)).toHaveLength(1);
    await expect(
      second.client.call('documents.setState', { documentIds: [documentId], state: 'finished' }, { commandId }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('leaves nothing behind when a command fails half way', async () => {
    const { client } = startBackend();
    const { id } = await createDraft(client);
    await expect(client.call('documents.trash', { documentIds: [id, 'no-such-draft'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { what: 'document', id: 'no-such-draft' },
    });
    expect(await client.call('documents.list', { ...listAll, state: 'trash' })).toEqual([]);
  });

  it('goes to the trash and back, and is purged only from there', async () => {
    const { client } = startBackend();
    const { id } = await createDraft(client);
    await expect(client.call('documents.purge', { documentIds: [id] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { rule: 'documents.purge' },
    });
    await client.call('documents.trash', { documentIds: [id] });
    expect(await client.call('documents.list', listAll)).toEqual([]);
    await client.call('documents.untrash', { documentIds: [id] });
    expect(await client.call('documents.list', listAll)).toHaveLength(1);

    await client.call('documents.trash', { documentIds: [id] });
    await client.call('documents.purge', { documentIds: [id] });
    await expect(client.call('documents.get', { documentId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.call('versions.list', { documentId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is duplicated with its case and with ids of its own', async () => {
    const { client } = startBackend();
    const original = await createDraft(client);
    const { documentId } = await client.call('documents.duplicate', { documentId: original.id });
    const copy = await client.call('documents.get', { documentId });
    expect(copy.caseFacts).toEqual(original.caseFacts);
    const idsOf = (body: string) =>
      parseReplyDocument(body).sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
    expect(idsOf(copy.body)).not.toContainEqual(expect.toBeOneOf(idsOf(original.body)));
  });

  it('tells every client which drafts changed', async () => {
    const { client } = startBackend();
    const changed: string[][] = [];
    client.on('documents.changed', ({ documentIds }) => changed.push(documentIds));
    const { id } = await createDraft(client);
    await client.call('documents.setState', { documentIds: [id], state: 'finished' });
    expect(changed).toEqual([[id], [id]]);
  });
});

describe('the case of a draft', () => {
  it('gets its due date by the calendar from the day of receipt and the months of the unit', async () => {
    const { client } = startBackend();
    const dueOn = async (caseFacts: Partial<CaseFacts>) =>
      (await createDraft(client, { ...facts, ...caseFacts })).caseFacts.dueOn;
    expect(await dueOn({ receivedOn: '2026-11-30' })).toBe('2027-02-28');
    expect(await dueOn({ receivedOn: '2026-03-15', role: 'co' })).toBe('2026-04-15');
    expect(await dueOn({ receivedOn: '2026-03-15', dueOn: '2026-05-01' })).toBe('2026-05-01');
    expect(await dueOn({})).toBeNull();
  });

  it('keeps a due date empty that the person emptied', async () => {
    const { client } = startBackend();
    const { id: documentId, caseFacts } = await createDraft(client, { ...facts, receivedOn: '2026-03-15' });
    await client.call('cases.save', { documentId, caseFacts: { ...caseFacts, dueOn: null } });
    expect((await client.call('documents.get', { documentId })).caseFacts.dueOn).toBeNull();
  });
});

describe('the desk', () => {
  it('finds drafts by words of the letter and of the case, of two characters too, in any width and case', async () => {
    const { client } = startBackend();
    const parking = await createDraft(client);
    const schools = await createDraft(client, { ...facts, title: '关于建设 AI 实验室的提案', number: '温36' });
    const search = async (text: string) =>
      (await client.call('documents.list', { ...listAll, search: text })).map(({ id }) => id);

    expect(await search('停车')).toEqual([parking.id]);
    expect(await search('ａｉ')).toEqual([schools.id]);
    expect(await search('温36 实验室')).toEqual([schools.id]);
    expect(await search('停车 实验室')).toEqual([]);
    expect(await search('%_\'"; DROP TABLE documents; --')).toEqual([]);

    await client.call('cases.save', { documentId: parking.id, caseFacts: { ...facts, hostUnit: '云津市交通局' } });
    expect(await search('云津市交通局')).toEqual([parking.id]);
  });

  it('finds what was typed a moment ago, and no longer what was deleted, before and after a restart', async () => {
    const first = startBackend();
    const { id: documentId, body } = await createDraft(first.client);
    const save = (baseVersion: number, text: string) =>
      first.client.call('documents.save', { documentId, baseVersion, body: withParagraph(body, text) });
    const search = (client: Client, text: string) => client.call('documents.list', { ...listAll, search: text });
    await save(1, '已增设车位');
    expect(await search(first.client, '增设车位 0529')).toHaveLength(1);
    await save(2, '已拆除护栏');
    expect(await search(first.client, '增设车位')).toHaveLength(0);
    expect(await search(first.client, '拆除护栏')).toHaveLength(1);
    await first.stop();
    const second = startBackend({ dataFolder: first.dataFolder });
    expect(await search(second.client, '增设车位')).toHaveLength(0);
    expect(await search(second.client, '拆除护栏')).toHaveLength(1);
  });

  it('shows a draft of a later version, finds it by its case, and explains when it is opened', async () => {
    const first = startBackend();
    const { id: documentId, body } = await createDraft(first.client);
    await first.client.call('documents.save', { documentId, baseVersion: 1, body: withParagraph(body, '新') });
    await first.stop();
    const database = openDatabase(join(first.dataFolder, 'dafu.db'), { readonly: false, busyTimeoutMs: 0 });
    database.exec("UPDATE versions SET body = replace(body, 'dafu.reply/2', 'dafu.reply/3')");
    database.close();

    const { client } = startBackend({ dataFolder: first.dataFolder });
    expect(await client.call('documents.list', { ...listAll, search: '0529' })).toMatchObject([{ id: documentId }]);
    await expect(client.call('documents.get', { documentId })).rejects.toMatchObject({
      code: 'DOCUMENT_FROM_FUTURE',
      details: { id: documentId, schema: 'dafu.reply/3' },
    });
  });

  it('sorts numbers by value, titles by pronunciation, and puts what has no value last', async () => {
    const { client } = startBackend();
    for (const number of ['68', '', '0529', '9']) await createDraft(client, { ...facts, number });
    const numbers = async (direction: 'asc' | 'desc') =>
      (await client.call('documents.list', { ...listAll, sort: 'caseNumber', direction })).map(
        ({ caseNumber }) => caseNumber,
      );
    expect(await numbers('asc')).toEqual(['9', '68', '0529', '']);
    expect(await numbers('desc')).toEqual(['0529', '68', '9', '']);
  });
});
