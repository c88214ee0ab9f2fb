import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { playwrightLaunch } from '../../build/setup/launch.mjs';
import { writeFontConfig } from '../support/render.ts';
import { root } from './paths.ts';

const emptyApp = path.join(import.meta.dirname, 'empty-app');

export interface OpenWindow {
  electron: ElectronApplication;
  page: Page;
}

/** Dafu on a data folder of its own. */
export async function openDafu(dataFolder: string): Promise<OpenWindow> {
  return open(playwrightLaunch([`--data=${dataFolder}`]));
}

/** An Electron app with one page and nothing else, on the same runtime. */
export async function openEmptyApp(userData: string): Promise<OpenWindow> {
  return open(playwrightLaunch([`--user-data-dir=${userData}`], emptyApp));
}

/**
 * Both windows find Chinese fonts installed, as on every office PC: without them Dafu would load its own, and that is
 * not what is measured.
 */
async function open({ executablePath, args, env }: ReturnType<typeof playwrightLaunch>): Promise<OpenWindow> {
  const folder = path.join(root, 'node_modules/.cache/dafu-bench');
  mkdirSync(folder, { recursive: true });
  const electron = await _electron.launch({
    executablePath,
    args,
    env: { ...env, FONTCONFIG_FILE: writeFontConfig(folder) },
  });
  return { electron, page: await electron.firstWindow() };
}
