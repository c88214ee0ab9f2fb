import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBackend, temporaryFolder } from '#backend/testing/backend.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { letterOf } from '../../../../tests/bench/letters.ts';
import { optionsOfForm } from '../../../../tests/support/letters.ts';
import { createPreviewThread } from './preview-thread.ts';

const resourcesFolder = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const wish = { known: { epoch: '', count: 0 }, knownPages: [], wanted: { first: 0, last: 0 } };
const letter = { document: letterOf(1000), ...optionsOfForm('letter') };

function startThread(folder: string) {
  const thread = createPreviewThread({ resourcesFolder: folder, fontFolders: [] });
  onTestFinished(() => thread.close());
  return thread;
}

describe('the preview thread', () => {
  it('lets a save pass a long letter that is being drawn', async () => {
    const { client } = startBackend({ paths: { data: join(temporaryFolder(), 'data'), resources: resourcesFolder } });
    const { documentId } = await client.call('documents.create', {
      templateId: 'shipped-short',
      caseFacts: emptyCaseFacts(),
    });
    const { version, body } = await client.call('documents.get', { documentId });
    const order: string[] = [];
    const drawing = client
      .call('preview.render', { body: stringifyReplyDocument(letterOf(40_000)), ...wish })
      .then(() => order.push('drawn'));
    await client.call('documents.save', { documentId, baseVersion: version, body });
    order.push('saved');
    await drawing;
    expect(order).toEqual(['saved', 'drawn']);
  });

  it('tells of a letter it cannot draw, and draws the next one', async () => {
    const thread = startThread(resourcesFolder);
    await expect(thread.run('render', { letter: { ...letter, document: '{}' }, wish })).rejects.toMatchObject({
      code: 'DOCUMENT_INVALID',
    });
    expect((await thread.run('render', { letter, wish })).facts.pages).toBeGreaterThan(1);
  });

  it('fails with the reason where what is shipped is missing', async () => {
    const thread = startThread(temporaryFolder());
    await expect(thread.run('render', { letter, wish })).rejects.toMatchObject({ code: 'EXPORT_FAILED' });
  });

  it('cancels what waits when it is closed, and draws nothing more', async () => {
    const thread = startThread(resourcesFolder);
    const waiting = expect(thread.run('render', { letter, wish })).rejects.toMatchObject({ code: 'CANCELLED' });
    await thread.close();
    await waiting;
    await expect(thread.run('render', { letter, wish })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
