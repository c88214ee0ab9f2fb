import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { createShippedForms } from '#backend/formats/forms.ts';
import { createPdfWriter } from '#backend/export/pdf/index.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { blockText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { paragraph, section, textRun } from '#shared/document/create.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { letterOf } from '../../bench/letters.ts';
import { fontFolders, resourcesFolder } from '../../bench/paths.ts';
import { storeWith } from '../../bench/store.ts';
import { inkBands } from '../../support/ink.ts';
import { fullLetter } from '../../support/letters.ts';
import { missingRenderTools, pdfPages } from '../../support/render.ts';
import { expect, test } from '../fixtures.ts';
import { openBackendLine, type BackendLine } from '../support/backend-line.ts';
import { DeskPerson } from '../support/desk-person.ts';
import type { RunningApp } from '../support/running-app.ts';

/** Some 20 pages. */
const LONG = 10_800;
/** mm that a printed edge may be off. */
const TOLERANCE = 0.5;

interface OpenPreview {
  app: RunningApp;
  window: Page;
  line: BackendLine;
  documentId: string;
  pages: Locator;
}

/** The app with this letter open, the preview beside it. */
async function openWith(
  letter: ReplyDocument,
  dataFolder: string,
  launch: () => Promise<RunningApp>,
): Promise<OpenPreview> {
  const store = await storeWith(letter, dataFolder);
  await store.stop();
  const app = await launch();
  const { window } = app;
  const line = await openBackendLine(app);
  await expect(new DeskPerson(window).letter).toBeVisible();
  await window.keyboard.press('Alt+5');
  const pages = window.getByRole('region', { name: '页面预览' });
  await expect(pages.locator('canvas[data-drawn]').first()).toBeVisible();
  return { app, window, line, documentId: store.documentId, pages };
}

async function storedLetter({ line, documentId }: OpenPreview): Promise<ReplyDocument> {
  return parseReplyDocument((await line.call('documents.get', { documentId })).body);
}

async function storedText(open: OpenPreview): Promise<string> {
  return [...blocksOf(await storedLetter(open))].map(({ block }) => blockText(block)).join('\n');
}

/** What the backend draws of the stored letter: places of characters to click at. */
function drawn({ line, documentId }: OpenPreview) {
  return line.call('preview.render', { documentId, known: { epoch: '', count: 0 }, knownPages: [] });
}

/** Which pages were drawn since the last call. */
async function redrawn(window: Page): Promise<number[]> {
  return window.evaluate(() => {
    const own = globalThis as unknown as { redrawn?: Set<number> };
    const pages = [...(own.redrawn ?? [])].sort((a, b) => a - b);
    if (!own.redrawn) {
      new MutationObserver((records) => {
        for (const { target } of records) own.redrawn?.add(Number((target as HTMLElement).dataset['page']));
      }).observe(document.body, { subtree: true, attributeFilter: ['data-drawn'] });
    }
    own.redrawn = new Set();
    return pages;
  });
}

/** Clicks at a place given in pt on a page that is in view. */
async function clickPage(pages: Locator, page: number, x: number, y: number): Promise<void> {
  const canvas = pages.locator(`canvas[data-page="${page}"]`);
  await canvas.evaluate((element, at) => {
    const scroller = element.closest('[role="region"]');
    if (!scroller) throw new Error('no pages around the page');
    const ratio = element.clientHeight / 841.89;
    const offset = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTop = offset + at * ratio - scroller.clientHeight / 2;
  }, y);
  const box = await canvas.boundingBox();
  if (!box) throw new Error(`page ${page} is not in view`);
  await canvas.page().mouse.click(box.x + (x / 595.28) * box.width, box.y + (y / 841.89) * box.height);
}

