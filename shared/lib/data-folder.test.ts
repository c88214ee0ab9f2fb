import { expect, test } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

const where = (platform: string, env: Record<string, string> = {}, packaged = true) =>
  defaultDataFolder({ platform, env, home: platform === 'win32' ? 'C:\\Users\\李' : '/home/li', packaged });

test.each([
  ['win32', { APPDATA: 'D:\\Roaming' }, 'D:\\Roaming\\Dafu'],
  ['win32', {}, 'C:\\Users\\李\\AppData\\Roaming\\Dafu'],
  ['darwin', { XDG_CONFIG_HOME: '/x' }, '/home/li/Library/Application Support/Dafu'],
  ['linux', {}, '/home/li/.config/Dafu'],
  ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/Dafu'],
  ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/li/.config/Dafu'],
])('%s %j', (platform, env, folder) => {
  expect(where(platform, env)).toBe(folder);
});

test('a development build has a folder of its own everywhere', () => {
  for (const platform of ['win32', 'darwin', 'linux']) expect(where(platform, {}, false)).toMatch(/[\\/]Dafu-dev$/);
});
