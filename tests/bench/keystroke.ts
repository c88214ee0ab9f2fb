import path from 'node:path';
import type { Page } from '@playwright/test';
import { blockText } from '#shared/document/plain-text.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { letterOf } from './letters.ts';
import { reportRatio } from './report.ts';
import { percentile } from './stats.ts';
import { inTemporaryFolder, storeWith } from './store.ts';
import { openDafu, openEmptyApp } from './windows.ts';

export const KEYS = 160;
export const WARM_UP = 20;
const CHARACTERS = 50_000;

/**
 * Keystroke to painted frame in the middle of a draft of 50,000 characters, against a plain contenteditable with the
 * same text in the same Electron.
 */
export async function benchKeystroke(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const letter = letterOf(CHARACTERS);
    const dataFolder = path.join(folder, 'data');
    await (await storeWith(letter, dataFolder)).stop();

    const plain = await openEmptyApp(path.join(folder, 'empty'));
    const texts = [...blocksOf(letter)].map(({ block }) => blockText(block));
    await plain.page.evaluate((paragraphs) => {
      const text = document.getElementById('text');
      text?.replaceChildren(
        ...paragraphs.map((content) => Object.assign(document.createElement('p'), { textContent: content })),
      );
    }, texts);
    const baseline = await typeInTheMiddle(plain.page);
    await plain.electron.close();

    const dafu = await openDafu(dataFolder);
    await dafu.page.waitForSelector('[contenteditable="true"] p');
    const ours = await typeInTheMiddle(dafu.page);
    await dafu.electron.close();

    for (const share of [0.5, 0.95]) {
      reportRatio(
        `keystroke to painted frame, 50,000 characters, p${share * 100}`,
        percentile(ours, share),
        { name: 'plain contenteditable', value: percentile(baseline, share) },
        1.5,
      );
    }
  });
}

/** Types into the paragraph in the middle; ms from each key event to the end of the frame that shows it. */
export async function typeInTheMiddle(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('[contenteditable="true"] p')];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (!middle) throw new Error('no paragraph to type into');
    middle.scrollIntoView({ block: 'center' });
    middle.closest<HTMLElement>('[contenteditable="true"]')?.focus();
    const range = document.createRange();
    range.selectNodeContents(middle);
    range.collapse(false);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    const samples: number[] = [];
    Object.assign(globalThis, { samples });
    document.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          // The message arrives after the frame of this callback was laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => samples.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        }),
      true,
    );
  });
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('a');
  const samples = await page.evaluate(() => (globalThis as unknown as { samples: number[] }).samples);
  return samples.slice(WARM_UP);
}
