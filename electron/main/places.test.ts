import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseDataFolder, chooseProfileFolder } from './places.ts';

vi.mock('electron', () => ({ app: {} }));

describe('the data folder', () => {
  const argv = (...more: string[]) => ['electron', '/app', ...more];

  test('is named by --data, else by DAFU_DATA, relative to the caller', () => {
    expect(chooseDataFolder(argv('--data=/a'), { DAFU_DATA: '/b' }, true)).toBe(resolve('/a'));
    expect(chooseDataFolder(argv(), { DAFU_DATA: '/b' }, true)).toBe(resolve('/b'));
    expect(chooseDataFolder(argv('--data=drafts'), {}, true)).toBe(resolve('drafts'));
  });

  test('is that of the system when none is named, and another one in development', () => {
    const env = { XDG_CONFIG_HOME: '/config', APPDATA: 'C:\\config', DAFU_DATA: '' };
    const packed = chooseDataFolder(argv('--data='), env, true);
    const development = chooseDataFolder(argv(), env, false);
    expect(packed).toMatch(/Dafu$/);
    expect(development).toMatch(/Dafu-dev$/);
  });
});

describe('the profile folder', () => {
  let folder: string;
  let temporary: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-places-'));
    temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    vi.spyOn(console, 'error').mockReturnValue(undefined);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('lies in the data folder, which is made', () => {
    expect(chooseProfileFolder(join(folder, 'new/data'), temporary)).toBe(join(folder, 'new/data/profile'));
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('goes elsewhere when the data folder is a file, always to the same place', () => {
    const data = join(folder, 'file');
    writeFileSync(data, '');
    const profile = chooseProfileFolder(data, temporary);
    expect(readdirSync(temporary).map((name) => join(temporary, name))).toEqual([profile]);
    expect(chooseProfileFolder(data, temporary)).toBe(profile);
    writeFileSync(join(folder, 'other'), '');
    expect(chooseProfileFolder(join(folder, 'other'), temporary)).not.toBe(profile);
  });

  test('is not a link somebody laid out in its place', () => {
    const data = join(folder, 'file');
    writeFileSync(data, '');
    const profile = chooseProfileFolder(data, temporary);
    rmSync(profile, { recursive: true });
    mkdirSync(join(folder, 'trap'));
    symlinkSync(join(folder, 'trap'), profile);
    expect(() => chooseProfileFolder(data, temporary)).toThrow('belongs to somebody else');
  });
});
