import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingOptionalEntries } from './complete-lock.mjs';
import { missingPackages } from './dependencies.mjs';
import { isRecentEnough } from './node-runtime.mjs';
import { root } from './places.mjs';
import { missingLibraries } from './system-packages.mjs';
import { unzip } from './unzip.mjs';

describe('dependencies', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  };

  it('finds nothing to do when npm has installed what the lock file asks for', () => {
    const { 'node_modules/other-system': _, ...installed } = wanted;
    expect(missingPackages(wanted, installed)).toEqual([]);
  });

  it('finds packages that are missing, nested ones and other versions included', () => {
    expect(missingPackages(wanted, {})).toEqual(['a', 'b']);
    expect(missingPackages(wanted, { ...wanted, 'node_modules/a': { version: '0.9.0' } })).toEqual(['a']);
    expect(missingPackages(wanted, { ...wanted, 'node_modules/other-system': { version: '0.9.0' } })).toEqual([
      'other-system',
    ]);
  });
});

describe('node', () => {
  it.each([
    ['v18.19.0', false],
    ['v22.11.0', false],
    ['v22.12.0', true],
    ['v24.0.0', true],
    ['v100.0.0', true],
  ])('%s recent enough: %s', (version, expected) => {
    expect(isRecentEnough(version)).toBe(expected);
  });
});

describe('system packages', () => {
  it('reads the libraries that ldd does not find', () => {
    const output = `\tlinux-vdso.so.1 (0x0000)\n\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0000)\n\tlibgbm.so.1 => not found\n`;
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
  });
});

describe('unzip', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-unzip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** @param {Parameters<typeof zipSync>[0]} files */
  function archive(files) {
    const path = join(folder, 'a.zip');
    writeFileSync(path, zipSync(files));
    return path;
  }
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

  it('writes packed, stored and empty files with their modes, and renames or leaves out as told', async () => {
    const path = archive({
      'app/run': [bytes('x'.repeat(100_000)), { os: 3, attrs: 0o100755 << 16 }],
      'app/stored': [bytes('abc'), { level: 0 }],
      'app/empty': bytes(''),
      'app/skip/me': bytes('no'),
    });
    const written = await unzip(path, join(folder, 'out'), (name) =>
      name.includes('skip') ? null : name.replace('app/', ''),
    );
    expect(written).toBe(3);
    expect(readFileSync(join(folder, 'out/run'), 'utf8')).toBe('x'.repeat(100_000));
    expect(statSync(join(folder, 'out/run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(folder, 'out/stored'), 'utf8')).toBe('abc');
    expect(readFileSync(join(folder, 'out/empty'), 'utf8')).toBe('');
  });

  it('refuses an entry that would leave the folder', async () => {
    const path = archive({ '../evil': bytes('x') });
    await expect(unzip(path, join(folder, 'out'))).rejects.toThrow('would leave the folder');
  });

  it('refuses what is no archive', async () => {
    const path = join(folder, 'text.zip');
    writeFileSync(path, 'this is a text and no archive at all');
    await expect(unzip(path, folder)).rejects.toThrow('not a ZIP archive');
  });
});

describe('lock file', () => {
  it('names the binaries of every system, so that npm ci takes it and Windows gets its own', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(Object.keys(missingOptionalEntries(lock.packages))).toEqual([]);
  });

  it('finds what a registry left out, with its target', () => {
    const packages = {
      'node_modules/a': {
        version: '1.0.0',
        optionalDependencies: { '@a/binding-linux-arm64-musl': '1.0.0', '@a/win32-x64': '2.0.0', b: '1.0.0' },
      },
      'node_modules/a/node_modules/b': { version: '1.0.0' },
    };
    expect(missingOptionalEntries(packages)).toEqual({
      'node_modules/@a/binding-linux-arm64-musl': {
        version: '1.0.0',
        cpu: ['arm64'],
        os: ['linux'],
        libc: ['musl'],
        optional: true,
      },
      'node_modules/@a/win32-x64': { version: '2.0.0', cpu: ['x64'], os: ['win32'], optional: true },
    });
  });
});
