import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canMount, mountReadOnlyView, mountSmallDisk, unmount } from '../../support/mounts.ts';
import { test as base } from '../fixtures.ts';

export { expect } from '../fixtures.ts';

interface Disks {
  /** A folder on a disk of its own with this many kilobytes in all. */
  smallDisk: (kilobytes: number) => Promise<string>;
  /** The same folder again, from where it cannot be written. */
  readOnlyView: (folder: string) => Promise<string>;
}

const needsRoot = 'full and read-only disks can only be tested as root on Linux';

/** Tests with real file systems: only root on Linux can make them, elsewhere the test is skipped and says so. */
export const test = base.extend<Disks & { mounted: string[] }>({
  // Playwright demands a pattern here, empty or not.
  // oxlint-disable-next-line no-empty-pattern
  mounted: async ({}, provide) => {
    const mounted: string[] = [];
    await provide(mounted);
    for (const folder of mounted) {
      unmount(folder);
      await rmdir(folder);
      await rmdir(dirname(folder));
    }
  },
  // Named after `mounted`, so that the app is closed before its disk is taken away.
  launch: async ({ mounted: _before, launch }, provide) => {
    await provide(launch);
  },
  smallDisk: async ({ mounted }, provide) => {
    base.skip(!canMount, needsRoot);
    await provide(async (kilobytes) => {
      const folder = join(await mkdtemp(join(tmpdir(), 'dafu-disk-')), 'disk');
      mountSmallDisk(folder, kilobytes);
      mounted.push(folder);
      return folder;
    });
  },
  readOnlyView: async ({ mounted }, provide) => {
    base.skip(!canMount, needsRoot);
    await provide(async (folder) => {
      const view = join(await mkdtemp(join(tmpdir(), 'dafu-view-')), 'view');
      mountReadOnlyView(folder, view);
      mounted.push(view);
      return view;
    });
  },
});
