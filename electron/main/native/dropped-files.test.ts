import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DroppedFiles } from './dropped-files.ts';

const code = (action: () => unknown) => {
  try {
    return action();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

test('a token gives its path once', () => {
  const files = new DroppedFiles();
  const token = files.issue('/home/user/来文.txt');
  expect(files.take(token)).toBe('/home/user/来文.txt');
  expect(code(() => files.take(token))).toBe('NOT_FOUND');
});

test('an unknown or old token gives nothing', () => {
  let now = 0;
  const files = new DroppedFiles(() => now);
  const token = files.issue('/a.txt');
  now = 10 * 60_000;
  expect(code(() => files.take(token))).toBe('NOT_FOUND');
  expect(code(() => files.take('made-up'))).toBe('NOT_FOUND');
});

test('a File made by script has no path and gets no token', () => {
  const files = new DroppedFiles();
  expect(() => files.issue('')).toThrow('not a file');
  expect(() => files.issue('notes.txt')).toThrow('not a file');
});

test('a page that drops without end is stopped, and goes on when old tokens have lapsed', () => {
  let now = 0;
  const files = new DroppedFiles(() => now);
  for (let index = 0; index < 1000; index++) files.issue(`/${index}.txt`);
  expect(() => files.issue('/one-more.txt')).toThrow('too many');
  now = 10 * 60_000;
  expect(files.take(files.issue('/again.txt'))).toBe('/again.txt');
});

test.each(['/etc/passwd', '/home/user/.ssh/id_ed25519', '/home/user/wallet.dat', '/home/user/表.xlsx'])(
  'the path of %s, from which no letter is read, does not reach the backend',
  (path) => {
    const files = new DroppedFiles();
    expect(code(() => files.take(files.issue(path)))).toBe('IMPORT_UNSUPPORTED');
  },
);

test('a folder is none of a letter either, whatever its name', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'dafu-dropped-')), '来文.docx');
  mkdirSync(folder);
  const files = new DroppedFiles();
  expect(code(() => files.take(files.issue(folder)))).toBe('IMPORT_UNSUPPORTED');
  rmSync(dirname(folder), { recursive: true });
});
