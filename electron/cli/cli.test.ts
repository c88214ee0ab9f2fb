import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { startBackend } from '#backend/testing/backend.ts';
import { cliShell } from '../../tests/support/cli-shell.ts';
import { commandShapes } from './arguments.ts';
import { resourcesFolder } from './places.ts';
import { runCli } from './run.ts';

const letter =
  '王二委员：\n您提出的《关于加强云岭老街停车管理的提案》（第0529号）收悉，现答复如下：\n一、工作进展\n已增设车位120个。\n感谢您的关心和支持。\n云津市交通运输局\n2026年4月17日\n';

const shell = () => cliShell({ 'letter.txt': letter });

describe('dafu facts', () => {
  it('prints the facts of a file and touches no store', async () => {
    const { data, dafu } = shell();
    const { code, out, err } = await dafu('facts', 'letter.txt');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      salutation: '王二委员',
      kind: 'proposal',
      caseTitle: '关于加强云岭老街停车管理的提案',
      caseNumber: '0529',
      headings: [{ level: 1, text: '工作进展' }],
      signatureUnits: ['云津市交通运输局'],
      date: '2026-04-17',
    });
    expect(existsSync(data)).toBe(false);
  });

  it('refuses bad input with 3, and fails with 1 for a file it cannot read', async () => {
    const { cwd, dafu } = shell();
    writeFileSync(join(cwd, 'empty.txt'), '');
    expect(await dafu('facts', 'empty.txt', '--json')).toEqual({
      code: 3,
      out: '',
      err: '{"code":"IMPORT_UNSUPPORTED","details":{"name":"empty.txt","reason":"empty"}}\n',
    });
    expect((await dafu('facts', 'empty.txt')).err).toContain('文件里没有文字。');
    const missing = await dafu('facts', 'missing.txt');
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('PATH_UNAVAILABLE');
    expect(missing.err).toContain(join(cwd, 'missing.txt'));
  });
});

