import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost, testResources } from '#backend/testing/backend.ts';
import { emptyCaseFacts, type CaseMember } from '#shared/domain/case.ts';
import type { Client } from '#shared/rpc/client.ts';

const member = (name: string, lead = false): CaseMember => ({ name, lead, collective: false });

function createDraft(client: Client, title: string, members: CaseMember[] = [member('林知远', true)]) {
  const caseFacts = { ...emptyCaseFacts(), title, number: '0529', members };
  return client.call('documents.create', { templateId: 'test-template', caseFacts });
}

/** Shipped data with what sets a PDF. */
function resourcesForPdf(): string {
  const resources = testResources();
  const typst = fileURLToPath(new URL('../../../../resources/typst/', import.meta.url));
  cpSync(typst, join(resources, 'typst'), { recursive: true });
  return resources;
}

async function backendInto(folder: string, host: Parameters<typeof testHost>[0] = {}) {
  const started = startBackend({
    host: testHost({ pickFolder: async () => folder, ...host }),
    paths: { data: join(temporaryFolder(), 'data'), resources: resourcesForPdf() },
  });
  await started.client.runJob('exports.pickFolder', {}).done;
  return started;
}

const print = { sender: { address: '', postcode: '' }, labelsUsed: 0, isPreprinted: false };
const runOf = (sheetId: string, documentIds: string[]) => ({
  sheetId,
  documentIds,
  formats: ['docx', 'pdf'] as ('docx' | 'pdf')[],
  overwrite: false,
  print,
});
const textOf = (path: string): string =>
  new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']).replaceAll(/<[^>]+>/g, '');

