import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import { contract, type ProcedureName } from '#shared/contract/index.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';

/** Calls any procedure with any input, as a window gone wrong could. */
function callAnything(client: Client, procedure: ProcedureName, input: unknown): Promise<unknown> {
  return contract[procedure].kind === 'job'
    ? client.runJob(procedure as 'backups.create', input as Record<string, never>).done
    : client.call(procedure as 'app.status', input as Record<string, never>);
}

describe('a backend whose store is not open', () => {
  it('answers every procedure: the few that explain or mend it, and all others with the problem', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    writeFileSync(dataFolder, 'in the way');
    const { client } = startBackend({ dataFolder, host: testHost({ openFolder: async () => null }) });
    const answered: string[] = [];
    const inputs: Partial<Record<ProcedureName, unknown>> = {
      'app.recover': { copy: null },
      'app.saveRescueFile': { suggestedName: 'x', text: 'x', document: '' },
    };
    for (const procedure of Object.keys(contract) as ProcedureName[]) {
      const outcome = await callAnything(client, procedure, inputs[procedure] ?? {}).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
      // Input is checked first, so a call with wrong input learns that and not the problem.
      if (outcome === 'VALIDATION_FAILED' || outcome === 'DATA_FOLDER_UNUSABLE') continue;
      answered.push(`${procedure}: ${outcome}`);
    }
    expect(answered.toSorted()).toEqual([
      'app.copies: ok',
      'app.doctor: ok',
      'app.openDataFolder: ok',
      'app.recover: FORBIDDEN',
      'app.retryOpen: ok',
      'app.saveRescueFile: HOST_CAPABILITY_MISSING',
      'app.status: ok',
      'backups.list: ok',
    ]);
    await expect(client.call('settings.get', {})).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
  });
});

describe('a rescue file', () => {
  const rescue = { suggestedName: '关于/停车的答复', text: '收悉。\n', document: '{"schema":"dafu.reply/1"}' };

  it('holds the text, and beside it the whole document, also while the store is not open', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'rescue.txt');
    const dataFolder = join(folder, 'data');
    writeFileSync(dataFolder, 'in the way');
    writeFileSync(`${path}.dafu.json`, 'of an earlier time');
    const asked: unknown[] = [];
    const host = testHost({ pickSaveFile: async (input) => (asked.push(input), path) });
    const { client } = startBackend({ dataFolder, host });
    expect(await client.runJob('app.saveRescueFile', rescue).done).toEqual({ saved: true });
    expect(asked).toMatchObject([{ purpose: 'rescue', suggestedName: '关于／停车的答复', extension: 'txt' }]);
    expect(readFileSync(path, 'utf8')).toBe('\ufeff收悉。\n');
    expect(readFileSync(`${path}.2.dafu.json`, 'utf8')).toBe(rescue.document);
    expect(readFileSync(`${path}.dafu.json`, 'utf8')).toBe('of an earlier time');
  });

  it('gives the whole draft back when its document is imported', async () => {
    const path = join(temporaryFolder(), 'rescue.txt');
    const host = testHost({ pickSaveFile: async () => path, pickFiles: async () => [`${path}.dafu.json`] });
    const { client } = startBackend({ host });
    const { documentId } = await client.call('documents.create', {
      templateId: 'test-template',
      caseFacts: { ...emptyCaseFacts(), title: '关于停车的提案', number: '0529', receivedOn: '2026-03-02' },
    });
    const lost = await client.call('documents.get', { documentId });
    const document = lost.body.replace('号。', '号。没有保存的话。');
    const { caseFacts } = lost;
    await client.runJob('app.saveRescueFile', { ...rescue, document, caseFacts }).done;

    const { imported, refused } = await client.runJob('imports.run', { from: 'picker' }).done;
    expect(refused).toEqual([]);
    const back = await client.call('documents.get', { documentId: imported[0]!.documentId });
    expect(back.caseFacts).toEqual(caseFacts);
    expect(plainText(parseReplyDocument(back.body))).toBe(plainText(parseReplyDocument(document)));
    expect(back.importReport).toMatchObject({ source: { format: 'json' }, changes: [], warnings: [] });
  });

  it('is not written when the person cancels, and a bad place is told', async () => {
    const places: (string | null)[] = [null, join(temporaryFolder(), 'gone', 'rescue.txt')];
    const { client } = startBackend({ host: testHost({ pickSaveFile: async () => places.shift()! }) });
    expect(await client.runJob('app.saveRescueFile', rescue).done).toEqual({ saved: false });
    const place = places[0]!;
    await expect(client.runJob('app.saveRescueFile', rescue).done).rejects.toMatchObject({
      code: 'PATH_UNAVAILABLE',
      details: { path: place, reason: 'ENOENT' },
    });
    expect(existsSync(place)).toBe(false);
  });
});
