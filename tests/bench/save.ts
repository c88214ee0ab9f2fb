import path from 'node:path';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { edited, letterOf } from './letters.ts';
import { reportBudget } from './report.ts';
import { median, percentile, timeCalls } from './stats.ts';
import { inTemporaryFolder, storeWith } from './store.ts';

/** One autosave of a draft of 50,000 characters: validation, version and commit to disk. */
export async function benchSave(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const letter = letterOf(50_000);
    const store = await storeWith(letter, path.join(folder, 'data'));
    const { documentId } = store;
    let baseVersion = store.version;
    const samples = await timeCalls(50, 5, async (round) => {
      const body = stringifyReplyDocument({ ...edited(letter, round), id: documentId });
      ({ version: baseVersion } = await store.client.call('documents.save', { documentId, baseVersion, body }));
    });
    await store.stop();
    reportBudget('save of 50,000 characters', median(samples), 10, { p95: percentile(samples, 0.95) });
  });
}