test('the pages follow typing in a letter of 20 pages, and only the page typed on is drawn anew', async ({
  dataFolder,
  launch,
}) => {
  const open = await openWith(letterOf(LONG), dataFolder, launch);
  const { window, pages } = open;
  const person = new DeskPerson(window);
  const paragraph = person.letter.locator('p').nth(25);
  await person.caretAtEndOf(paragraph);
  const marker = pages.locator('[data-marker]');
  await expect(marker).toBeVisible();
  const status = window.getByRole('contentinfo');
  await expect(status).toContainText(/第 \d+\/2\d 页 · 末页 \d+ 行/);
  // Enough pages at once to see which of them change.
  await window.getByRole('button', { name: '占半个窗口' }).click();
  const side = window.getByRole('complementary', { name: '侧栏' });
  await expect.poll(async () => (await side.boundingBox())?.width).toBeGreaterThan(500);
  await window.getByRole('button', { name: /^缩放：/ }).click();
  await window.getByRole('menuitem', { name: '50%', exact: true }).click();
  await expect(marker).toBeVisible();
  const page = Number(await marker.locator('xpath=..').locator('canvas').getAttribute('data-page'));
  expect(page).toBeGreaterThan(2);
  const canvas = pages.locator(`canvas[data-page="${page}"]`);
  await expect.poll(() => pages.locator('canvas[data-drawn]').count()).toBeGreaterThan(2);
  // Until the new size is drawn and the window is at rest.
  await redrawn(window);
  await expect.poll(() => redrawn(window), { intervals: [500] }).toEqual([]);
  const before = await canvas.getAttribute('data-drawn');
  // One character in place of another: the lines stay as they are.
  await window.keyboard.press('Shift+ArrowLeft');
  await window.keyboard.type('！');
  await expect(canvas).not.toHaveAttribute('data-drawn', before ?? '');
  await person.saved();
  expect(await redrawn(window)).toEqual([page]);
  expect((await drawn(open)).pages[page - 1]?.hash).toBe(await canvas.getAttribute('data-drawn'));
  await expect(person.letter).toBeFocused();

  await window.keyboard.press('Control+End');
  const last = (await drawn(open)).facts.pages;
  await expect(status).toContainText(`第 ${last}/${last} 页`);
  await expect(pages.locator(`canvas[data-page="${last}"]`)).toBeInViewport();
});

test('a click on a page puts the caret at that character', async ({ dataFolder, launch }) => {
  const open = await openWith(letterOf(5600), dataFolder, launch);
  const { window, pages } = open;
  const person = new DeskPerson(window);
  const { marks, pages: sheets } = await drawn(open);
  const blocks = [...blocksOf(await storedLetter(open))].map(({ block }) => block);
  const paragraph = blocks.filter((block) => block.type === 'paragraph')[2]!;
  const mark = marks.find(({ blockId }) => blockId === paragraph.id)!;
  const at = sheets[mark.page - 1]!.picture!.runs.flatMap((run) => run.at);
  const places = Array.from({ length: at.length / 2 }, (_, index) => ({ x: at[2 * index]!, y: at[2 * index + 1]! }));
  const start = places.findIndex(({ x, y }) => Math.abs(y - mark.y) < 1 && x >= mark.x - 1);
  // On the paragraph's second line, the left half of a character.
  const place = places[start + 40]!;
  expect(place.y).toBeGreaterThan(mark.y + 20);
  await expect(pages.locator(`canvas[data-page="${mark.page}"]`)).toBeAttached();
  await clickPage(pages, mark.page, place.x + 3, place.y - 5);
  await expect(person.letter).toBeFocused();
  await window.keyboard.type('※');
  const text = blockText(paragraph);
  await expect.poll(() => storedText(open)).toContain(`${text.slice(0, 40)}※${text.slice(40)}`);

  await clickPage(pages, 1, 300, marks.find(({ part }) => part === 'title')!.y - 6);
  await window.keyboard.press('End');
  await window.keyboard.type('稿');
  await expect.poll(async () => (await storedLetter(open)).head.title.at(-1)?.text).toMatch(/稿/);
});

test('an input method is left alone, and its result shows', async ({ dataFolder, launch }) => {
  const open = await openWith(letterOf(2000), dataFolder, launch);
  const { app, window, pages } = open;
  const person = new DeskPerson(window);
  await person.caretAtEndOf(person.letter.locator('p').nth(2));
  const canvas = pages.locator('canvas[data-page="1"]');
  const before = await canvas.getAttribute('data-drawn');
  const devTools = await app.devTools();
  await devTools.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await devTools.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  await window.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300))));
  await expect(canvas).toHaveAttribute('data-drawn', before ?? '');
  await devTools.send('Input.insertText', { text: '你好' });
  await expect(canvas).not.toHaveAttribute('data-drawn', before ?? '');
  await person.saved();
  expect((await drawn(open)).pages[0]?.hash).toBe(await canvas.getAttribute('data-drawn'));
});

