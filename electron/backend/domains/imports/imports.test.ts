import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';

const letter = (number: string) =>
  `王二委员：\n您提出的《关于加强云岭老街停车管理的提案》（第${number}号）收悉，现答复如下：\n一、工作进展\n已增设车位120个.\n感谢您的关心和支持。\n云津市交通运输局\n2026年4月17日\n`;
const listAll = { search: '', state: 'all', sort: 'caseNumber', direction: 'asc' } as const;

function files(contents: Record<string, string | Uint8Array>): string[] {
  const folder = temporaryFolder();
  return Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}

describe('an import', () => {
  it('of pasted text makes a draft with its case and what the import did', async () => {
    const { client } = startBackend();
    const { imported, refused } = await client.runJob('imports.run', { from: 'text', text: letter('0529') }).done;
    expect(refused).toEqual([]);
    const { documentId } = imported[0]!;
    const draft = await client.call('documents.get', { documentId });
    expect(draft.caseFacts).toMatchObject({ title: '关于加强云岭老街停车管理的提案', number: '0529' });
    expect(plainText(parseReplyDocument(draft.body))).toContain('一、工作进展');
    expect(draft.importReport).toMatchObject({ source: { format: 'paste-text' }, undone: [] });
    expect(await client.call('versions.list', { documentId })).toMatchObject([{ version: 1, kind: 'imported' }]);
  });

  it('of several files takes the good ones and tells why the others were refused', async () => {
    const paths = files({
      'a.txt': letter('1'),
      'empty.txt': '',
      'binary.txt': Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256),
      'b.txt': letter('2'),
    });
    mkdirSync(`${paths[0]}.folder`);
    const host = testHost({ pickFiles: async () => [...paths, `${paths[0]}.folder`, '/no/such/file.txt'] });
    const { client } = startBackend({ host });
    const labels: string[] = [];
    const job = client.runJob('imports.run', { from: 'picker' }, { onProgress: ({ label }) => labels.push(label) });
    const { imported, refused } = await job.done;
    expect(imported.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(refused).toMatchObject([
      { name: 'empty.txt', error: { code: 'IMPORT_UNSUPPORTED' } },
      { name: 'binary.txt', error: { code: 'IMPORT_UNSUPPORTED' } },
      { name: 'a.txt.folder', error: { code: 'PATH_UNAVAILABLE' } },
      { name: 'file.txt', error: { code: 'PATH_UNAVAILABLE', details: { reason: 'ENOENT' } } },
    ]);
    expect(labels).toEqual(['a.txt', 'empty.txt', 'binary.txt', 'b.txt', 'a.txt.folder', 'file.txt', '']);
    expect(await client.call('documents.list', listAll)).toHaveLength(2);
  });

  it('tells that a file was imported before, while its draft is there', async () => {
    const paths = files({ 'a.txt': letter('1'), 'b.txt': letter('2') });
    const host = testHost({ pickFiles: async () => paths });
    const { client } = startBackend({ host });
    const run = async () => (await client.runJob('imports.run', { from: 'picker' }).done).imported;
    const [first, other] = await run();
    expect([first, other]).toMatchObject([{ isAgain: false }, { isAgain: false }]);
    expect(await client.call('imports.sameFile', { documentId: first!.documentId })).toEqual({ drafts: [] });
    // The name does not matter, what stands in the file does.
    writeFileSync(paths[1]!, letter('3'));
    const [again, changed] = await run();
    expect([again, changed]).toMatchObject([{ isAgain: true }, { isAgain: false }]);
    expect(await client.call('imports.sameFile', { documentId: again!.documentId })).toMatchObject({
      drafts: [{ documentId: first!.documentId }],
    });
    await client.call('documents.trash', { documentIds: [first!.documentId] });
    expect(await client.call('imports.sameFile', { documentId: again!.documentId })).toEqual({ drafts: [] });
    const pasted = await client.runJob('imports.run', { from: 'text', text: letter('1') }).done;
    expect(pasted.imported).toMatchObject([{ isAgain: false }]);
  });

  it('takes dropped files by their tokens', async () => {
    const [path] = files({ 'dropped.txt': letter('7') });
    const takeDroppedFile = async ({ token }: { token: string }) => {
      if (token !== 'good') throw new DafuError('NOT_FOUND', { what: 'droppedFile', id: token });
      return path!;
    };
    const { client } = startBackend({ host: testHost({ takeDroppedFile }) });
    const run = (tokens: string[]) => client.runJob('imports.run', { from: 'tokens', tokens }).done;
    expect((await run(['good'])).imported).toMatchObject([{ name: 'dropped.txt' }]);
    await expect(run(['/etc/passwd'])).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be cancelled between files and keeps what it has', async () => {
    const paths = files(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, letter('1')])));
    const { client } = startBackend({ host: testHost({ pickFiles: async () => paths }) });
    const job = client.runJob(
      'imports.run',
      { from: 'picker' },
      { onProgress: ({ done }) => done === 3 && job.cancel() },
    );
    await expect(job.done).rejects.toMatchObject({ code: 'CANCELLED' });
    const kept = await client.call('documents.list', listAll);
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(20);
  });

  it('lets saves through while it reads a letter of four million characters', { timeout: 90_000 }, async () => {
    const { client } = startBackend({ importLimits: { timeLimitMs: 80_000 } });
    const { documentId } = (await client.runJob('imports.run', { from: 'text', text: letter('1') }).done).imported[0]!;
    const opened = await client.call('documents.get', { documentId });
    const line = '我局高度重视您提出的建议,会同有关部门认真研究,在老旧小区增设车位120个,方便群众出行。\n';
    const text = letter('2') + line.repeat(4_000_000 / line.length);
    let isReading = true;
    const reading = client.runJob('imports.run', { from: 'text', text }).done.finally(() => (isReading = false));
    let saves = 0;
    for (let baseVersion = opened.version; isReading; saves += 1) {
      const body = opened.body.replace('120个', `${baseVersion}个`);
      ({ version: baseVersion } = await client.call('documents.save', { documentId, baseVersion, body }));
      await setTimeout(20);
    }
    expect((await reading).imported).toHaveLength(1);
    // A save that waited for the reading would be the only one.
    expect(saves).toBeGreaterThan(10);
  });

  it('of nothing does nothing', async () => {
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [] }) });
    expect(await client.runJob('imports.run', { from: 'picker' }).done).toEqual({ imported: [], refused: [] });
    const { imported, refused } = await client.runJob('imports.run', { from: 'text', text: '  \n' }).done;
    expect([imported, refused]).toMatchObject([[], [{ error: { code: 'IMPORT_UNSUPPORTED' } }]]);
  });

  it('notes which of its changes were taken back', async () => {
    const { client } = startBackend();
    const { imported } = await client.runJob('imports.run', { from: 'text', text: letter('0529') }).done;
    const { documentId } = imported[0]!;
    const { importReport } = await client.call('documents.get', { documentId });
    const changeIds = importReport!.changes.map(({ id }) => id);
    expect(changeIds.length).toBeGreaterThan(0);
    const undone = async () => (await client.call('documents.get', { documentId })).importReport!.undone;
    await client.call('imports.markUndone', { documentId, changeIds, isUndone: true });
    await client.call('imports.markUndone', { documentId, changeIds, isUndone: true });
    expect(await undone()).toEqual(changeIds);
    const [first, ...others] = changeIds;
    await client.call('imports.markUndone', { documentId, changeIds: [first!], isUndone: false });
    expect(await undone()).toEqual(others);
    await expect(
      client.call('imports.markUndone', { documentId, changeIds: ['no-such-change'], isUndone: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', details: { what: 'importChange' } });
  });

  it('reads the case out of a text without storing anything', async () => {
    const { client } = startBackend();
    expect(await client.call('imports.readCase', { text: letter('温36') })).toMatchObject({
      caseFacts: { number: '温36', title: '关于加强云岭老街停车管理的提案' },
    });
    expect(await client.call('documents.list', listAll)).toEqual([]);
  });

  const samples = join(import.meta.dirname, '../../../../resources/samples');
  const hasSample = existsSync(samples) && readdirSync(samples).some((name) => name.endsWith('.txt'));
  it.skipIf(!hasSample)('brings in the sample letter of the app', async () => {
    const resources = join(samples, '..');
    const { client } = startBackend({ paths: { data: join(temporaryFolder(), 'data'), resources } });
    const { imported, refused } = await client.runJob('imports.run', { from: 'sample' }).done;
    expect([imported.length, refused]).toEqual([1, []]);
  });
});
