import path from 'node:path';
import { letterOf } from './letters.ts';
import { reportRatio } from './report.ts';
import { median } from './stats.ts';
import { inTemporaryFolder, storeWith } from './store.ts';
import { openDafu, openEmptyApp, type OpenWindow } from './windows.ts';

const ROUNDS = 5;

async function timeStart(open: () => Promise<OpenWindow>): Promise<number> {
  const start = performance.now();
  const { electron, page } = await open();
  await page.waitForSelector('[contenteditable="true"]');
  const time = performance.now() - start;
  await electron.close();
  return time;
}

/** From the command to a draft of 4,000 characters one can type into, against a window with an empty page. */
export async function benchAppStart(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const dataFolder = path.join(folder, 'data');
    await (await storeWith(letterOf(4000), dataFolder)).stop();
    const ours: number[] = [];
    const empty: number[] = [];
    // In turn, so that a change of the machine's speed meets both; the first of each only fills the file cache.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const dafu = await timeStart(() => openDafu(dataFolder));
      const bare = await timeStart(() => openEmptyApp(path.join(folder, `empty-${round}`)));
      if (round > 0) {
        ours.push(dafu);
        empty.push(bare);
      }
    }
    reportRatio(
      'app start to editable draft',
      median(ours),
      { name: 'empty Electron window', value: median(empty) },
      2,
    );
  });
}