describe('dafu import, list, show and export', () => {
  it('bring a letter in and out again', async () => {
    const { cwd, dafu } = shell();
    const imported = await dafu('import', 'letter.txt');
    expect(imported.code).toBe(0);
    const [id] = imported.out.split('\t');

    expect((await dafu('list')).out).toMatch(new RegExp(`^${id}\t起草中\t0529\t`));
    expect(JSON.parse((await dafu('list', '--json', '--search', '停车')).out)).toMatchObject([{ id }]);
    expect((await dafu('list', '--search', '没有这回事')).out).toBe('');
    expect((await dafu('list', '--lang', 'en')).out).toContain('\tdrafting\t');

    expect((await dafu('show', id!)).out).toContain('一、工作进展\n已增设车位120个。\n');
    expect(JSON.parse((await dafu('show', id!, '--as', 'json')).out)).toMatchObject({
      id,
      version: 1,
      caseFacts: { number: '0529' },
      document: { schema: 'dafu.reply/2' },
    });

    const exported = await dafu('export', id!, '--to', 'docx,txt', '--out', 'out', '--name', '{caseNumber}');
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['0529.docx', '0529.txt']);
    expect(exported.out.trim().split('\n')).toEqual(['0529.docx', '0529.txt'].map((name) => join(cwd, 'out', name)));
  });

  it('take the letters of one file apart when asked to', async () => {
    const { cwd, dafu } = shell();
    const second = letter.replace('0529', '0630').replace('云岭老街', '云岭新街').replace('王二', '李三');
    writeFileSync(join(cwd, 'two.txt'), `${letter}\n${second}`);
    const facts = JSON.parse((await dafu('facts', 'two.txt')).out) as { warnings: { code: string }[] };
    expect(facts.warnings.map(({ code }) => code)).toContain('letter.second');
    expect((await dafu('import', 'two.txt', 'letter.txt', '--apart')).out.trim().split('\n')).toHaveLength(3);
    const listed = JSON.parse((await dafu('list', '--json')).out) as { caseNumber: string }[];
    expect(listed.map(({ caseNumber }) => caseNumber).toSorted()).toEqual(['0529', '0529', '0630']);
    expect((await dafu('export', 'two.txt', '--apart', '--to', 'txt', '--out', 'out')).code).toBe(0);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['two-1.txt', 'two-2.txt']);
    expect(readFileSync(join(cwd, 'out', 'two-2.txt'), 'utf8')).toMatch(/^\uFEFF李三委员：\r\n.*云岭新街/);
  });

  it('write a letter in the form asked for', async () => {
    const { cwd, dafu } = shell();
    expect((await dafu('export', 'letter.txt', '--to', 'docx', '--out', 'plain', '--form', 'plain')).code).toBe(0);
    expect((await dafu('export', 'letter.txt', '--to', 'docx', '--out', 'red', '--form', 'red-head')).code).toBe(0);
    const [plain, red] = ['plain', 'red'].map((folder) => unzipSync(readFileSync(join(cwd, folder, 'letter.docx'))));
    const styles = (parts: typeof plain) => new TextDecoder().decode(parts!['word/styles.xml']);
    expect(styles(plain)).not.toContain('DafuIssuer');
    expect(styles(red)).toContain('DafuIssuer');
    expect(await dafu('export', 'letter.txt', '--form', 'blue')).toMatchObject({
      code: 2,
      err: expect.stringContaining('letter red-head plain') as string,
    });
  });

  it('take a draft back that was put out as JSON, with its case', async () => {
    const { cwd, dafu } = shell();
    const [id] = (await dafu('import', 'letter.txt')).out.split('\t');
    const json = (await dafu('show', id!, '--as', 'json')).out;
    writeFileSync(join(cwd, 'letter.txt.dafu.json'), json);

    const [copy] = (await dafu('import', 'letter.txt.dafu.json')).out.split('\t');
    const [first, second] = [json, (await dafu('show', copy!, '--as', 'json')).out].map(
      (text) => JSON.parse(text) as { caseFacts: unknown },
    );
    expect(second!.caseFacts).toEqual(first!.caseFacts);
    expect((await dafu('show', copy!)).out).toBe((await dafu('show', id!)).out);

    expect((await dafu('export', 'letter.txt.dafu.json', '--to', 'txt', '--out', 'out')).code).toBe(0);
    expect(readFileSync(join(cwd, 'out', 'letter.txt'), 'utf8')).toContain('已增设车位120个。');
    writeFileSync(join(cwd, 'package.json'), '{"name":"x"}');
    expect(await dafu('import', 'package.json')).toMatchObject({
      code: 3,
      err: expect.stringContaining('这个 JSON 文件不是答复稿件。') as string,
    });
  });

  it('export a file without a store, and overwrite only when told to', async () => {
    const { cwd, data, dafu } = shell();
    const run = (...more: string[]) => dafu('export', 'letter.txt', '--to', 'txt', '--out', 'out', ...more);
    expect((await run('--json')).out).toContain('"format":"txt"');
    expect(readFileSync(join(cwd, 'out', 'letter.txt'), 'utf8')).toContain('已增设车位120个。');
    expect(existsSync(data)).toBe(false);

    const again = await run('--json');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(JSON.parse(again.err)).toEqual({
      code: 'FILE_EXISTS',
      details: { path: join(cwd, 'out', 'letter.txt') },
    });
    expect((await run('--force')).code).toBe(0);
  });

  it('go on after a refused file and say so in the exit code', async () => {
    const { cwd, dafu } = shell();
    writeFileSync(join(cwd, 'empty.txt'), '');
    const imported = await dafu('import', 'empty.txt', 'letter.txt', '--json');
    expect(imported.code).toBe(3);
    expect(JSON.parse(imported.out)).toMatchObject({ imported: [{ name: 'letter.txt' }] });
    expect(JSON.parse(imported.err)).toMatchObject({ code: 'IMPORT_UNSUPPORTED', subject: 'empty.txt' });

    const exported = await dafu('export', 'empty.txt', 'letter.txt', 'nowhere.txt', '--to', 'txt', '--out', 'out');
    expect(exported.code).toBe(1);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['letter.txt']);
    expect((await dafu('export', 'empty.txt', '--to', 'txt', '--out', 'out')).code).toBe(3);
    expect((await dafu('show', 'no-such-id')).code).toBe(1);
  });

  it('tells what the import of a file changed, as lines and as data, and refuses it with --strict', async () => {
    const { cwd, dafu } = shell();
    const lines = ['关于第0529号提案的答复', ...letter.trim().split('\n'), '【打印】【关闭】'];
    writeFileSync(join(cwd, 'page.txt'), lines.join('\n').replace('一、', '三、').replace('收悉，', '收悉,'));
    const to = ['--to', 'txt', '--out', 'out', '--force'];
    const { out, err } = await dafu('export', 'page.txt', ...to);
    expect(out).toBe(`${join(cwd, 'out', 'page.txt')}\n`);
    expect(err.trim().split('\n')).toEqual([
      'page.txt：删去网页杂项：【打印】【关闭】',
      expect.stringMatching(/^page\.txt：标点改为全角：.*收悉,.* → .*收悉，/),
      expect.stringMatching(/^page\.txt：.*编号.*三、工作进展$/),
    ]);

    const data = JSON.parse((await dafu('export', 'page.txt', ...to, '--json')).out) as { imports: unknown };
    expect(data.imports).toMatchObject([
      {
        source: 'page.txt',
        changes: [{ kind: 'junk.removed', before: '【打印】【关闭】' }, { kind: 'punctuation.widened' }],
        warnings: [{ code: 'heading.kept' }],
      },
    ]);

    const strict = await dafu('export', 'page.txt', 'letter.txt', ...to, '--strict', '--json');
    expect(strict.code).toBe(3);
    expect(JSON.parse(strict.err)).toEqual({
      code: 'IMPORT_ALTERED',
      details: { name: 'page.txt', changes: 2 },
      subject: 'page.txt',
    });
    expect(JSON.parse(strict.out)).toMatchObject({ files: [{ source: 'letter.txt' }] });
  });

  it('write into no folder that is a file', async () => {
    const { cwd, dafu } = shell();
    writeFileSync(join(cwd, 'out'), '');
    const result = await dafu('export', 'letter.txt', '--to', 'txt', '--out', 'out', '--json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.err)).toMatchObject({ code: 'PATH_UNAVAILABLE' });
  });
});

