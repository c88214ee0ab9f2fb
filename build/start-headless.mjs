import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { _electron } from '@playwright/test';
import { repeatCollectedEvaluations } from './setup/collected-evaluations.mjs';
import { playwrightLaunch } from './setup/launch.mjs';
import { repositoryCache, root } from './setup/places.mjs';
import { startVirtualDisplay } from './setup/virtual-display.mjs';

/**
 * `npm start` where no window can be shown: the same app in the same window on a virtual display, doing the main job
 * on the shipped sample as a person would, by its buttons. What it leaves can be looked at afterwards.
 */
const folder = join(repositoryCache, 'start-without-display');
const dataFolder = join(folder, 'data');
const outFolder = join(folder, 'out');
const screenshot = join(folder, 'window.png');
rmSync(folder, { recursive: true, force: true });
mkdirSync(outFolder, { recursive: true });

/**
 * The Chinese word of the interface for a key such as `desk:door.sample.title`.
 * @param {string} key
 */
function word(key) {
  const [namespace, path = ''] = key.split(':');
  /** @type {unknown} */
  let value = JSON.parse(readFileSync(join(root, 'resources/locales/zh-CN', `${namespace}.json`), 'utf8'));
  for (const part of path.split('.')) value = /** @type {Record<string, unknown>} */ (value)[part];
  if (typeof value !== 'string') throw new Error(`no word for ${key}`);
  return value;
}

/** @param {import('@playwright/test').ElectronApplication} electron */
async function doTheMainJob(electron) {
  // The one native dialog on the way, answered as a person would: this folder.
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, outFolder);
  const window = await electron.firstWindow();
  const button = (/** @type {string} */ key, within = window.locator('body')) =>
    within.getByRole('button', { name: word(key), exact: true });

  const sample = button('desk:door.sample.title');
  const skip = button('assistant:skip');
  await sample.or(skip).waitFor({ timeout: 30_000 });
  if (await skip.isVisible()) await skip.click();
  await sample.click();
  await button('draft:export').click({ timeout: 30_000 });
  const dialog = window.getByRole('dialog', { name: word('exporting:title') });
  await button('exporting:chooseFolderFirst', dialog).click();
  await button('exporting:export', dialog).click();
  await button('exporting:openFolder', dialog).waitFor({ timeout: 60_000 });
  await button('common:done', dialog).click();
  await dialog.waitFor({ state: 'hidden' });
  await window.screenshot({ path: screenshot });
}

/**
 * @param {string} extension
 * @returns {string} path of the one file of that kind
 */
function exported(extension) {
  const names = readdirSync(outFolder).filter((name) => extname(name) === extension);
  const path = join(outFolder, names[0] ?? '');
  if (names.length !== 1 || statSync(path).size === 0)
    throw new Error(`${names.length} ${extension} files were written`);
  return path;
}

console.log(
  '没有显示器：在虚拟显示上打开同一个程序，完成一遍主要工作… (no display: doing the main job on a virtual one)',
);
const display = await startVirtualDisplay();
const { executablePath, args, env } = playwrightLaunch([`--data=${dataFolder}`]);
const electron = await _electron.launch({ executablePath, args, env: { ...env, DISPLAY: display.display } });
repeatCollectedEvaluations(electron);
try {
  await doTheMainJob(electron);
} catch (error) {
  const window = electron.windows()[0];
  const picture = window?.screenshot({ path: screenshot, timeout: 5_000 }).then(
    () => screenshot,
    (/** @type {Error} */ reason) => reason.message,
  );
  console.error(`没有完成，当时的窗口见 (not finished; the window as it was): ${await picture}`);
  throw error;
} finally {
  await electron.close();
  display.stop();
}
console.log(`
已打开示例、导出 Word 和 PDF (the sample was opened and exported):
  截图 screenshot  ${screenshot}
  Word             ${exported('.docx')}
  PDF              ${exported('.pdf')}

要看到真正的窗口 (for a real window):
  - 在有桌面的电脑上运行 npm start (run it on a computer with a desktop)
  - 经 ssh 转发窗口 (forward it over ssh): ssh -X USER@HOST，再运行 npm start
  - 用远程桌面或 VNC，设好 DISPLAY 再运行 (over VNC): DISPLAY=:1 npm start`);