test('warnings, another form and changed settings show on the pages', async ({ dataFolder, launch }) => {
  const letter = fullLetter();
  letter.head.title = [textRun('关于市政协六届五次会议第零一六八号提案的答复'.repeat(4))];
  const open = await openWith(letter, dataFolder, launch);
  const { window, pages, line } = open;
  const person = new DeskPerson(window);
  await expect(window.getByText(/^标题有 \d 行$/)).toBeVisible();
  await expect(pages.getByTitle(/^标题有 \d 行$/)).toBeVisible();
  await expect(window.getByText(/本机缺少 \d 种字体/)).toBeVisible();
  await window.getByRole('button', { name: '修改标题', exact: true }).click();
  await expect(person.letter).toBeFocused();
  for (let count = 0; count < 66; count += 1) await window.keyboard.press('Backspace');
  await expect(window.getByText(/^标题有 \d 行$/)).toBeHidden();

  const canvas = pages.locator('canvas[data-page="1"]');
  const redPixels = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
      let red = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! > 200 && data[at + 1]! < 90) red += 1;
      return red;
    });
  const { unit } = await line.call('settings.get', {});
  await line.call('settings.saveUnit', { unit: { ...unit, form: 'plain' } });
  await expect.poll(redPixels).toBe(0);
  await person.button(/^格式：/).click();
  await window.getByRole('menuitem', { name: '文件格式', exact: true }).click();
  await expect.poll(redPixels).toBeGreaterThan(200);
  await person.button(/^格式：/).click();
  await window.getByRole('menuitem', { name: /^本单位格式/ }).click();
  await expect.poll(redPixels).toBe(0);
  await line.call('settings.saveUnit', { unit: { ...unit, form: 'letter' } });
  await expect.poll(redPixels).toBeGreaterThan(200);
});

test('closer lines save a last page with a line or two, and can be taken back', async ({ dataFolder, launch }) => {
  const unit = { ...defaultUnitSettings, fullName: '云江市交通运输局' };
  const form = createShippedForms(join(resourcesFolder, 'forms')).get(unit.form);
  const writer = createPdfWriter({ resourcesFolder, fontFolders });
  const letterOfLines = (count: number): ReplyDocument => ({
    ...fullLetter(),
    sections: [
      section(
        'other',
        Array.from({ length: count }, () => paragraph('各项工作已经完成。')),
      ),
    ],
    tail: { ...fullLetter().tail, attachments: [], copyTo: [] },
  });
  const counts = Array.from({ length: 20 }, (_, index) => index + 6);
  const lines = counts.find((count) => {
    const options = { unit, form, caseFacts: emptyCaseFacts() };
    return writer.draw(letterOfLines(count), options, true).ending.tighterPitch !== null;
  });
  expect(lines).toBeDefined();
  const { window } = await openWith(letterOfLines(lines ?? 0), dataFolder, launch);
  const person = new DeskPerson(window);
  const status = window.getByRole('contentinfo');
  await expect(status).toContainText('第 1/2 页');
  await person.button('收紧本文行距').click();
  await expect(status).toContainText('第 1/1 页');
  await person.button('恢复行距').click();
  await expect(status).toContainText('第 1/2 页');
});

test('the keyboard alone opens the preview, goes through its pages and prints one of them', async ({
  dataFolder,
  launch,
}) => {
  const { window, app, pages } = await openWith(letterOf(5600), dataFolder, launch);
  await printIntoMemory(app, 1);
  for (let step = 0; step < 7; step += 1) {
    await window.keyboard.press('F6');
    if (await window.evaluate(() => document.activeElement?.closest('[data-region="inspector"]') !== null)) break;
  }
  await expect(pages).toBeFocused();
  await window.keyboard.press('End');
  await expect(pages.locator('canvas[data-page="12"]')).toBeInViewport();
  await window.keyboard.press('Control+P');
  const dialog = window.getByRole('dialog', { name: '打印' });
  await expect(dialog.getByRole('radio', { name: '全部（12 页）' })).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Tab');
  await window.keyboard.type('2-3');
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(window.getByText('已送往打印机，共 2 页')).toBeVisible();
  expect(await printedBytes(app)).not.toBe('');
});