describe('a data folder that is not there', () => {
  it.each([
    ['list'],
    ['doctor'],
    ['backup'],
    ['backup', '--list'],
    ['show', 'x'],
    ['export', 'x'],
    ['restore', 'x'],
    ['unit', 'show'],
  ])('is not made by dafu %s %s: the name may be misspelt', async (...argv) => {
    const { cwd, dafu } = shell();
    const { code, err } = await dafu(...argv.filter(Boolean), '--data', 'typo');
    expect(code).toBe(1);
    expect(err).toContain('typo');
    expect(readdirSync(cwd)).toEqual(['letter.txt']);
  });
});

describe('a store that is missing', () => {
  it('is told, and got back from what is beside it, on demand', async () => {
    const { data, dafu } = shell();
    await dafu('import', 'letter.txt');
    const { name } = JSON.parse((await dafu('backup', '--json')).out) as { name: string };
    rmSync(join(data, 'dafu.db'));

    const told = await dafu('list');
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toContain('找不到原来的稿件数据');
    expect(told.err).toContain('dafu restore --list');
    expect((await dafu('import', 'letter.txt')).err).toContain('DATABASE_MISSING');
    expect(existsSync(join(data, 'dafu.db'))).toBe(false);

    const [first] = (await dafu('restore', '--list')).out.split('\n');
    expect(first).toMatch(/^backups\/\S+\t完好\t1\t2/);
    expect(await dafu('restore', name)).toMatchObject({
      code: 0,
      out: expect.stringContaining('共 1 份草稿') as string,
    });
    expect((await dafu('list')).out).toContain('0529');
  });

  it('is made empty only when that is what is wanted', async () => {
    const { data, dafu } = shell();
    await dafu('import', 'letter.txt');
    expect((await dafu('restore', '--empty')).err).toContain('FORBIDDEN');
    rmSync(join(data, 'dafu.db'));
    expect(await dafu('restore', '--empty')).toMatchObject({ code: 0, out: '已从空白开始。\n' });
    expect((await dafu('list')).out).toBe('');
    expect((await dafu('restore')).code).toBe(2);
    expect((await dafu('restore', 'x', '--empty')).code).toBe(2);
  });
});

