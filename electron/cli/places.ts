import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultDataFolder } from '#shared/lib/data-folder.ts';
import type { CliIo } from './io.ts';

/** Two levels up both from here and from `out/main`, where the bundle lies. */
const root = resolve(import.meta.dirname, '../..');

export const resourcesFolder = join(root, 'resources');

/** Fonts somebody put beside the shipped ones; the writers know the shipped ones themselves. */
export const fontFolders = [join(resourcesFolder, 'fonts')];

export function appVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** `--data` before `DAFU_DATA` before the folder the app uses. */
export function dataFolder(flag: string | undefined, { env, cwd }: CliIo): string {
  const named = flag ?? env['DAFU_DATA'];
  // The command line comes with a checkout, never with the installed app.
  const standard = () => defaultDataFolder({ platform: process.platform, env, home: homedir(), packaged: false });
  return resolve(cwd, named === undefined || named === '' ? standard() : named);
}
