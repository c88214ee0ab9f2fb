import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder, testHost } from '#backend/testing/backend.ts';
import type { Input } from '#shared/contract/index.ts';
import { defaultPublicationOptions, type Decisions } from '#shared/document/redaction/finding.ts';
import { heading, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import type { Client } from '#shared/rpc/client.ts';
import { docxParts } from '../../../../tests/support/docx.ts';
import { missingRenderTools } from '../../../../tests/support/render.ts';

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));

/** Everything here is private, and no two pieces are alike. */
const secrets = {
  mobile: '13800138000',
  spaced: '139 0013 9000',
  memberMobile: '18600001111',
  address: '和平里小区3号楼2单元501室',
  id: '11010519491231002X',
  inTitle: '13700001234',
  inTable: '15000001234',
  inAttachment: '15100001234',
  marked: '赵某某',
  comment: '只给自己看的批注',
  deleted: '删去的一句',
};

function privateLetter(letter: ReplyDocument): ReplyDocument {
  return {
    ...letter,
    head: {
      ...letter.head,
      docNumber: { code: '云州民函', year: 2026, serial: 12 },
      category: 'A',
      signer: '陈立',
      disclosure: { kind: 'public' },
      title: [textRun(`关于停车问题（${secrets.inTitle}）的答复`)],
      salutation: [textRun('林知远委员：')],
    },
    sections: [
      section('opening', [paragraph('您提出的提案收悉，现答复如下：')]),
      section(
        'progress',
        [
          paragraph([
            textRun('林知远委员（1860000'),
            textRun('1111', { bold: true }),
            textRun(`，家住${secrets.address}）多次来电。`),
          ]),
          paragraph([
            textRun('经查，'),
            textRun('赵', { redact: true }),
            textRun('某某', { redact: true }),
            textRun('反映属实。'),
          ]),
          paragraph(`请拨打${secrets.spaced}或022-83602860。身份证号：${secrets.id}。`),
          table([
            ['姓名', '手机'],
            ['周可', secrets.inTable],
          ]),
        ],
        heading(1, '工作进展'),
      ),
      {
        ...section('attachment', [paragraph(`经办人周敏，手机：${secrets.inAttachment}。`)]),
        attachment: { itemId: 'a1' },
      },
    ],
    tail: {
      attachments: [{ id: 'a1', title: '联系名单' }],
      units: ['云州市民政局'],
      date: '2026-04-07',
      contacts: [{ name: '周敏', role: '联系人', phones: [secrets.mobile, '0999-0000000'] }],
      copyTo: ['市政府办公室'],
    },
  };
}

async function openDesk() {
  const folder = temporaryFolder();
  const data = join(temporaryFolder(), 'data');
  const { client } = startBackend({
    host: testHost({ pickFolder: async () => folder }),
    paths: { data, resources },
  });
  await client.runJob('exports.pickFolder', {}).done;
  const unit = { ...defaultUnitSettings, fullName: '云州市民政局', form: 'red-head' };
  await client.call('settings.saveUnit', { unit });
  const stored = async (change: (letter: ReplyDocument) => ReplyDocument, title = '关于停车的提案') => {
    const members = [{ name: '林知远', lead: true, collective: false }];
    const caseFacts = { ...emptyCaseFacts(), title, number: '0529', members };
    const [template] = await client.call('templates.list', {});
    const { documentId } = await client.call('documents.create', { templateId: template!.id, caseFacts });
    const { body, version } = await client.call('documents.get', { documentId });
    const document = change(parseReplyDocument(body));
    await client.call('documents.save', { documentId, baseVersion: version, body: stringifyReplyDocument(document) });
    return documentId;
  };
  return { client, folder, stored };
}

const request = (documentIds: string[], more: Partial<Input<'exports.run'>> = {}): Input<'exports.run'> => ({
  documentIds,
  formats: ['docx', 'pdf', 'html', 'txt'],
  namePattern: '{title}',
  overwrite: true,
  pdfStandard: 'none',
  ...more,
});

const publication = (decisions: Record<string, Decisions> = {}, options = defaultPublicationOptions) => ({
  publication: { options, decisions },
});

async function run(client: Client, input: Input<'exports.run'>) {
  return client.runJob('exports.run', input).done;
}

