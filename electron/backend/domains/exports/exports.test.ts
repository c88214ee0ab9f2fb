import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost, testResources } from '#backend/testing/backend.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';

function createDraft(client: Client, title: string) {
  const caseFacts = { ...emptyCaseFacts(), title, number: '0529' };
  return client.call('documents.create', { templateId: 'test-template', caseFacts });
}

/** A backend whose person always chooses `folder`. */
async function backendInto(folder: string, answers: Partial<HostServices> = {}) {
  const started = startBackend({ host: testHost({ pickFolder: async () => folder, ...answers }) });
  await started.client.runJob('exports.pickFolder', {}).done;
  return started;
}

const options = { formats: ['docx', 'txt'], namePattern: '{title}', overwrite: false, pdfStandard: 'none' } as const;
const exportOf = (documentIds: string[]) => ({ ...options, formats: [...options.formats], documentIds });

describe('an export', () => {
  it('needs a folder, which is remembered', async () => {
    const folder = temporaryFolder();
    const asked: unknown[] = [];
    const { client } = startBackend({
      host: testHost({ pickFolder: async ({ startAt }) => (asked.push(startAt), folder) }),
    });
    const { documentId } = await createDraft(client, '甲');
    expect(await client.call('exports.getFolder', {})).toEqual({ folder: null });
    await expect(client.runJob('exports.run', exportOf([documentId])).done).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { rule: 'exports.folderMissing' },
    });
    await client.runJob('exports.pickFolder', {}).done;
    await client.runJob('exports.pickFolder', {}).done;
    expect(asked).toEqual([null, folder]);
    expect(await client.call('exports.getFolder', {})).toEqual({ folder });
  });

  it('writes whole files under the planned names, with progress', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const ids = [(await createDraft(client, '甲')).documentId, (await createDraft(client, '甲')).documentId];
    const { documentIds, formats, namePattern } = exportOf(ids);
    const { files: planned } = await client.call('exports.plan', { documentIds, formats, namePattern });
    expect(planned.map(({ name, exists }) => [name, exists])).toEqual([
      ['关于对甲的答复.docx', false],
      ['关于对甲的答复.txt', false],
      ['关于对甲的答复（2）.docx', false],
      ['关于对甲的答复（2）.txt', false],
    ]);

    const steps: number[] = [];
    const job = client.runJob('exports.run', exportOf(ids), { onProgress: ({ done }) => steps.push(done) });
    const { files, failed } = await job.done;
    expect(failed).toEqual([]);
    expect(steps).toEqual([0, 1, 2, 3, 4]);
    expect(readdirSync(folder).toSorted()).toEqual(planned.map(({ name }) => name).toSorted());
    for (const { path, bytes } of files) expect(readFileSync(path)).toHaveLength(bytes);
    expect(Object.keys(unzipSync(readFileSync(files[0]!.path)))).toContain('word/document.xml');
    expect(readFileSync(files[1]!.path, 'utf8')).toBe('\ufeff关于对甲的答复\r\n收悉第0529号。\r\n');
  });

  it('is in the form of the unit unless it names another', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const unit = { ...defaultUnitSettings, fullName: '云州市民政局', form: 'red-head' } as const;
    await client.call('settings.saveUnit', { unit });
    const { documentId } = await createDraft(client, '甲');
    const written = async (form?: 'plain' | 'letter') => {
      const request = { ...exportOf([documentId]), overwrite: true, ...(form && { form }) };
      const { files, failed } = await client.runJob('exports.run', request).done;
      expect(failed).toEqual([]);
      return unzipSync(readFileSync(files.find(({ format }) => format === 'docx')!.path));
    };
    const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
    expect(text((await written())['word/document.xml'])).toContain('云州市民政局文件');
    const letter = await written('letter');
    expect(text(letter['word/document.xml'])).not.toContain('文件');
    const withIssuer = (parts: Record<string, Uint8Array>) =>
      Object.values(parts).filter((part) => text(part).includes('FF0000') && text(part).includes('云州市民政局'));
    expect(withIssuer(letter)).not.toEqual([]);
    const plain = await written('plain');
    expect(withIssuer(plain)).toEqual([]);
    expect(text(plain['word/document.xml'])).not.toContain('文件');
  });

  it('tells the place that is wrong in a broken form', async () => {
    const folder = temporaryFolder();
    const resources = testResources();
    const path = join(resources, 'forms', 'letter.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"top": 30', '"top": -1'));
    const { client } = startBackend({
      host: testHost({ pickFolder: async () => folder }),
      paths: { data: join(temporaryFolder(), 'data'), resources },
    });
    await client.runJob('exports.pickFolder', {}).done;
    const { documentId } = await createDraft(client, '甲');
    await expect(
      client.runJob('exports.run', { ...exportOf([documentId]), form: 'letter' }).done,
    ).rejects.toMatchObject({
      code: 'FORM_INVALID',
      details: { name: 'letter.json', issues: [expect.stringMatching(/^head\.issuer\.top: /)] },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing at all when one of its files exists, unless it may overwrite', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const { documentId } = await createDraft(client, '甲');
    const taken = join(folder, '关于对甲的答复.txt');
    writeFileSync(taken, 'mine');
    await expect(client.runJob('exports.run', exportOf([documentId])).done).rejects.toMatchObject({
      code: 'FILE_EXISTS',
      details: { path: taken },
    });
    expect(readdirSync(folder)).toEqual(['关于对甲的答复.txt']);
    expect(readFileSync(taken, 'utf8')).toBe('mine');

    await client.runJob('exports.run', { ...exportOf([documentId]), overwrite: true }).done;
    expect(readFileSync(taken, 'utf8')).toContain('0529');
  });

  it('says so when the folder has vanished or became a file', async () => {
    const folder = join(temporaryFolder(), 'target');
    mkdirSync(folder);
    const { client } = await backendInto(folder);
    const { documentId } = await createDraft(client, '甲');
    const run = () => client.runJob('exports.run', exportOf([documentId])).done;
    rmSync(folder, { recursive: true });
    await expect(run()).rejects.toMatchObject({
      code: 'PATH_UNAVAILABLE',
      details: { path: folder, reason: 'ENOENT' },
    });
    expect(existsSync(folder)).toBe(false);
    writeFileSync(folder, '');
    await expect(run()).rejects.toMatchObject({ code: 'PATH_UNAVAILABLE', details: { reason: 'ENOTDIR' } });
  });

  it('goes on when one file cannot be written, and tells which', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '关于对乙的答复.txt', 'occupied'), { recursive: true });
    const { client } = await backendInto(folder);
    const ids = [(await createDraft(client, '甲')).documentId, (await createDraft(client, '乙')).documentId];
    const { files, failed } = await client.runJob('exports.run', { ...exportOf(ids), overwrite: true }).done;
    expect(files).toHaveLength(3);
    expect(failed).toMatchObject([{ documentId: ids[1], format: 'txt', error: { code: 'PATH_UNAVAILABLE' } }]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('can be cancelled between files', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const ids = await Promise.all(
      ['甲', '乙', '丙'].map(async (title) => (await createDraft(client, title)).documentId),
    );
    const job = client.runJob('exports.run', exportOf(ids), { onProgress: ({ done }) => done === 2 && job.cancel() });
    await expect(job.done).rejects.toMatchObject({ code: 'CANCELLED' });
    const written = readdirSync(folder);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(6);
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('opens and shows only files it has written itself', async () => {
    const folder = temporaryFolder();
    const opened: string[] = [];
    const note = async ({ path }: { path: string }) => (opened.push(path), null);
    const { client } = await backendInto(folder, { openPath: note, revealFile: note });
    const { documentId } = await createDraft(client, '甲');
    const { files } = await client.runJob('exports.run', exportOf([documentId])).done;
    await client.runJob('exports.open', { fileId: files[0]!.fileId }).done;
    await client.runJob('exports.reveal', { fileId: files[1]!.fileId }).done;
    expect(opened).toEqual(files.map(({ path }) => path));
    await expect(client.runJob('exports.open', { fileId: '/etc/passwd' }).done).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('makes a PDF', async () => {
    const folder = temporaryFolder();
    const resources = join(import.meta.dirname, '../../../../resources');
    const { client } = startBackend({
      host: testHost({ pickFolder: async () => folder, pickFiles: async () => [letter] }),
      paths: { data: join(folder, 'data'), resources },
    });
    const letter = join(testResources(), 'letter.txt');
    writeFileSync(
      letter,
      '王二委员：\n您提出的《关于停车的提案》（第0529号）收悉，现答复如下：\n一、工作进展\n已办理。\n',
    );
    const { imported } = await client.runJob('imports.run', { from: 'picker' }).done;
    await client.runJob('exports.pickFolder', {}).done;
    const run = { ...exportOf([imported[0]!.documentId]), formats: ['pdf' as const], namePattern: 'x' };
    const { files, failed } = await client.runJob('exports.run', run).done;
    expect(failed).toEqual([]);
    expect(readFileSync(files[0]!.path).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});