test('without a printer the window says so and offers the PDF', async ({ dataFolder, launch }) => {
  const { window, app } = await openWith(letterOf(2000), dataFolder, launch);
  const person = new DeskPerson(window);
  await printIntoMemory(app, 0);
  await window.keyboard.press('Control+P');
  await person.button('打印…').click();
  await expect(window.getByText('没有可用的打印机')).toBeVisible();
  await expect(window.locator('[data-print-sheets]')).toHaveCount(0);
  await person.button('导出 PDF…').click();
  await expect(window.getByRole('dialog', { name: /导出/ })).toBeVisible();
});

test.describe('on paper', () => {
  test.skip(missingRenderTools(['pdftotext', 'pdftoppm']).length > 0, 'needs poppler');

  for (const form of ['plain', 'letter'] as const) {
    test(`the print is the exported PDF: ${form}`, async ({ dataFolder, launch }) => {
      const open = await openWith(fullLetter(), dataFolder, launch);
      const { window, app, line } = open;
      const { unit: stored } = await line.call('settings.get', {});
      const unit = { ...stored, form };
      await line.call('settings.saveUnit', { unit });
      await printIntoMemory(app, 1);
      await window.keyboard.press('Control+P');
      await new DeskPerson(window).button('打印…').click();
      await expect(window.getByText(/^已送往打印机/)).toBeVisible();
      const printed = join(dataFolder, 'printed.pdf');
      await writeFile(printed, Buffer.from(await printedBytes(app), 'base64'));

      const { caseFacts } = await line.call('documents.get', { documentId: open.documentId });
      const writer = createPdfWriter({ resourcesFolder, fontFolders });
      const { bytes, pages } = writer.write(await storedLetter(open), {
        unit,
        caseFacts,
        form: createShippedForms(join(resourcesFolder, 'forms')).get(form),
      });
      const exported = join(dataFolder, 'exported.pdf');
      await writeFile(exported, bytes);

      const sheets = await pdfPages(printed);
      expect(sheets).toHaveLength(pages);
      for (const [index, sheet] of sheets.entries()) {
        expect(Math.abs(sheet.width - 210)).toBeLessThan(TOLERANCE);
        expect(Math.abs(sheet.height - 297)).toBeLessThan(TOLERANCE);
        const [ours, theirs] = [await inkBands(printed, index + 1), await inkBands(exported, index + 1)];
        for (const color of ['red', 'black'] as const) {
          expect(ours[color], `${color} on page ${index + 1}`).toHaveLength(theirs[color].length);
          for (const [at, band] of ours[color].entries()) {
            for (const edge of ['left', 'right', 'top', 'bottom'] as const) {
              expect(Math.abs(band[edge] - theirs[color][at]![edge])).toBeLessThan(TOLERANCE);
            }
          }
        }
      }
    });
  }
});

/** Puts a printer of so many that print into memory in place of the system's, from main. */
async function printIntoMemory({ electron }: RunningApp, printers: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, count) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const { webContents } = window;
    Object.assign(webContents, {
      getPrintersAsync: () => Promise.resolve(Array.from({ length: count }, () => ({ name: 'memory' }))),
      print: (_options: unknown, done: (isDone: boolean, reason: string) => void) => {
        const margins = { top: 0, bottom: 0, left: 0, right: 0 };
        const print = async () => {
          const bytes = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins });
          Object.assign(globalThis, { printedBytes: bytes.toString('base64') });
          done(true, '');
        };
        void print();
      },
    });
  }, printers);
}

function printedBytes({ electron }: RunningApp): Promise<string> {
  return electron.evaluate(() => (globalThis as unknown as { printedBytes?: string }).printedBytes ?? '');
}
