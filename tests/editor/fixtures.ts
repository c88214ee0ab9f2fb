import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { test as base, _electron, chromium, expect, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { currentChromium, playwrightLaunch } from '../../build/setup/launch.mjs';
import type { EditorShell } from './editor-shell.ts';
import type { Harness, HarnessOptions } from './harness/harness.ts';

export { expect };

const here = import.meta.dirname;
const root = resolve(here, '../..');
const output = join(root, '.cache/editor-harness');

interface Letter {
  page: Page;
  cdp: CDPSession;
  open: (document: ReplyDocument, options?: HarnessOptions) => Promise<void>;
  /** Runs in the page with the harness of the open letter. */
  caret: (place: string, offset: number, toPlace?: string, toOffset?: number) => Promise<void>;
  lines: () => Promise<string[]>;
  document: () => Promise<ReplyDocument>;
  /** Pastes as if from another program. */
  paste: (data: { text?: string; html?: string; rtf?: string }) => Promise<void>;
  /** What another program would get of the selection. */
  copy: () => Promise<{ text: string; html: string }>;
  run: <A, R>(action: (harness: Harness, argument: A) => R, argument?: A) => Promise<R>;
}

interface HarnessWorker {
  editorShell: EditorShell;
  harnessPage: { page: Page; cdp: CDPSession };
}

/**
 * The editor alone in a window: one window for all tests of the worker, a new letter for each. A test fails when the
 * page reported an error, even if all its own expectations hold.
 */
export const test = base.extend<{ letter: Letter }, HarnessWorker>({
  editorShell: ['electron', { option: true, scope: 'worker' }],
  harnessPage: [
    async ({ editorShell }, provide) => {
      const shell = editorShell === 'electron' ? electronWindow : chromiumWindow;
      await buildHarness();
      const server = await serve(output);
      const { page, close } = await shell(`http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`);
      await page.waitForFunction(() => 'openHarness' in window);
      const cdp = await page.context().newCDPSession(page);
      await provide({ page, cdp });
      await close();
      server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  letter: async ({ harnessPage: { page, cdp } }, provide) => {
    const consoleErrors: string[] = [];
    const listen = (message: { type: () => string; text: () => string }) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    };
    page.on('console', listen);
    await page.evaluate(() => {
      window.problems.length = 0;
    });
    const run: Letter['run'] = async (action, argument) => {
      const harness = await page.evaluateHandle(() => window.harness);
      return harness.evaluate(action as never, argument);
    };
    await provide({
      page,
      cdp,
      run,
      caret: (place, offset, toPlace = place, toOffset = offset) =>
        run((harness, at) => harness.caret(at.place, at.offset, at.toPlace, at.toOffset), {
          place,
          offset,
          toPlace,
          toOffset,
        }),
      lines: () => run((harness) => harness.lines()),
      document: () => run((harness) => harness.document()),
      paste: (data) =>
        page.evaluate(({ text, html, rtf }) => {
          const transfer = new DataTransfer();
          if (text !== undefined) transfer.setData('text/plain', text);
          if (html !== undefined) transfer.setData('text/html', html);
          if (rtf !== undefined) transfer.setData('text/rtf', rtf);
          const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
          document.querySelector('.letter-text')?.dispatchEvent(event);
        }, data),
      copy: () =>
        page.evaluate(() => {
          const transfer = new DataTransfer();
          const event = new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true });
          document.querySelector('.letter-text')?.dispatchEvent(event);
          return { text: transfer.getData('text/plain'), html: transfer.getData('text/html') };
        }),
      open: async (document, options) => {
        await page.evaluate(([json, settings]) => window.openHarness(json, settings), [
          JSON.stringify(document),
          options,
        ] as const);
        await page.waitForSelector('.letter-text .letter-section', { timeout: 5_000 });
        // Two frames: React has committed twice (StrictMode) and the text is painted.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      },
    });
    page.off('console', listen);
    expect(await page.evaluate(() => window.problems)).toEqual([]);
    expect(consoleErrors).toEqual([]);
  },
});

async function buildHarness(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(here, 'harness'),
    base: './',
    mode: 'development',
    // The library's own checks only run in its development build.
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { conditions: ['development', 'browser', 'module'] },
    css: { postcss: join(root, 'build/postcss') },
    build: { outDir: output, emptyOutDir: true, target: 'chrome130', minify: false, reportCompressedSize: false },
  });
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** Module scripts do not load from file: addresses. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://x').pathname);
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

interface HarnessWindow {
  page: Page;
  close: () => Promise<void>;
}

async function electronWindow(url: string): Promise<HarnessWindow> {
  const { executablePath, args, env } = playwrightLaunch([], join(here, 'harness/app'));
  const app = await _electron.launch({ executablePath, args, env: { ...env, LETTER_HARNESS_URL: url } });
  return { page: await app.firstWindow(), close: () => app.close() };
}

async function chromiumWindow(url: string): Promise<HarnessWindow> {
  const executablePath = currentChromium();
  if (executablePath === null) throw new Error('no Chromium on this machine (Debian: chromium)');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, '--disable-gpu', '--disable-background-networking', '--window-size=1100,1000'];
  // A window and not headless: the clipboard takes another way there.
  const browser = await chromium.launch({ executablePath, headless: false, args });
  const context = await browser.newContext({ viewport: null, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(url);
  return { page, close: () => browser.close() };
}