/** All a reader or a program can get out of each file, without white space. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const raw = textsOf(path, bytes);
      // With and without tags: in the first words may be split, in the second attributes are missing.
      const text = raw + raw.replaceAll(/<[^>]+>/g, '');
      return [name, text.replaceAll(/\s/g, '')];
    }),
  );
}

function textsOf(path: string, bytes: Buffer): string {
  if (path.endsWith('.docx')) return Object.values(docxParts(bytes)).join('');
  if (!path.endsWith('.pdf')) return bytes.toString('utf8');
  const read = (tool: string, ...options: string[]) => execFileSync(tool, options, { encoding: 'utf8', stdio: 'pipe' });
  return read('pdftotext', '-raw', path, '-') + read('pdfinfo', path) + bytes.toString('latin1');
}

const packed = (text: string) => text.replaceAll(/\s/g, '');
const missing = missingRenderTools(['pdftotext']);

describe('the public version', () => {
  it.skipIf(missing.length > 0)(
    'has nothing private in any of its files, nor in their names and properties',
    async () => {
      const { client, folder, stored } = await openDesk();
      const id = await stored(privateLetter, `关于停车问题（${secrets.inTitle}）的提案`);
      const { failed, redacted } = await run(client, request([id], publication()));
      expect(failed).toEqual([]);
      expect(readdirSync(folder).toSorted()).toEqual(
        ['docx', 'html', 'pdf', 'txt'].map((format) => `关于停车问题的答复（公开版）.${format}`),
      );
      const files = contents(folder);
      for (const [name, text] of Object.entries(files)) {
        for (const secret of Object.values(secrets)) expect(text, name).not.toContain(packed(secret));
        expect(text, name).toContain(packed('022-83602860'));
        expect(text, name).toContain('林知远委员多次来电。');
        expect(text, name).toContain('经查，××反映属实。');
        expect(text, name).toContain('联系电话：0999-0000000');
      }
      expect(redacted[0]?.redactions.map(({ finding, action }) => [finding.kind, action])).toEqual([
        ['mobile', 'remove'],
        ['memberContact', 'remove'],
        ['address', 'remove'],
        ['marked', 'mask'],
        ['mobile', 'mask'],
        ['idNumber', 'remove'],
        ['mobile', 'remove'],
        ['staffMobile', 'remove'],
        ['staffMobile', 'remove'],
      ]);
      // No red head, though the unit writes in one.
      expect(Object.values(files).join('')).not.toContain('云州市民政局文件');
    },
  );

  it.skipIf(missing.length > 0)('leaves the full version as it is', async () => {
    const { client, folder, stored } = await openDesk();
    const id = await stored(privateLetter);
    await run(client, request([id]));
    for (const [name, text] of Object.entries(contents(folder))) {
      for (const key of [
        'mobile',
        'spaced',
        'memberMobile',
        'address',
        'id',
        'inTitle',
        'inTable',
        'inAttachment',
        'marked',
      ] as const) {
        expect(text, `${name}: ${key}`).toContain(packed(secrets[key]));
      }
    }
  });

  it('follows the decisions, of which the list tells', async () => {
    const { client, folder, stored } = await openDesk();
    const id = await stored(privateLetter);
    const input = { documentIds: [id], review: 'accept' as const, options: defaultPublicationOptions };
    const { letters } = await client.call('exports.findPersonalData', input);
    const findings = letters[0]!.findings;
    const spaced = findings.find(({ text }) => text === secrets.spaced)!;
    const address = findings.find(({ kind }) => kind === 'address')!;
    expect(spaced).toMatchObject({ before: '请拨打', suggestion: 'mask', where: { part: 'block' } });
    const decisions = { [id]: { [spaced.id]: 'keep' as const, [address.id]: 'mask' as const } };
    const { redacted } = await run(client, request([id], { formats: ['txt'], ...publication(decisions) }));
    const [text] = Object.values(contents(folder));
    expect(text).toContain(`请拨打${packed(secrets.spaced)}或022`);
    expect(text).toContain('林知远委员（家住××）多次来电。');
    expect(
      redacted[0]?.redactions.filter(({ action }) => action === 'keep').map(({ finding }) => finding.text),
    ).toEqual([secrets.spaced]);
  });

  it('does not guess when what was to be kept is no longer there', async () => {
    const { client, folder, stored } = await openDesk();
    const id = await stored(privateLetter);
    const decisions = { [id]: { '0123456789abcd': 'keep' as const } };
    await expect(run(client, request([id], publication(decisions)))).rejects.toMatchObject({
      code: 'NOT_FOUND',
      details: { what: 'finding' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused for a letter that is withheld or classified, and the others are written', async () => {
    const { client, folder, stored } = await openDesk();
    const head = (change: Partial<ReplyDocument['head']>) => (letter: ReplyDocument) => ({
      ...letter,
      head: { ...letter.head, ...change },
    });
    const withheld = await stored(
      head({ title: [textRun('甲')], disclosure: { kind: 'withheld', reason: '涉及商业秘密' } }),
    );
    const secret = await stored(head({ title: [textRun('乙')], secrecy: '秘密★1年' }));
    const open = await stored(head({ title: [textRun('丙')], disclosure: { kind: 'on-request' } }));
    const ids = [withheld, secret, open];
    const { letters } = await client.call('exports.review', { documentIds: ids });
    expect(letters.map(({ disclosure, refusal }) => [disclosure, refusal])).toEqual([
      ['withheld', { why: 'withheld', reason: '涉及商业秘密' }],
      [letters[1]!.disclosure, { why: 'secret', reason: '秘密★1年' }],
      ['on-request', null],
    ]);
    const options = { documentIds: ids, formats: ['txt' as const], namePattern: '{title}' };
    const { files: planned } = await client.call('exports.plan', { ...options, ...publication() });
    expect(planned.map(({ name }) => name)).toEqual(['丙（公开版）.txt']);
    const { failed, files } = await run(client, request(ids, { formats: ['txt'], ...publication() }));
    expect(failed).toEqual([
      {
        documentId: withheld,
        format: 'txt',
        error: { code: 'PUBLICATION_REFUSED', details: { title: '甲', why: 'withheld', reason: '涉及商业秘密' } },
      },
      {
        documentId: secret,
        format: 'txt',
        error: { code: 'PUBLICATION_REFUSED', details: { title: '乙', why: 'secret', reason: '秘密★1年' } },
      },
    ]);
    expect(files).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['丙（公开版）.txt']);
    // They still go out in full.
    expect((await run(client, request(ids, { formats: ['txt'] }))).failed).toEqual([]);
  });
});

describe('an open review', () => {
  const marked = (letter: ReplyDocument): ReplyDocument => ({
    ...letter,
    head: { ...letter.head, title: [textRun('甲'), { text: '乙', ins: 'r1' }, { text: '丙', del: ['r2'] }] },
    sections: [
      section('other', [
        paragraph([
          { text: '留下', threads: ['t1'] },
          { text: secrets.deleted, del: ['r2'] },
        ]),
      ]),
    ],
    revisions: {
      r1: { author: '周敏', authorId: 'a', at: 1 },
      r2: { author: '周敏', authorId: 'a', at: 1 },
    },
    threads: {
      t1: {
        id: 't1',
        anchor: { type: 'text' },
        state: 'open',
        kind: 'question',
        severity: 'info',
        quote: '留下',
        messages: [{ id: 'm1', author: '周敏', at: 1, text: secrets.comment }],
      },
    },
  });

  it.each([
    ['the full version', {}],
    ['the public version', publication()],
  ])('keeps %s from being written until somebody says how to treat it', async (_name, version) => {
    const { client, folder, stored } = await openDesk();
    const id = await stored(marked);
    const counts = { insertions: 1, deletions: 2, formats: 0, others: 0, comments: 1 };
    const { letters } = await client.call('exports.review', { documentIds: [id] });
    expect(letters[0]).toMatchObject({ title: '甲乙', review: counts });
    const refused = await run(client, request([id], version));
    expect(refused).toMatchObject({
      files: [],
      failed: [{ error: { code: 'REVIEW_OPEN', details: { title: '甲乙', ...counts } } }],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(missing.length > 0)('goes out as accepted or rejected, without authors and comments', async () => {
    const { client, folder, stored } = await openDesk();
    const id = await stored(marked);
    const accepted = await run(client, request([id], { review: 'accept' }));
    expect(accepted.files.map(({ path }) => path.slice(folder.length + 1))).toEqual(
      ['docx', 'pdf', 'html', 'txt'].map((format) => `甲乙.${format}`),
    );
    const rejected = await run(client, request([id], { review: 'reject', ...publication() }));
    expect(rejected.files).toHaveLength(4);
    const files = contents(folder);
    for (const [name, text] of Object.entries(files)) {
      expect(text, name).not.toContain('周敏');
      expect(text, name).not.toContain(secrets.comment);
      expect(text.includes(secrets.deleted), name).toBe(name.startsWith('甲丙'));
    }
    expect(Object.keys(files)).toContain('甲丙（公开版）.txt');
  });
});
