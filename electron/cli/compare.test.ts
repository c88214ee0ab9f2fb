import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cliShell } from '../../tests/support/cli-shell.ts';

const letter =
  '王二委员：\n您提出的《关于加强云岭老街停车管理的提案》（第0529号）收悉，现答复如下：\n一、工作进展\n我局应当在2026年6月底前全部完成120个车位的增设。\n感谢您的关心和支持。\n云津市交通运输局\n2026年4月17日\n';
const weaker = letter.replace('应当', '可以').replace('120', '80').replace('全部', '部分');

const shell = () => cliShell({ 'a.txt': letter, 'b.txt': weaker });

describe('dafu compare', () => {
  it('prints what a leader looks for, then all changes, and touches no store for files', async () => {
    const { data, dafu } = shell();
    const { code, out, err } = await dafu('compare', 'a.txt', 'b.txt');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('义务用语\t应当 → 可以（减弱）（一、工作进展）');
    expect(out).toContain('数字\t120个 → 80个');
    expect(out).toContain('替换\t全部 → 部分');
    expect((await dafu('compare', 'a.txt', 'b.txt', '--lang', 'en')).out).toContain('replaced\t');
    expect((await dafu('compare', 'a.txt', 'a.txt')).out).toBe('两份文稿没有不同。\n');
    expect(existsSync(data)).toBe(false);
  });

  it('compares a version of a draft with a file, as JSON with the letter that holds the changes', async () => {
    const { dafu } = shell();
    const [id] = (await dafu('import', 'a.txt')).out.split('\t');
    const { out } = await dafu('compare', `${id}@1`, 'b.txt', '--json');
    expect(JSON.parse(out)).toMatchObject({
      statistics: { changes: { replaced: 3 } },
      letter: { schema: 'dafu.reply/2' },
    });
    expect((await dafu('compare', id!, `${id}@1`)).out).toBe('两份文稿没有不同。\n');
    expect((await dafu('compare', `${id}@99`, id!)).err).toContain('NOT_FOUND');
  });

  it('refuses what it cannot do, in words', async () => {
    const { dafu } = shell();
    expect((await dafu('compare', 'a.txt')).code).toBe(2);
    expect((await dafu('compare', 'a.txt', 'b.txt', '--ignore', 'words')).code).toBe(2);
    expect((await dafu('compare', 'a.txt', 'b.txt', '--review', 'maybe')).code).toBe(2);
    expect((await dafu('compare', 'a.txt', 'b.txt', '--review', 'reject,accept')).code).toBe(0);
    expect(await dafu('compare', 'a.txt', 'missing.txt')).toMatchObject({ code: 1, out: '' });
  });
});
