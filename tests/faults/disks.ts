import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';

function mount(...args: string[]): boolean {
  return spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
}

function unmountLater(folder: string): void {
  onTestFinished(() => void spawnSync('umount', ['-l', folder], { stdio: 'ignore' }));
}

/** Whether this machine lets us make file systems for a test (root on Linux, outside a locked container). */
export const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
  return probe.status === 0;
})();

/** A folder on a disk of its own with `kilobytes` in all. */
export function smallDisk(kilobytes: number): string {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) throw new Error('cannot mount');
  unmountLater(folder);
  return folder;
}

/** The same folder again, from where it cannot be written. */
export function readOnlyView(folder: string): string {
  const view = join(temporaryFolder(), 'view');
  mkdirSync(view);
  if (!mount('--bind', folder, view) || !mount('-o', 'remount,ro,bind', view)) throw new Error('cannot mount');
  unmountLater(view);
  return view;
}