describe('dafu backup and restore', () => {
  it('save the data and bring it back', async () => {
    const { dafu } = shell();
    await dafu('import', 'letter.txt');
    const { name } = JSON.parse((await dafu('backup', '--json')).out) as { name: string };
    await dafu('import', 'letter.txt');
    expect((await dafu('backup', '--list')).out).toContain(`${name}\t1\t`);

    const restored = await dafu('restore', name);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('共 1 份草稿') as string });
    expect((await dafu('list')).out.trim().split('\n')).toHaveLength(1);
    expect((await dafu('restore', 'no-such-backup')).code).toBe(1);
  });
});

describe('dafu beside the running app', () => {
  it('looks and backs up, but does not write', async () => {
    const { data, dafu } = shell();
    await dafu('import', 'letter.txt');
    startBackend({ dataFolder: data });
    expect((await dafu('list')).out).toContain('0529');
    expect((await dafu('backup')).code).toBe(0);
    const refused = await dafu('import', 'letter.txt');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('数据正被占用');
  });
});

describe('dafu doctor', () => {
  it('tells versions, data and fonts', async () => {
    const { data, dafu } = shell();
    await dafu('import', 'letter.txt');
    const { code, out } = await dafu('doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      versions: { dafu: expect.any(String) as string, node: process.versions.node },
      dataFolder: data,
      desktop: process.platform === 'linux' ? { display: process.env['DISPLAY'] ?? null } : null,
      integrity: 'ok',
      integrityMessages: [],
      fonts: expect.arrayContaining([expect.objectContaining({ wanted: '仿宋_GB2312' })]) as unknown[],
    });
  });

  it('fails when the data is damaged, and explains', async () => {
    const { data, dafu } = shell();
    mkdirSync(data);
    writeFileSync(join(data, 'dafu.db'), 'no database at all. '.repeat(50));
    const { code, out, err } = await dafu('doctor', '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('damaged');
    expect(err).toContain('DATABASE_CORRUPT');
  });
});

