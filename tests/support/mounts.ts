import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Whether this machine lets us make file systems for a test (root on Linux, outside a locked container). */
export const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  run('unshare', '-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt');

/** Makes `folder` a disk of its own with `kilobytes` in all. */
export function mountSmallDisk(folder: string, kilobytes: number): void {
  mkdirSync(folder);
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) throw new Error('cannot mount');
}

/** Makes `view` the same folder as `folder`, but not to be written. */
export function mountReadOnlyView(folder: string, view: string): void {
  mkdirSync(view);
  if (!run('mount', '--bind', folder, view) || !run('mount', '-o', 'remount,ro,bind', view)) {
    throw new Error('cannot mount');
  }
}

/** Also while files on it are open; they then go with the last of them. */
export function unmount(folder: string): void {
  run('umount', '-l', folder);
}

/** Leaves no byte free on the disk. Returns how to make room again. */
export function fillDisk(disk: string): () => void {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  return () => rmSync(ballast);
}
