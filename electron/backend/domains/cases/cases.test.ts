import { describe, expect, it } from 'vitest';
import { startBackend } from '#backend/testing/backend.ts';
import type { Input } from '#shared/contract/index.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';

const parking: CaseFacts = {
  ...emptyCaseFacts(),
  title: '关于加强云岭老街停车管理的提案',
  number: '0529',
  members: [{ name: '王二', lead: true, collective: false }],
  receivedOn: '2026-03-02',
};
const firstPage: Input<'cases.list'> = {
  search: '',
  kind: 'all',
  sort: 'updatedAt',
  direction: 'desc',
  page: { offset: 0, limit: 50 },
};

const write = async (client: Client, ofCase: { caseId: string } | { caseFacts: CaseFacts }) =>
  (await client.call('documents.create', { templateId: 'test-template', ...ofCase })).documentId;
async function purge(client: Client, documentId: string): Promise<void> {
  await client.call('documents.trash', { documentIds: [documentId] });
  await client.call('documents.purge', { documentIds: [documentId] });
}

describe('a case', () => {
  it('is there before its first letter, with the day it is due', async () => {
    const { client } = startBackend();
    const { caseId } = await client.call('cases.create', { caseFacts: parking });
    expect(await client.call('cases.list', firstPage)).toMatchObject({
      cases: [{ id: caseId, caseFacts: { number: '0529', dueOn: '2026-06-02' }, letters: 0 }],
      total: 1,
    });
    const documentId = await write(client, { caseId });
    const draft = await client.call('documents.get', { documentId });
    expect(draft).toMatchObject({ caseId, caseFacts: { number: '0529' } });
    expect(draft.body).toContain(parking.title);
  });

  it('has several letters, and is the same for all of them', async () => {
    const { client } = startBackend();
    const { caseId } = await client.call('cases.create', { caseFacts: parking });
    const [opinion, reply] = [await write(client, { caseId }), await write(client, { caseId })];
    const changed: string[][] = [];
    client.on('documents.changed', ({ documentIds }) => changed.push(documentIds));

    await client.call('cases.save', { documentId: opinion, caseFacts: { ...parking, number: '0530' } });

    expect(changed).toEqual([[opinion, reply]]);
    expect((await client.call('documents.get', { documentId: reply })).caseFacts.number).toBe('0530');
    const { letters } = await client.call('cases.get', { caseId });
    expect(letters.map(({ documentId }) => documentId)).toEqual([opinion, reply]);
    const desk = { search: '0530', state: 'all', sort: 'caseNumber', direction: 'asc' } as const;
    expect(await client.call('documents.list', desk)).toHaveLength(2);
  });

  it('keeps its members and dates when its letters are purged, and can be removed then', async () => {
    const { client } = startBackend();
    const documentId = await write(client, { caseFacts: parking });
    const { caseId } = await client.call('documents.get', { documentId });
    await expect(client.call('cases.remove', { caseId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { rule: 'cases.remove' },
    });

    await purge(client, documentId);

    expect(await client.call('cases.get', { caseId })).toEqual({
      caseFacts: { ...parking, dueOn: '2026-06-02' },
      letters: [],
    });
    await client.call('cases.remove', { caseId });
    await expect(client.call('cases.get', { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of which nothing is known goes with its last letter', async () => {
    const { client } = startBackend();
    const { caseId } = await client.call('cases.create', { caseFacts: emptyCaseFacts() });
    const [first, last] = [await write(client, { caseId }), await write(client, { caseId })];
    await purge(client, first);
    expect((await client.call('cases.list', firstPage)).total).toBe(1);
    await purge(client, last);
    expect((await client.call('cases.list', firstPage)).total).toBe(0);
  });

  it('that does not exist gets no letter', async () => {
    const { client } = startBackend();
    await expect(write(client, { caseId: 'no-such-case' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { what: 'case', id: 'no-such-case' },
    });
  });
});

describe('the register of cases', () => {
  it('is sorted, found by words, told apart by kind and read page by page', async () => {
    const { client } = startBackend();
    const facts = [
      { number: '68', kind: 'proposal', title: '关于养老的提案', dueOn: '2026-05-01' },
      { number: '', kind: 'proposal', title: '', dueOn: null },
      { number: '0529', kind: 'suggestion', title: '关于停车的建议', dueOn: null },
      { number: '9', kind: 'proposal', title: '关于城市的提案', dueOn: '2026-04-01' },
    ] as const;
    for (const one of facts) await client.call('cases.create', { caseFacts: { ...emptyCaseFacts(), ...one } });
    const list = async (wanted: Partial<Input<'cases.list'>>) => {
      const { cases, total } = await client.call('cases.list', { ...firstPage, ...wanted });
      return [total, ...cases.map(({ caseFacts }) => caseFacts.number)];
    };
    expect(await list({ sort: 'number', direction: 'asc' })).toEqual([4, '9', '68', '0529', '']);
    expect(await list({ sort: 'number', direction: 'desc' })).toEqual([4, '0529', '68', '9', '']);
    expect(await list({ sort: 'title', direction: 'asc' })).toEqual([4, '9', '0529', '68', '']);
    expect(await list({ sort: 'dueOn', direction: 'asc' })).toEqual([4, '9', '68', '', '0529']);
    expect(await list({ kind: 'suggestion' })).toEqual([1, '0529']);
    expect(await list({ search: '提案 养老' })).toEqual([1, '68']);
    expect(await list({ sort: 'number', direction: 'asc', page: { offset: 1, limit: 2 } })).toEqual([4, '68', '0529']);
    expect(await list({ page: { offset: 4, limit: 2 } })).toEqual([4]);
  });
});
