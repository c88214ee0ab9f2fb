import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { playwrightLaunch } from '../../build/setup/launch.mjs';

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

async function open({ executablePath, args, env }: ReturnType<typeof playwrightLaunch>): Promise<OpenWindow> {
  const electron = await _electron.launch({ executablePath, args, env });
  return { electron, page: await electron.firstWindow() };
}
