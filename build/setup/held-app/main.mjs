/**
 * Starts an app folder (`HELD_APP_FOLDER`) as Electron does, but lets Playwright attach first. Without Playwright's
 * loader, which holds `ready` back, the window opens while Playwright is still connecting and some of its events are
 * missed: every third start hangs. Playwright can hold only an Electron it has found itself, not one it was told of.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.env['HELD_APP_FOLDER'];
if (!folder) throw new Error('HELD_APP_FOLDER names no app');
createRequire(import.meta.url)(
  join(import.meta.dirname, '../../../node_modules/playwright-core/lib/server/electron/loader.js'),
);

const {
  name,
  productName = name,
  version = '0.0.0',
  main,
} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// What Electron's own default app calls too, though its types do not name them.
const loadedApp = /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
  app
);
loadedApp.setName(productName);
loadedApp.setVersion(version);
loadedApp.setAppPath(folder);
await import(pathToFileURL(join(folder, main)).href);
