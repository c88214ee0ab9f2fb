import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OpenedFiles } from './opened-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-opened-'));
  for (const name of ['答复.docx', '旧稿.TXT', 'picture.png', 'main.js']) writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'folder.docx'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('takes the letters a command line names, each once, and nothing else', () => {
  const files = new OpenedFiles();
  const argv = ['/opt/dafu/dafu', '.', '--data=x.docx', '答复.docx', join(folder, '旧稿.TXT'), '答复.docx'];
  expect(files.addCommandLine([...argv, 'picture.png', 'main.js', 'folder.docx', 'gone.docx'], folder)).toBe(true);
  expect(files.take()).toEqual([join(folder, '答复.docx'), join(folder, '旧稿.TXT')]);
  expect(files.take()).toEqual([]);
});

test('a start without letters brings none', () => {
  const files = new OpenedFiles();
  expect(files.addCommandLine(['/opt/dafu/dafu', '--hidden'], folder)).toBe(false);
  expect(files.take()).toEqual([]);
});

test('starting anew brings the waiting letters and not those that were read', () => {
  const files = new OpenedFiles();
  files.addCommandLine(['dafu', '旧稿.TXT'], folder);
  expect(files.argumentsToStartAnew(['dafu', '.', '--data=d', join(folder, '答复.docx')])).toEqual([
    '.',
    '--data=d',
    join(folder, '旧稿.TXT'),
  ]);
});
