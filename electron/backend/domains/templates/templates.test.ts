import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost, testTemplate } from '#backend/testing/backend.ts';
import { allBlockIds } from '#shared/document/walk.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { MAX_TEMPLATE_BYTES, parseTemplate } from '#backend/formats/template-file.ts';
import { createShippedTemplates } from '#backend/formats/shipped-templates.ts';

const shippedId = 'test-template';

describe('shipped templates', () => {
  it('can be copied, not changed, deleted or put back', async () => {
    const { client } = startBackend();
    const template = await client.call('templates.get', { templateId: shippedId });
    const forbidden = { code: 'FORBIDDEN', details: { rule: 'template.shipped' } };
    await expect(client.call('templates.save', { template })).rejects.toMatchObject(forbidden);
    await expect(client.call('templates.delete', { templateId: shippedId })).rejects.toMatchObject(forbidden);
    await expect(client.call('templates.restore', { templateId: shippedId })).rejects.toMatchObject(forbidden);

    const { templateId } = await client.call('templates.copy', { templateId: shippedId, name: '本局常用' });
    const copy = await client.call('templates.get', { templateId });
    expect(copy.name).toBe('本局常用');
    expect(allBlockIds(copy.document)).not.toContainEqual(expect.toBeOneOf(allBlockIds(template.document)));
    expect(await client.call('templates.list', {})).toMatchObject([
      { id: templateId, name: '本局常用', shipped: false },
      { id: shippedId, shipped: true },
    ]);
  });

  const folder = join(import.meta.dirname, '../../../../resources/templates');
  const isThere = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.json'));
  it.skipIf(!isThere)('of the app are valid and have ids of their own', () => {
    const templates = createShippedTemplates(folder).all();
    expect(templates.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['proposal', 'suggestion', 'opinion', 'collective', 'short']),
    );
    for (const { document } of templates) {
      const ids = allBlockIds(document);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('own templates', () => {
  it('are made from a draft, changed, deleted and put back', async () => {
    const { client } = startBackend();
    const caseFacts = emptyCaseFacts();
    const { documentId } = await client.call('documents.create', { templateId: shippedId, caseFacts });
    const changed: string[] = [];
    client.on('templates.changed', ({ templateIds }) => changed.push(...templateIds));
    const { templateId } = await client.call('templates.saveFromDocument', {
      documentId,
      name: '自用',
      description: '',
      kind: 'short',
    });
    const template = await client.call('templates.get', { templateId });
    const saved = await client.call('templates.save', { template: { ...template, name: '改名' } });
    expect(saved).toMatchObject({ id: templateId, name: '改名', shipped: false });
    expect(await client.call('templates.list', {})).toContainEqual(saved);
    expect((await client.call('templates.get', { templateId })).name).toBe('改名');

    await client.call('templates.delete', { templateId });
    await expect(client.call('templates.get', { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.call('templates.save', { template })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.call('templates.restore', { templateId });
    expect((await client.call('templates.get', { templateId })).name).toBe('改名');
    expect(changed).toEqual([templateId, templateId, templateId, templateId]);
  });

  it('that were deleted are forgotten at the next start', async () => {
    const first = startBackend();
    const { templateId } = await first.client.call('templates.copy', { templateId: shippedId, name: 'x' });
    await first.client.call('templates.delete', { templateId });
    await first.stop();
    const { client } = startBackend({ dataFolder: first.dataFolder });
    await expect(client.call('templates.restore', { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('go out as a file and come back in', async () => {
    const path = join(temporaryFolder(), '模板.dafu-template');
    const asked: unknown[] = [];
    const host = testHost({
      pickSaveFile: async (input) => (asked.push(input), path),
      pickFiles: async () => [path],
    });
    const { client } = startBackend({ host });
    expect(await client.runJob('templates.export', { templateId: shippedId }).done).toEqual({ saved: true });
    expect(asked).toEqual([
      { purpose: 'template', suggestedName: '测试模板', extension: 'dafu-template', startAt: null },
    ]);
    const { imported } = await client.runJob('templates.import', {}).done;
    const template = await client.call('templates.get', { templateId: imported! });
    expect(template).toMatchObject({ name: '测试模板', kind: 'proposal' });
    expect(template.id).not.toBe(shippedId);
  });

  it('are left alone when the person cancels', async () => {
    const { client } = startBackend({
      host: testHost({ pickFiles: async () => [], pickSaveFile: async () => null }),
    });
    expect(await client.runJob('templates.import', {}).done).toEqual({ imported: null });
    expect(await client.runJob('templates.export', { templateId: shippedId }).done).toEqual({ saved: false });
  });
});

describe('a file that is no template', () => {
  const template = testTemplate();
  it.each([
    ['text', 'hello', { code: 'IMPORT_UNSUPPORTED', details: { reason: 'not-json' } }],
    ['other JSON', '{"a":1}', { code: 'IMPORT_UNSUPPORTED', details: { reason: 'not-a-template' } }],
    ['null', 'null', { code: 'IMPORT_UNSUPPORTED', details: { reason: 'not-a-template' } }],
    ['a template without a name', JSON.stringify({ ...template, name: '' }), { code: 'IMPORT_UNSUPPORTED' }],
    ['a template of a later format', JSON.stringify({ ...template, schema: 'x/9' }), { code: 'IMPORT_UNSUPPORTED' }],
    [
      'a template nested without end',
      `{"schema":"dafu.template/1","document":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      { code: 'IMPORT_UNSUPPORTED', details: { reason: 'not-a-template' } },
    ],
    [
      'a template with a broken letter',
      JSON.stringify({ ...template, document: { ...template.document, sections: [] } }),
      { code: 'DOCUMENT_INVALID' },
    ],
    [
      'a template with a letter from the future',
      JSON.stringify({ ...template, document: { ...template.document, schema: 'dafu.reply/42' } }),
      { code: 'DOCUMENT_FROM_FUTURE' },
    ],
  ])('is refused: %s', async (_name, content, error) => {
    const path = join(temporaryFolder(), 'file.json');
    writeFileSync(path, content);
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    await expect(client.runJob('templates.import', {}).done).rejects.toMatchObject(error);
    expect(await client.call('templates.list', {})).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('is refused when it is too large, unread', async () => {
    const path = join(temporaryFolder(), 'large.json');
    writeFileSync(path, Buffer.alloc(MAX_TEMPLATE_BYTES + 1, 0x20));
    const { client } = startBackend({ host: testHost({ pickFiles: async () => [path] }) });
    await expect(client.runJob('templates.import', {}).done).rejects.toMatchObject({ code: 'IMPORT_TOO_LARGE' });
  });

  it('keeps what a later version put into it', () => {
    const later = { ...template, colour: 'red', document: { ...template.document, later: [1] } };
    expect(parseTemplate(JSON.stringify(later), 'x')).toEqual(later);
  });
});
