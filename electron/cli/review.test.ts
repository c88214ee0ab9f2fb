import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBackend, temporaryFolder } from '#backend/testing/backend.ts';
import { emptyReplyDocument, paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { cliShell } from '../../tests/support/cli-shell.ts';

const base = emptyReplyDocument();
/** Two people suggested: 王芳 other words, 李伟 a new paragraph and another note. */
const reviewed: ReplyDocument = {
  ...base,
  sections: [
    section('progress', [
      paragraph([{ text: '已' }, { text: '全部', del: ['r1'] }, { text: '基本', ins: 'r1' }, { text: '完成。' }]),
      { ...paragraph([{ text: '新增一段。', ins: 'r2' }]), mark: { ins: 'r2' } },
      paragraph('末段。'),
    ]),
  ],
  tail: { ...base.tail, note: '乙', changes: [{ field: 'note', revision: 'r3', before: '甲', after: '乙' }] },
  revisions: {
    r1: { author: '王芳', authorId: 'p1', at: 1 },
    r2: { author: '李伟', authorId: 'p2', at: 2 },
    r3: { author: '李伟', authorId: 'p2', at: 3 },
  },
  threads: {
    t1: {
      id: 't1',
      anchor: { type: 'revision', id: 'r1' },
      state: 'open',
      kind: 'question',
      severity: 'warning',
      quote: '全部',
      messages: [{ id: 'm1', author: '王芳', at: 4, text: '请核实' }],
    },
  },
};

/** A data folder with the reviewed letter as a draft. */
async function desk() {
  const { data, dafu } = cliShell({ 'letter.json': stringifyReplyDocument(reviewed) });
  const imported = await dafu('import', 'letter.json');
  return { data, dafu, id: imported.out.split('\t')[0]! };
}

describe('dafu review', () => {
  it('lists changes and comments of a draft or file in reading order', async () => {
    const { dafu, id } = await desk();
    const { code, out } = await dafu('review', id);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      'r1\t未处理\t王芳\t替换\t工作进展（第1部分），第1段\t全部\t基本',
      't1\t未处理\t王芳\t疑问 建议\t工作进展（第1部分），第1段\t全部\t请核实',
      'r2\t未处理\t李伟\t插入\t工作进展（第1部分），第2段\t\t新增一段。¶',
      'r3\t未处理\t李伟\t改动\t附注\t甲\t乙',
    ]);
    expect((await dafu('review', 'letter.json', '--lang', 'en')).out).toContain('r3\topen\t李伟\tchange\tnote\t甲\t乙');
    expect(JSON.parse((await dafu('review', id, '--json')).out)).toMatchObject({
      items: [
        { type: 'change', revision: 'r1', words: { before: '全部', after: '基本' } },
        { type: 'thread', id: 't1', state: 'open' },
        { revision: 'r2', author: '李伟', kind: 'insertion' },
        { revision: 'r3', place: { field: 'tail.note' } },
      ],
    });
  });
});

it('dafu show tells the letter with its changes taken, refused, or marked', async () => {
  const { dafu, id } = await desk();
  const shown = async (...more: string[]) => (await dafu('show', id, ...more)).out;
  expect(await shown()).toContain('已基本完成。\n新增一段。\n末段。\n（乙）');
  expect(await shown('--review', 'rejected')).toContain('已全部完成。\n末段。\n（甲）');
  const marks = await shown('--review', 'marks');
  expect(marks).toContain('已[-全部-]{+基本+}完成。\n{+新增一段。¶+}\n末段。');
  expect(marks).toContain('r3\t未处理');
  expect(JSON.parse(await shown('--as', 'json'))).toMatchObject({ document: { revisions: { r1: {} } } });
  expect(JSON.parse(await shown('--as', 'json', '--review', 'rejected'))).toMatchObject({
    document: { revisions: {}, tail: { note: '甲' } },
  });
});

describe('dafu decide', () => {
  it('stores what was decided as a new version, and closes the comment on it', async () => {
    const { dafu, id } = await desk();
    const decided = await dafu(
      'decide',
      id,
      '--accept',
      'all',
      '--author',
      '李伟',
      '--reject',
      'r1',
      '--reason',
      '已核实',
      '--json',
    );
    expect(decided.code).toBe(0);
    expect(JSON.parse(decided.out)).toMatchObject({
      version: 2,
      entries: [
        { revision: 'r1', decision: 'rejected', reason: '已核实', threads: ['t1'] },
        { revision: 'r2', decision: 'accepted' },
        { revision: 'r3', decision: 'accepted' },
      ],
      unapplied: [],
    });
    expect((await dafu('show', id, '--review', 'marks')).out).toContain('已全部完成。\n新增一段。\n末段。\n（乙）');
    expect((await dafu('review', id)).out).toBe('t1\t已解决\t王芳\t疑问 建议\t（所批注的内容已不在）\t全部\t请核实\n');
  });

  it('applies what it can and tells, with 3, what it cannot', async () => {
    const { dafu, id } = await desk();
    const { code, out, err } = await dafu('decide', id, '--accept', 'gone', 'r2');
    expect([code, err]).toEqual([3, '没有“gone”这处修订。\n']);
    expect(out).toBe('r2\t已接受\t李伟\t插入\t工作进展（第1部分），第2段\t\t新增一段。¶\n');
    expect((await dafu('decide', id, '--accept', 'gone')).code).toBe(3);
    expect(JSON.parse((await dafu('show', id, '--json')).out)).toMatchObject({ version: 2 });
  });

  it('refuses a finished draft, changes named twice or not at all, and makes no data folder', async () => {
    const { data, dafu, id } = await desk();
    expect((await dafu('decide', id)).code).toBe(2);
    expect((await dafu('decide', id, '--accept', 'r1', '--reject', 'r1')).code).toBe(2);
    expect((await dafu('decide', id, '--accept', 'r1', '--data', 'misspelt')).err).toContain('DATA_FOLDER_UNUSABLE');
    const { client, stop } = startBackend({ dataFolder: data });
    await client.call('documents.setState', { documentIds: [id], state: 'finished' });
    await stop();
    const refused = await dafu('decide', id, '--accept', 'all');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('稿件已办结');
    expect(JSON.parse((await dafu('show', id, '--json')).out)).toMatchObject({ version: 1, state: 'finished' });
  });
});

it('struck words are dead for facts, title and file name, before anything is decided', async () => {
  const { dafu } = await desk();
  const title = [{ text: '关于老街' }, { text: '全面', del: ['r1'] }, { text: '停车的答复' }];
  const struck = { ...reviewed, head: { ...reviewed.head, title } };
  const path = join(temporaryFolder(), 'struck.json');
  writeFileSync(path, stringifyReplyDocument(struck));
  const facts = await dafu('facts', path);
  expect(JSON.parse(facts.out)).toMatchObject({ title: '关于老街停车的答复' });
  expect(facts.out).not.toMatch(/全面|全部/);
  const [id] = (await dafu('import', path)).out.split('\t');
  expect((await dafu('list')).out).toContain('关于老街停车的答复');
  const out = temporaryFolder();
  const exported = await dafu('export', id!, '--to', 'txt', '--out', out, '--name', '{title}', '--review', 'accept');
  expect(exported.out).toBe(`${join(out, '关于老街停车的答复.txt')}\n`);
});
