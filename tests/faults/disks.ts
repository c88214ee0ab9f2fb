import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { mountReadOnlyView, mountSmallDisk, unmount } from '../support/mounts.ts';

/** A folder on a disk of its own with `kilobytes` in all. */
export function smallDisk(kilobytes: number): string {
  const folder = join(temporaryFolder(), 'disk');
  mountSmallDisk(folder, kilobytes);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** The same folder again, from where it cannot be written. */
export function readOnlyView(folder: string): string {
  const view = join(temporaryFolder(), 'view');
  mountReadOnlyView(folder, view);
  onTestFinished(() => unmount(view));
  return view;
}
