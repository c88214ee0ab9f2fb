import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paragraph, section, textRun } from '#shared/document/create.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { fullLetter } from '../../tests/support/letters.ts';
import { docxParts } from '../../tests/support/docx.ts';
import { cliShell } from '../../tests/support/cli-shell.ts';

const letter = `关于市政协六届五次会议第0529号提案的答复
王二委员：
您提出的《关于加强云岭老街停车管理的提案》（第0529号）收悉，现答复如下：
一、工作进展
王二委员（13800138000）反映的车位已增设120个，可致电13900139000查询。
感谢您的关心和支持。
云津市交通运输局
2026年4月17日
联系人：周敏，联系电话：022-83602860
`;

function shell() {
  const { cwd, dafu } = cliShell({ 'letter.txt': letter });
  const read = (name: string) => readFileSync(join(cwd, 'out', name), 'utf8');
  return { cwd, dafu, read };
}

const publish = ['export', 'letter.txt', '--public', '--to', 'txt', '--out', 'out'];

describe('dafu export --public', () => {
  it('takes personal data out and lists it with the ids to keep it by', async () => {
    const { dafu, read } = shell();
    const first = await dafu(...publish);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/letter（公开版）\.txt\n$/);
    expect(first.err).toContain('还没有确定公开属性');
    expect(first.err).toContain('去掉：代表委员手机 王二委员（【13800138000】）反映的车位');
    const text = read('letter（公开版）.txt');
    expect(text).toContain('王二委员反映的车位已增设120个，可致电××查询。');
    expect(text).toContain('022-83602860');

    const id = /换成××：.*\[([\da-f]{14})\]/.exec(first.err)?.[1] ?? '';
    const second = await dafu(...publish, '--force', '--keep', id);
    expect(second.err).toContain('保留：手机号码');
    expect(read('letter（公开版）.txt')).toContain('可致电13900139000查询');

    const third = await dafu(...publish, '--force', '--without', 'contacts', '--json');
    const { redacted } = JSON.parse(third.out) as { redacted: { source: string; redactions: unknown[] }[] };
    expect(redacted).toMatchObject([
      {
        source: 'letter.txt',
        redactions: [
          { action: 'remove', finding: { kind: 'memberContact', text: '13800138000' } },
          { action: 'mask', finding: { id, kind: 'mobile', text: '13900139000' } },
        ],
      },
    ]);
    expect(third.err).toBe('');
    expect(read('letter（公开版）.txt')).not.toContain('周敏');
  });

  it('writes nothing when an id to keep is in no letter', async () => {
    const { cwd, dafu } = shell();
    const { code, err } = await dafu(...publish, '--keep', '00000000000000');
    expect(code).toBe(1);
    expect(err).toContain('NOT_FOUND');
    expect(readdirSync(cwd)).not.toContain('out');
  });

  it('does not take the name of a file that has a number in it', async () => {
    const { cwd, dafu } = shell();
    writeFileSync(join(cwd, '王二13800138000.txt'), letter);
    await dafu('export', '王二13800138000.txt', '--public', '--to', 'txt,html', '--out', 'out');
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(
      ['html', 'txt'].map((format) => `关于市政协六届五次会议第0529号提案的答复（公开版）.${format}`),
    );
  });

  it('refuses a letter that is withheld, with 3, and writes the others', async () => {
    const { cwd, dafu } = shell();
    const withheld = {
      ...fullLetter(),
      head: { ...fullLetter().head, disclosure: { kind: 'withheld', reason: '涉及商业秘密' } },
    };
    writeFileSync(join(cwd, 'withheld.json'), stringifyReplyDocument(withheld as ReturnType<typeof fullLetter>));
    const { code, err, out } = await dafu('export', 'withheld.json', ...publish.slice(1));
    expect(code).toBe(3);
    expect(err).toContain('不能生成网页公开版');
    expect(err).toContain('涉及商业秘密');
    expect(out).toMatch(/letter（公开版）\.txt\n$/);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['letter（公开版）.txt']);
    expect((await dafu('export', 'withheld.json', '--to', 'txt', '--out', 'out')).code).toBe(0);
  });

  it('refuses a letter under review, with 3, unless told how to treat it', async () => {
    const { cwd, dafu, read } = shell();
    const reviewed = {
      ...fullLetter(),
      sections: [
        section('other', [paragraph([textRun('原文'), { text: '补充', ins: 'r1' }, { text: '删去', del: ['r1'] }])]),
      ],
      revisions: { r1: { author: '吴越', authorId: 'a', at: 1 } },
    };
    writeFileSync(join(cwd, 'reviewed.json'), stringifyReplyDocument(reviewed));
    const run = (...more: string[]) =>
      dafu('export', 'reviewed.json', '--to', 'txt,docx', '--out', 'out', '--force', ...more);
    const refused = await run();
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('插入 1 处，删除 1 处，格式 0 处，其他 0 处，批注 0 条。');
    expect(refused.err).toContain('--review accept');
    expect(readdirSync(cwd)).not.toContain('out');
    expect((await run('--review', 'accept')).code).toBe(0);
    expect(read('reviewed.txt')).toContain('原文补充\r\n');
    expect((await run('--review', 'reject')).code).toBe(0);
    expect(read('reviewed.txt')).toContain('原文删去\r\n');
    const parts = docxParts(readFileSync(join(cwd, 'out', 'reviewed.docx')));
    expect(Object.values(parts).join('')).not.toContain('吴越');
  });

  it.each([
    [['--keep', 'abc'], '--keep'],
    [['--without', 'contacts'], '--without'],
    [['--review', 'maybe'], 'accept reject'],
    [['--public', '--without', 'names'], 'contacts landlines category copies'],
  ])('does not take %j', async (options, words) => {
    const { dafu } = shell();
    const { code, err } = await dafu('export', 'letter.txt', ...options);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
