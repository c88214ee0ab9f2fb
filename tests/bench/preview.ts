import path from 'node:path';
import type { Page } from '@playwright/test';
import { edited, letterOf, TEN_PAGES } from './letters.ts';
import { KEYS, typeInTheMiddle, WARM_UP } from './keystroke.ts';
import { reportBudget, reportRatio } from './report.ts';
import { median, percentile, timeCalls } from './stats.ts';
import { inTemporaryFolder, storeWith } from './store.ts';
import { openDafu } from './windows.ts';

const EDITS = 60;
const WARM_UP_EDITS = 10;
/** ms from edit to new picture. */
const PICTURE_BUDGET = 150;
/** Of a letter of 100 pages: it has to follow, not to keep pace. */
const LONG_PICTURE_BUDGET = 1500;
/** Of the keystroke with the pages beside it: not to be felt. */
const KEYSTROKE_GOAL = 1.15;

/**
 * The pages beside the text: from the key to the new picture on the screen, and what the open preview costs a keystroke,
 * against the same window before it was opened.
 */
export async function benchPreview(): Promise<void> {
  await benchLetter('10 pages', TEN_PAGES, PICTURE_BUDGET);
  await benchLetter('100 pages', 10 * TEN_PAGES, LONG_PICTURE_BUDGET);
}

async function benchLetter(name: string, characters: number, budget: number): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const letter = letterOf(characters);
    const dataFolder = path.join(folder, 'data');
    const store = await storeWith(letter, dataFolder);
    const nothing = { epoch: '', count: 0 };
    const rendering = await timeCalls(15, 3, async (round) =>
      store.client.call('preview.render', {
        body: JSON.stringify(edited(letter, round)),
        known: nothing,
        knownPages: [],
        wanted: { first: 1, last: 3 },
      }),
    );
    await store.stop();

    const { electron, page } = await openDafu(dataFolder);
    await page.waitForSelector('[contenteditable="true"] p');
    // The count in the status bar comes a while after the start; what loads then is not what is measured.
    await page.waitForFunction(() => /第 \d+\/\d+ 页/.test(document.querySelector('footer')?.textContent ?? ''));
    const closed = await typeInTheMiddle(page);
    await page.keyboard.press('Alt+5');
    await page.waitForSelector('canvas[data-drawn]');
    const open = await typeInTheMiddle(page);
    for (const share of [0.5, 0.95]) {
      reportRatio(
        `keystroke to painted frame beside the preview, ${name}, p${share * 100}`,
        percentile(open, share),
        { name: 'the same window, preview closed', value: percentile(closed, share) },
        KEYSTROKE_GOAL,
      );
    }
    const pictures = await editsToPictures(page);
    reportBudget(`edit to new picture on the screen, ${name}, p95`, percentile(pictures, 0.95), budget, {
      p50: median(pictures),
      renderingInBackend: median(rendering),
      edits: EDITS,
      keys: KEYS - WARM_UP,
    });
    await electron.close();
  });
}

/** ms from a key to the end of the frame that shows the page it changed, one key after the other. */
async function editsToPictures(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const own = globalThis as unknown as { pictureSamples: number[] };
    own.pictureSamples = [];
    let pressedAt: number | null = null;
    document.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
    new MutationObserver(() => {
      if (pressedAt === null) return;
      const start = pressedAt;
      pressedAt = null;
      requestAnimationFrame(() => {
        // The message arrives after the frame of this callback was laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => own.pictureSamples.push(performance.now() - start);
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, attributeFilter: ['data-drawn'] });
  });
  for (let edit = 1; edit <= EDITS + WARM_UP_EDITS; edit += 1) {
    await page.keyboard.press('b');
    await page.waitForFunction(
      (count) => (globalThis as unknown as { pictureSamples: number[] }).pictureSamples.length >= count,
      edit,
    );
  }
  const samples = await page.evaluate(() => (globalThis as unknown as { pictureSamples: number[] }).pictureSamples);
  return samples.slice(WARM_UP_EDITS);
}
