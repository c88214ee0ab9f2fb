import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test';
import { repeatCollectedEvaluations } from '../../../build/setup/collected-evaluations.mjs';
import { playwrightLaunch } from '../../../build/setup/launch.mjs';

export interface LaunchOptions {
  /** Absolute. */
  dataFolder: string;
  /** More arguments for Electron or the app. */
  args?: string[];
  env?: Record<string, string>;
}

/** What a native dialog answers, in the order asked. Null: the person cancels. */
export interface DialogAnswers {
  openFiles?: (string[] | null)[];
  saveFile?: (string | null)[];
  /** Index of the button. */
  messageBox?: number[];
}

/**
 * The real app, as a person starts it: built files, its own data folder, sandbox and isolation as shipped. Everything
 * that goes wrong in the window or in main is collected in `problems`; the fixture fails the test when there is any
 * that the test did not expect.
 */
export class RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  readonly dataFolder: string;
  readonly #problems: string[];
  readonly #expected: RegExp[] = [];
  #ended = false;

  private constructor(electron: ElectronApplication, window: Page, dataFolder: string, problems: string[]) {
    this.electron = electron;
    this.window = window;
    this.dataFolder = dataFolder;
    this.#problems = problems;
  }

  /** Starts the app and waits for its window. */
  static async launch(options: LaunchOptions): Promise<RunningApp> {
    const { executablePath, args, env } = playwrightLaunch([`--data=${options.dataFolder}`, ...(options.args ?? [])]);
    const electron = await _electron.launch({ executablePath, args, env: { ...env, ...options.env }, timeout: 30_000 });
    repeatCollectedEvaluations(electron);
    const problems: string[] = [];
    collectMainProblems(electron, problems);
    electron.on('window', (page) => collectWindowProblems(page, problems));
    for (const page of electron.windows()) collectWindowProblems(page, problems);
    const window = await electron.firstWindow();
    await window.waitForLoadState('domcontentloaded');
    return new RunningApp(electron, window, options.dataFolder, problems);
  }

  /** Problems this test provokes on purpose. */
  expectProblems(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** Everything that went wrong so far, expected or not. */
  get allProblems(): readonly string[] {
    return this.#problems;
  }

  get unexpectedProblems(): string[] {
    return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }

  /**
   * Answers native dialogs from now on, from main, by putting answers in place of Electron's functions: the app has no
   * door for tests. A dialog nobody answered throws, so that a test never hangs on one.
   */
  async answerDialogs(answers: DialogAnswers): Promise<void> {
    await this.electron.evaluate(({ dialog }, given) => {
      const queues = { openFiles: [...given.openFiles], saveFile: [...given.saveFile], box: [...given.messageBox] };
      const asked: { kind: string; options: unknown }[] = [];
      Object.assign(globalThis, { askedDialogs: asked });
      const next = <T>(kind: string, queue: T[], args: unknown[]): T => {
        const options = args.at(-1);
        asked.push({ kind, options });
        const answer = queue.shift();
        if (answer === undefined) throw new Error(`no answer for ${kind} ${JSON.stringify(options)}`);
        return answer;
      };
      dialog.showOpenDialog = (...args: unknown[]) => {
        const filePaths = next('open', queues.openFiles, args);
        return Promise.resolve({ canceled: filePaths === null, filePaths: filePaths ?? [] });
      };
      dialog.showSaveDialog = (...args: unknown[]) => {
        const filePath = next('save', queues.saveFile, args);
        return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
      };
      dialog.showMessageBox = (...args: unknown[]) =>
        Promise.resolve({ response: next('box', queues.box, args), checkboxChecked: false });
    }, filled(answers));
  }

  /** The native dialogs shown since `answerDialogs`, with what they said. */
  async askedDialogs(): Promise<{ kind: 'open' | 'save' | 'box'; options: Record<string, unknown> }[]> {
    return this.electron.evaluate(() => (globalThis as unknown as { askedDialogs: never[] }).askedDialogs);
  }

  /** Chooses an item of the native menu by its labels, as in `['文件', '导入…']`. */
  async chooseMenuItem(...labels: string[]): Promise<void> {
    await this.electron.evaluate(({ Menu }, path) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const [depth, label] of path.entries()) {
        const item = items.find((candidate) => candidate.label === label);
        if (!item) throw new Error(`no menu item ${label} among ${items.map((known) => known.label).join(', ')}`);
        if (depth === path.length - 1) item.click();
        else items = item.submenu?.items ?? [];
      }
    }, labels);
  }

  /** Closes the window as a person does, and waits until the app is gone. */
  async close(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.electron.close();
  }

  /** Ends every process of the app at once, as a power cut would; nothing is flushed. */
  async killHard(): Promise<void> {
    this.#ended = true;
    const main = this.electron.process();
    const gone = main.exitCode === null ? new Promise((resolve) => main.once('exit', resolve)) : Promise.resolve();
    for (const pid of [mainPid(this.electron), ...descendants(mainPid(this.electron))]) killProcess(pid);
    await gone;
  }

  /** Ends the backend process alone. Returns when it is gone. */
  async killBackend(): Promise<void> {
    const pid = await this.backendPid();
    killProcess(pid);
    while (isAlive(pid)) await pause(10);
  }

  async backendPid(): Promise<number> {
    const inElectron = await this.electron.evaluate(
      ({ app }) => app.getAppMetrics().find((process) => process.name === 'Dafu backend')?.pid,
    );
    const external = () =>
      processTable().find(
        ({ parent, command }) => parent === mainPid(this.electron) && command.includes('backend-node.js'),
      )?.pid;
    const pid = inElectron ?? external();
    if (pid === undefined) throw new Error('the backend is not running');
    return pid;
  }

  /** The Chromium protocol of the window, for what Playwright has no words for. */
  async devTools(): Promise<CDPSession> {
    return this.window.context().newCDPSession(this.window);
  }
}

function filled(answers: DialogAnswers): Required<DialogAnswers> {
  return { openFiles: [], saveFile: [], messageBox: [], ...answers };
}

function collectWindowProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  // Exceptions nobody caught, rejections nobody handled.
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`));
  page.on('crash', () => problems.push('page: crashed'));
}

/** Main logs errors as JSON lines on its standard error; the rest there is chatter of Chromium. */
function collectMainProblems(electron: ElectronApplication, problems: string[]): void {
  let rest = '';
  electron.process().stderr?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    problems.push(...lines.filter((line) => line.startsWith('{"time"')).map((line) => `main: ${line}`));
  });
}

interface ProcessRow {
  pid: number;
  parent: number;
  command: string;
}

function processTable(): ProcessRow[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows.flatMap((row) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function descendants(ancestor: number): number[] {
  const table = processTable();
  const children = (parent: number): number[] =>
    table.filter((row) => row.parent === parent).flatMap(({ pid }) => [pid, ...children(pid)]);
  return children(ancestor);
}

function mainPid(electron: ElectronApplication): number {
  const { pid } = electron.process();
  if (pid === undefined) throw new Error('the app did not start');
  return pid;
}

function killProcess(pid: number): void {
  // A helper may have followed its parent into death already.
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