describe('sheets', () => {
  it('are listed with what the dialog must ask', async () => {
    const { client } = startBackend();
    const { sheets } = await client.call('sheets.list', {});
    const of = (id: string) => sheets.find((sheet) => sheet.id === id);
    expect(of('approval-slip')).toMatchObject({ for: 'letter', isAddressed: false, hasSender: false, labels: 0 });
    expect(of('opinion-form')).toMatchObject({ for: 'member', isAddressed: false, hasSender: true });
    expect(of('envelope-zl')).toMatchObject({
      for: 'member',
      isAddressed: true,
      hasSender: true,
      hasPreprinted: true,
      page: { width: 230, height: 120 },
    });
    expect(of('labels-24')).toMatchObject({ for: 'labels', isAddressed: true, labels: 24, hasPreprinted: false });
  });

  it('say what will be filled in and what stays blank', async () => {
    const { client } = startBackend();
    const { documentId } = await createDraft(client, '甲', [member('欧阳若川'), member('林知远', true)]);
    const { letters } = await client.call('sheets.fields', { sheetId: 'approval-slip', documentIds: [documentId] });
    const forms = await client.call('sheets.fields', { sheetId: 'opinion-form', documentIds: [documentId] });
    const fields = Object.fromEntries(letters[0]!.fields.map(({ name, value }) => [name, value]));
    expect(letters[0]).toMatchObject({
      title: '关于对甲的答复',
      members: [],
    });
    expect(forms.letters[0]!.members).toEqual([
      { name: '林知远', isLead: true },
      { name: '欧阳若川', isLead: false },
    ]);
    expect(fields).toMatchObject({
      标题: '关于对甲的答复',
      案号: '0529',
      文号: '',
      密级: '',
      委员: '林知远、欧阳若川',
    });
    expect(Object.keys(fields)).not.toContain('环节');
  });

  it('are written under the planned names and can be opened', async () => {
    const folder = temporaryFolder();
    const opened: string[] = [];
    const { client } = await backendInto(folder, { openPath: async ({ path }) => (opened.push(path), null) });
    const ids = [(await createDraft(client, '甲')).documentId, (await createDraft(client, '甲')).documentId];
    const { sheetId, documentIds, formats } = runOf('approval-slip', ids);
    const plan = await client.call('sheets.plan', { sheetId, documentIds, formats });
    expect(plan.files.map(({ name, exists }) => [name, exists])).toEqual([
      ['发文处理笺 关于对甲的答复.docx', false],
      ['发文处理笺 关于对甲的答复.pdf', false],
      ['发文处理笺 关于对甲的答复（2）.docx', false],
      ['发文处理笺 关于对甲的答复（2）.pdf', false],
    ]);
    const { files, failed, cut } = await client.runJob('sheets.run', runOf('approval-slip', ids)).done;
    expect([failed, cut]).toEqual([[], []]);
    expect(readdirSync(folder).toSorted()).toEqual(plan.files.map(({ name }) => name).toSorted());
    expect(files.map((file) => file.documentId)).toEqual([ids[0], ids[0], ids[1], ids[1]]);
    expect(readFileSync(files[1]!.path).subarray(0, 5).toString()).toBe('%PDF-');
    await client.runJob('exports.open', { fileId: files[0]!.fileId }).done;
    expect(opened).toEqual([files[0]!.path]);
  });

  it('write nothing when a file is there, unless they may', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const { documentId } = await createDraft(client, '甲');
    const taken = join(folder, '发文处理笺 关于对甲的答复.pdf');
    writeFileSync(taken, 'mine');
    const run = runOf('approval-slip', [documentId]);
    await expect(client.runJob('sheets.run', run).done).rejects.toMatchObject({
      code: 'FILE_EXISTS',
      details: { path: taken },
    });
    expect(readdirSync(folder)).toHaveLength(1);
    await client.runJob('sheets.run', { ...run, overwrite: true }).done;
    expect(readFileSync(taken, 'utf8')).not.toBe('mine');
  });

  it('need a folder', async () => {
    const { client } = startBackend();
    const { documentId } = await createDraft(client, '甲');
    await expect(client.runJob('sheets.run', runOf('approval-slip', [documentId])).done).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('put all members of all letters on labels, with what was typed', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const first = await createDraft(client, '甲', [member('欧阳若川'), member('林知远', true)]);
    const second = await createDraft(client, '乙', [member('何川', true)]);
    const ids = [first.documentId, second.documentId];
    const labels = { ...runOf('labels-24', ids), formats: ['docx' as const] };
    const { files } = await client.runJob('sheets.run', labels).done;
    expect(files.map(({ path }) => path)).toEqual([join(folder, '标签 A4 3×8（70×37） 2件.docx')]);
    expect(textOf(files[0]!.path)).toMatch(/林知远　委员　收.*欧阳若川　委员　收.*何川　委员　收/);
    const recipients = [{ documentId: ids[1]!, name: '何川', address: '云州市青云路1号', postcode: '999001' }];
    const typed = await client.runJob('sheets.run', { ...labels, overwrite: true, print: { ...print, recipients } })
      .done;
    expect(textOf(typed.files[0]!.path)).toContain('999001云州市青云路1号何川　委员　收');
    expect(textOf(typed.files[0]!.path)).not.toContain('林知远');
  });

  it('carry nothing of the member but name and address outside', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const { documentId } = await createDraft(client, '关于养老的提案');
    for (const sheetId of ['envelope-dl', 'envelope-zl', 'envelope-c5', 'labels-24', 'labels-14']) {
      const { files } = await client.runJob('sheets.run', { ...runOf(sheetId, [documentId]), formats: ['docx'] }).done;
      expect(textOf(files[0]!.path).replaceAll(/\s/g, '')).toBe(
        sheetId.startsWith('labels') ? '林知远委员收' : '林知远委员收邮政编码',
      );
    }
  });

  it('go to the host unit where the letter is a 会办 opinion, and the form to the member all the same', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const caseFacts = {
      ...emptyCaseFacts(),
      title: '甲',
      role: 'co' as const,
      hostUnit: '云州市财政局',
      members: [member('林知远', true)],
    };
    const { documentId } = await client.call('documents.create', { templateId: 'test-template', caseFacts });
    const envelope = { ...runOf('envelope-zl', [documentId]), formats: ['docx' as const] };
    const { files } = await client.runJob('sheets.run', envelope).done;
    expect(textOf(files[0]!.path)).toContain('云州市财政局　收');
    expect(textOf(files[0]!.path)).not.toContain('林知远');
    const { letters } = await client.call('sheets.fields', { sheetId: 'opinion-form', documentIds: [documentId] });
    expect(letters[0]!.members).toEqual([{ name: '林知远', isLead: true }]);
  });

  it('make a blank form where no member is known, and go to the lead alone where several are', async () => {
    const folder = temporaryFolder();
    const { client } = await backendInto(folder);
    const nobody = await createDraft(client, '甲', []);
    const two = await createDraft(client, '乙', [member('欧阳若川'), member('林知远', true)]);
    const run = { ...runOf('opinion-form', [nobody.documentId, two.documentId]), formats: ['docx' as const] };
    const { files } = await client.runJob('sheets.run', run).done;
    expect(textOf(files[0]!.path)).toContain('政协提案办理情况征询意见表委员姓名案　　号第0529号');
    expect(textOf(files[1]!.path)).toContain('委员姓名林知远');
    expect(textOf(files[1]!.path)).not.toContain('欧阳若川');
  });

  it('are copied into the data folder to be changed, once, and shown there', async () => {
    const shown: string[] = [];
    const dataFolder = join(temporaryFolder(), 'data');
    const { client } = startBackend({
      dataFolder,
      host: testHost({ revealFile: async ({ path }) => (shown.push(path), null) }),
    });
    const { path } = await client.runJob('sheets.copy', { sheetId: 'approval-slip' }).done;
    expect(path).toBe(join(dataFolder, 'sheets', 'approval-slip-own.json'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('发文处理笺（本单位）', '发文审批单'));
    await client.runJob('sheets.copy', { sheetId: 'approval-slip' }).done;
    expect(shown).toEqual([path, path]);
    const { sheets } = await client.call('sheets.list', {});
    expect(sheets[0]).toMatchObject({ id: 'approval-slip-own', name: '发文审批单', isOwn: true });
    writeFileSync(path, '{}');
    const { broken } = await client.call('sheets.list', {});
    expect(broken).toEqual([{ name: 'approval-slip-own.json', issues: expect.arrayContaining([]) as unknown }]);
  });

  it('stay in reach beside what cannot be read as a file, which is named', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const { client } = startBackend({ dataFolder });
    const { sheets: shipped } = await client.call('sheets.list', {});
    const own = join(dataFolder, 'sheets');
    mkdirSync(join(own, 'folder.json'), { recursive: true });
    symlinkSync(join(own, 'nowhere'), join(own, 'dangling.json'));
    writeFileSync(join(own, 'large.json'), Buffer.alloc(1_000_001, 0x20));
    const { sheets, broken } = await client.call('sheets.list', {});
    expect(sheets).toEqual(shipped);
    expect(broken.map(({ name }) => name)).toEqual(['dangling.json', 'folder.json', 'large.json']);
  });

  it('tell the place that is wrong in a broken one', async () => {
    const folder = temporaryFolder();
    const resources = testResources();
    const path = join(resources, 'sheets', '1-approval-slip.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"height": 9', '"height": -9'));
    const { client } = startBackend({
      host: testHost({ pickFolder: async () => folder }),
      paths: { data: join(temporaryFolder(), 'data'), resources },
    });
    expect(existsSync(path)).toBe(true);
    await expect(client.call('sheets.list', {})).rejects.toMatchObject({
      code: 'SHEET_INVALID',
      details: { name: '1-approval-slip.json', issues: [expect.stringMatching(/^blocks\.1\.rows\.0\.height: /)] },
    });
  });
});
