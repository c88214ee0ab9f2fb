import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { mapFileError, withFileErrors } from './file-errors.ts';
import { readCapped } from './read-capped.ts';
import { createRotatingFile } from './rotating-file.ts';
import { writeWhole } from './write-whole.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return expect.unreachable('nothing was thrown');
}

describe('file errors', () => {
  // The codes come from the system itself: a code we only believe in would pass a made-up test (EACCESS once did).
  it('are mapped from what the system really says', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    symlinkSync('loop', join(folder, 'loop'));
    const cases: [string, () => unknown][] = [
      ['ENOENT', () => readFileSync(join(folder, 'missing'))],
      ['ENOTDIR', () => readFileSync(join(file, 'below'))],
      ['EISDIR', () => readFileSync(folder)],
      ['EEXIST', () => mkdirSync(folder)],
      ['ELOOP', () => readFileSync(join(folder, 'loop'))],
      ['ENAMETOOLONG', () => readFileSync(join(folder, 'x'.repeat(300)))],
    ];
    for (const [reason, work] of cases) {
      expect(thrownBy(() => withFileErrors('p', 'user', work))).toMatchObject({
        code: 'PATH_UNAVAILABLE',
        details: { path: 'p', reason },
      });
      expect(thrownBy(() => withFileErrors('p', 'data', work))).toMatchObject({
        code: 'DATA_FOLDER_UNUSABLE',
        details: { path: 'p', reason },
      });
    }
  });

  it('leave other errors alone', () => {
    const dafu = new DafuError('CANCELLED', {});
    expect(mapFileError(dafu, 'p', 'user')).toBe(dafu);
    const tooMany = Object.assign(new Error('EMFILE'), { code: 'EMFILE', syscall: 'open' });
    expect(mapFileError(tooMany, 'p', 'user')).toBe(tooMany);
  });
});

describe('writing whole', () => {
  it('replaces a file and leaves nothing beside it', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'letter.docx');
    writeFileSync(path, 'old');
    writeWhole(path, new TextEncoder().encode('new'), 'id');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['letter.docx']);
  });

  it('leaves the old target and no temporary file when it fails', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'taken');
    mkdirSync(join(target, 'inside'), { recursive: true });
    expect(() => writeWhole(target, new Uint8Array(10), 'id')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(existsSync(join(target, 'inside'))).toBe(true);
  });
});

describe('reading with a cap', () => {
  it('refuses what is too large before reading it, and what is no file', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'large.txt');
    writeFileSync(path, '12345');
    expect(new TextDecoder().decode(readCapped(path, 5))).toBe('12345');
    expect(thrownBy(() => readCapped(path, 4))).toMatchObject({
      code: 'IMPORT_TOO_LARGE',
      details: { name: 'large.txt', limit: 'bytes', actual: 5, allowed: 4 },
    });
    expect(thrownBy(() => readCapped(folder, 5))).toMatchObject({ code: 'PATH_UNAVAILABLE' });
    expect(thrownBy(() => readCapped('/dev/zero', 5))).toMatchObject({ code: 'PATH_UNAVAILABLE' });
  });
});

describe('a rotating file', () => {
  it('keeps the newest lines in a bounded number of bounded files', () => {
    const path = join(temporaryFolder(), 'dafu.log');
    const file = createRotatingFile(path, 100, 3);
    for (let index = 0; index < 50; index += 1) file.write(`line ${String(index).padStart(4, '0')}\n`);
    const files = [path, `${path}.1`, `${path}.2`];
    expect(existsSync(`${path}.3`)).toBe(false);
    for (const each of files) expect(statSync(each).size).toBeLessThanOrEqual(100);
    const lines = files.toReversed().flatMap((each) => readFileSync(each, 'utf8').trim().split('\n'));
    expect(lines.at(-1)).toBe('line 0049');
    expect(lines).toEqual(lines.toSorted());
  });

  it('goes on where an earlier run ended', () => {
    const path = join(temporaryFolder(), 'dafu.log');
    createRotatingFile(path, 20, 2).write('first run 12\n');
    createRotatingFile(path, 20, 2).write('second run\n');
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('first run 12\n');
    expect(readFileSync(path, 'utf8')).toBe('second run\n');
  });
});