describe('the command line', () => {
  it.each([
    [['nonsense'], 'nonsense'],
    [['facts'], 'facts'],
    [['facts', 'a', 'b'], 'facts'],
    [['list', 'x'], 'list'],
    [['list', '--nonsense'], '--nonsense'],
    [['export', 'letter.txt', '--to', 'odt'], 'odt'],
    [['show', 'x', '--as', 'html'], 'html'],
    [['list', '--state', 'lost'], 'lost'],
    [['list', '--lang', 'fr'], 'fr'],
    [['list', '--data'], '--data'],
    [['list', '--json=1'], '--json'],
    [['export'], 'dafu list'],
  ])('%j is wrong usage', async (argv, named) => {
    const { dafu } = shell();
    const { code, out, err } = await dafu(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
    expect(err).toMatch(/dafu (?:[a-z]+ )?--help/);
    // Chinese to the end: what the option parser says in English is not passed on.
    expect(err).not.toMatch(/Unknown|argument|does not/);
  });

  it('tells wrong usage as JSON when asked to, with its own exit code', async () => {
    const { dafu } = shell();
    const { code, out, err } = await dafu('list', '--state', 'lost', '--json');
    expect([code, out]).toEqual([2, '']);
    expect(JSON.parse(err)).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: [expect.stringContaining('lost')] },
    });
  });

  it.each([
    [['show', 'no-such-id'], 'dafu list'],
    [['restore', 'no-such-backup'], 'dafu backup --list'],
    [['facts', 'missing.txt'], '不存在'],
    [['facts', 'data'], '是文件夹，不是文件'],
    [['export', 'letter.txt', '--to', 'txt', '--out', '.'], '--force'],
  ])('%j says what to do at a command line', async (argv, words) => {
    const { data, dafu } = shell();
    mkdirSync(data, { recursive: true });
    await dafu('import', 'letter.txt');
    const { err } = await dafu(...argv);
    expect(err).toContain(words);
    expect(err).not.toMatch(/返回上一页|\{\{/);
  });

  it('names both versions of data that is newer than the program', async () => {
    const { dafu, data } = shell();
    await dafu('import', 'letter.txt');
    const database = new Database(join(data, 'dafu.db'));
    database.pragma('user_version = 99');
    database.close();
    const { code, err } = await dafu('list');
    expect(code).toBe(1);
    expect(err).toMatch(/数据版本为 99，本程序只认识到 \d/);
  });

  it('takes the common options before the command too', async () => {
    const { cwd, data, dafu } = shell();
    await dafu('--data', 'elsewhere', 'import', 'letter.txt');
    expect(JSON.parse((await dafu('--data', 'elsewhere', '--json', 'list')).out)).toHaveLength(1);
    expect(existsSync(join(cwd, 'elsewhere', 'dafu.db'))).toBe(true);
    expect(existsSync(data)).toBe(false);
  });

  it('without a command shows the help as an error', async () => {
    const { dafu } = shell();
    const { code, out, err } = await dafu();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法');
  });

  it.each(['zh', 'en'])('explains every command (%s)', async (language) => {
    const { dafu } = shell();
    const all = await dafu('--help', '--lang', language);
    for (const command of Object.keys(commandShapes)) {
      expect(all.out).toContain(`  ${command}`);
      const one = await dafu(command, '--help', '--lang', language);
      expect(one).toMatchObject({ code: 0, err: '' });
      expect(await dafu('help', command, '--lang', language)).toEqual(one);
      expect(one.out).toContain(`dafu ${command}`);
    }
  });

  it('speaks Chinese unless the system or the person wants English', async () => {
    const run = async (env: Record<string, string>, ...argv: string[]) => {
      let text = '';
      const note = (part: string) => (text += part);
      await runCli(argv, { out: note, err: note, env, cwd: '/', isTerminal: false });
      return text;
    };
    expect(await run({}, '--help')).toContain('用法');
    expect(await run({ LANG: 'en_US.UTF-8' }, '--help')).toContain('Usage');
    expect(await run({ LANG: 'en_US.UTF-8' }, '--help', '--lang=zh')).toContain('用法');
    expect(await run({ LANG: 'C' }, '--help')).toContain('用法');
    expect(await run({}, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('dafu sheet', () => {
  it('lists the sheets', async () => {
    const { dafu } = shell();
    const { code, out } = await dafu('sheet', '--list');
    expect(code).toBe(0);
    expect(out).toContain('approval-slip\t发文处理笺\n');
    expect(out).toContain('opinion-form\t征询意见表\n');
    expect(JSON.parse((await dafu('sheet', '--list', '--json')).out)).toMatchObject({
      sheets: expect.arrayContaining([{ id: 'labels-24', name: expect.any(String) as string }]) as unknown,
    });
  });

  it('prints one for a file, without a store, and overwrites only when told to', async () => {
    const { cwd, data, dafu } = shell();
    const run = (...more: string[]) =>
      dafu('sheet', 'approval-slip', 'letter.txt', '--to', 'docx', '--out', 'out', ...more);
    expect(await run()).toMatchObject({ code: 0, out: `${join(cwd, 'out', '发文处理笺 letter.docx')}\n` });
    expect(existsSync(data)).toBe(false);
    const parts = unzipSync(readFileSync(join(cwd, 'out', '发文处理笺 letter.docx')));
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text).toContain('《关于加强云岭老街停车管理的提案》');
    expect(await run('--json')).toMatchObject({ code: 1, err: expect.stringContaining('FILE_EXISTS') as string });
    expect((await run('--force')).code).toBe(0);
  });

  it('puts the labels of all letters into one file', async () => {
    const { cwd, dafu } = shell();
    const [id] = (await dafu('import', 'letter.txt')).out.split('\t');
    const { code, out } = await dafu('sheet', 'labels-24', id!, 'letter.txt', '--to', 'docx', '--labels-used', '3');
    expect(code).toBe(0);
    const path = out.trim();
    expect(readdirSync(cwd).filter((name) => name.endsWith('.docx'))).toHaveLength(1);
    const text = new TextDecoder().decode(unzipSync(readFileSync(path))['word/document.xml']);
    expect(text.match(/王二　委员　收/g)).toHaveLength(2);
  });

  it('takes a sheet from a file, and names the place where it is wrong', async () => {
    const { cwd, dafu } = shell();
    const json = readFileSync(join(resourcesFolder, 'sheets', '1-approval-slip.json'), 'utf8');
    writeFileSync(join(cwd, 'own.json'), json.replace('"name": "发文处理笺"', '"name": "发文审批单"'));
    const made = await dafu('sheet', 'own.json', 'letter.txt', '--to', 'docx');
    expect(made).toMatchObject({ code: 0, out: `${join(cwd, '发文审批单 letter.docx')}\n` });
    writeFileSync(join(cwd, 'own.json'), json.replace('{文号}', '{编号}'));
    expect(await dafu('sheet', 'own.json', 'letter.txt')).toMatchObject({
      code: 1,
      err: expect.stringContaining('blocks.1.rows.0.cells.1.text') as string,
    });
  });

  it('says what it does not understand', async () => {
    const { cwd, dafu } = shell();
    expect(await dafu('sheet', 'approval-slip')).toMatchObject({ code: 2, out: '' });
    expect((await dafu('sheet')).err).toContain('dafu sheet --list');
    expect(await dafu('sheet', 'no-such', 'letter.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('approval-slip opinion-form') as string,
    });
    expect((await dafu('sheet', 'labels-24', 'letter.txt', '--labels-used', 'x')).code).toBe(2);
    expect((await dafu('sheet', 'labels-24', 'letter.txt', '--to', 'txt')).code).toBe(2);
    writeFileSync(join(cwd, 'nobody.txt'), '关于停车的提案\n收悉，现答复如下：\n已增设车位120个。\n');
    expect(await dafu('sheet', 'labels-24', 'nobody.txt')).toMatchObject({
      code: 1,
      out: '',
      err: 'dafu: 案件里没有委员（代表），没有可印的标签。\n',
    });
  });
});

describe('dafu unit', () => {
  it('carries the settings of a unit from one data folder to another', async () => {
    const first = shell();
    const second = shell();
    const path = join(first.cwd, '单位.dafu-unit');
    const profile = fileURLToPath(new URL('../../resources/profiles/2-county-bureau.json', import.meta.url));
    const taken = await first.dafu('unit', 'import', profile, '--json');
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.out)).toMatchObject({
      changes: expect.arrayContaining([{ setting: 'form', before: 'letter', after: 'red-head' }]) as unknown,
    });
    expect(await first.dafu('unit', 'export', '单位.dafu-unit')).toMatchObject({ code: 0, out: `${path}\n` });
    expect(await first.dafu('unit', 'export', '单位.dafu-unit')).toMatchObject({ code: 1 });
    expect((await first.dafu('unit', 'export', '单位.dafu-unit', '--force')).code).toBe(0);

    const { code, out } = await second.dafu('unit', 'import', path);
    expect(code).toBe(0);
    expect(out).toContain('fullName\t""\t"云谷县交通运输局"\n');
    expect((await second.dafu('unit', 'show')).out).toBe((await first.dafu('unit', 'show')).out);
    expect((await second.dafu('unit', 'import', path)).out).toBe('');
  });

  it('refuses a file with a mistake, names the place, and changes nothing', async () => {
    const { cwd, dafu } = shell();
    await dafu('import', 'letter.txt');
    const before = (await dafu('unit', 'show')).out;
    writeFileSync(
      join(cwd, 'bad.json'),
      JSON.stringify({ schema: 'dafu.unit/1', fullName: '新局', answerMonths: 'x' }),
    );
    const { code, err } = await dafu('unit', 'import', 'bad.json');
    expect(code).toBe(3);
    expect(err).toContain('answerMonths: ');
    writeFileSync(join(cwd, 'later.json'), JSON.stringify({ schema: 'dafu.unit/7', fullName: '新局' }));
    const later = await dafu('unit', 'import', 'later.json', '--json');
    expect(later).toMatchObject({ code: 3, err: expect.stringContaining('UNIT_SETTINGS_FROM_FUTURE') as string });
    expect((await dafu('unit', 'show')).out).toBe(before);
  });

  it('says what it does not understand', async () => {
    const { dafu } = shell();
    expect((await dafu('unit')).code).toBe(2);
    expect((await dafu('unit', 'export')).code).toBe(2);
    expect((await dafu('unit', 'show', 'x')).code).toBe(2);
    expect((await dafu('unit', 'print', 'x')).code).toBe(2);
  });
});
