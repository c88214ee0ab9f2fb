import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createBackend } from '#backend/index.ts';
import { DATABASE_VERSION } from '#backend/db/migrations/index.ts';
import { silentLogger } from '#backend/log.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { strictAssert } from '#shared/lib/assert.ts';
import { newId } from '#shared/lib/ids.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { createMemoryChannel } from '#shared/rpc/memory-channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { fullLetter } from './letters.ts';
import { replyDocumentArbitrary } from './reply-arbitrary.ts';

/**
 * Writes `electron/backend/db/golden/desk-N.db`: a used desk with every kind of row, as this version makes it, and
 * letters with everything the model can hold. To be run once for each released version and never again:
 * `node tests/support/write-golden-desk.ts`.
 */
const root = join(import.meta.dirname, '../..');
const target = join(root, 'electron/backend/db/golden', `desk-${DATABASE_VERSION}.db`);
strictAssert(!existsSync(target), `${target} is there already`);

const data = mkdtempSync(join(tmpdir(), 'dafu-golden-'));
/** Days pass between one step and the next, so that versions are thinned and dates differ. */
let now = Date.UTC(2026, 2, 2, 1);
const backend = createBackend({
  clock: () => (now += 1000),
  ids: newId,
  paths: { data, resources: join(root, 'resources') },
  logger: silentLogger,
  // Letters come in as dropped files, the path as token.
  host: { takeDroppedFile: ({ token }) => Promise.resolve(token) } as Partial<HostServices> as HostServices,
  fontFolders: [],
  appVersion: '0.0.0',
  locale: 'zh-CN',
  isDev: true,
});
const nextDay = () => (now += 24 * 60 * 60 * 1000);
const [clientEnd, serverEnd] = createMemoryChannel<ClientMessage, ServerMessage>();
const client = createClient(clientEnd);
backend.connect(serverEnd);

const proposal: CaseFacts = {
  ...emptyCaseFacts(),
  body: '市政协',
  session: '十五届三次会议',
  number: '0529',
  title: '关于加强云岭老街停车管理的提案',
  members: [
    { name: '李一', lead: false, collective: false },
    { name: '王二', lead: true, collective: false },
  ],
  receivedOn: '2026-03-02',
};
const suggestion: CaseFacts = {
  ...emptyCaseFacts(),
  kind: 'suggestion',
  body: '市人大',
  session: '十六届二次会议',
  number: '68',
  title: '关于改造𠮷祥里老旧小区的建议',
  members: [{ name: '云津代表团', lead: true, collective: true }],
  role: 'host',
  coUnits: ['市财政局', '市自然资源和规划局'],
  receivedOn: '2026-03-05',
  dueOn: '2026-05-01',
};
const opinion: CaseFacts = {
  ...proposal,
  number: 'JY100012050700',
  title: '关于发展养老服务的提案',
  role: 'co',
  hostUnit: '市民政局',
};

async function create(caseFacts: CaseFacts, template = 0): Promise<string> {
  const shipped = (await client.call('templates.list', {})).filter((one) => one.shipped);
  nextDay();
  return (await client.call('documents.create', { templateId: shipped[template]!.id, caseFacts })).documentId;
}
async function write(documentId: string, change: (body: string) => string): Promise<void> {
  const { body, version } = await client.call('documents.get', { documentId });
  await client.call('documents.save', { documentId, baseVersion: version, body: change(body) });
}
const put = (documentId: string, letter: ReplyDocument) =>
  write(documentId, () => stringifyReplyDocument({ ...letter, id: documentId }));

await client.call('settings.saveProfile', { name: '张三' });
const profiles = await client.call('settings.listProfiles', {});
await client.call('settings.saveUnit', { unit: profiles[0]!.unit });
await client.call('settings.saveAppearance', {
  appearance: { language: 'zh-CN', colorScheme: 'dark', uiScale: 125, dimPaper: true },
});

// A draft with versions of every kind.
const parking = await create(proposal);
await put(parking, fullLetter());
await client.call('versions.name', { documentId: parking, name: '送审稿' });
for (let day = 0; day < 12; day += 1) {
  nextDay();
  await write(parking, (body) => body.replace('"title":[', `"title":[{"text":"第${day}稿"},`));
}
const versions = await client.call('versions.list', { documentId: parking });
await client.call('versions.restore', {
  documentId: parking,
  baseVersion: versions[0]!.version,
  version: versions.find(({ name }) => name === '送审稿')!.version,
});

// Letters with everything the model can hold, under cases of every kind; the last of them finished.
const letters = fc.sample(replyDocumentArbitrary, { seed: 20260302, numRuns: 24 });
for (const [index, letter] of letters.entries()) {
  const documentId = await create([proposal, suggestion, opinion, emptyCaseFacts()][index % 4]!, index % 5);
  await put(documentId, letter);
  if (index >= 18) await client.call('documents.setState', { documentIds: [documentId], state: 'finished' });
}

// What was imported, the first file twice, with a change taken back and a warning ticked off.
const folder = join(root, 'tests/support/invented-letters');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
for (const file of [files[0]!, ...files]) {
  nextDay();
  const { imported } = await client.runJob('imports.run', { from: 'tokens', tokens: [join(folder, file)] }).done;
  const { documentId } = imported[0]!;
  const { importReport } = await client.call('documents.get', { documentId });
  const change = importReport?.changes[0];
  if (change) await client.call('imports.markUndone', { documentId, changeIds: [change.id], isUndone: true });
  if (importReport?.warnings.length) {
    await client.call('imports.markChecked', { documentId, warning: 0, isChecked: true });
  }
}

// A copy, the trash, and a draft purged from it.
await client.call('documents.duplicate', { documentId: parking });
const [trashed, purged] = [await create(suggestion), await create(opinion)];
await client.call('documents.trash', { documentIds: [trashed, purged] });
await client.call('documents.purge', { documentIds: [purged] });

// Own templates, one of them deleted; an own form, used by the unit.
for (const name of ['本单位模板', '不用的模板']) {
  const input = { documentId: parking, name, description: '停车', kind: 'proposal' } as const;
  const { templateId } = await client.call('templates.saveFromDocument', input);
  if (name === '不用的模板') await client.call('templates.delete', { templateId });
}
const { formId } = await client.call('forms.copy', { formId: 'letter', name: '本单位信函' });
await client.call('settings.saveUnit', { unit: { ...profiles[0]!.unit, form: formId } });
await client.call('settings.saveWorkspace', { workspace: { route: { name: 'draft', documentId: parking } } });

const { name } = await client.runJob('backups.create', {}).done;
await backend.stop();
renameSync(join(data, 'backups', name), target);
rmSync(data, { recursive: true });
process.stdout.write(`${target}\n`);
