import type { Page } from '@playwright/test';
import type { Input, Output, ProcedureName } from '#shared/contract/index.ts';
import type { RunningApp } from './running-app.ts';

interface LineWindow {
  dafu: { connect(): Promise<void> };
  testLine?: { port: MessagePort; nextId: number; closed: boolean };
  testLineWanted?: boolean;
}

/**
 * A line of the test's own to the backend, beside the one of the page, over the same calls a page has. For arranging
 * and checking data without clicking through the screens. Reloads the page once, to stand before it at its door.
 */
export async function openBackendLine({ electron, window }: RunningApp): Promise<BackendLine> {
  await electron.context().addInitScript(() => {
    const own = globalThis as unknown as LineWindow & Window;
    own.addEventListener('message', (event) => {
      const port = event.ports[0];
      if (!own.testLineWanted || port === undefined) return;
      // The page must not take this port for its own.
      event.stopImmediatePropagation();
      own.testLineWanted = false;
      const line = { port, nextId: 1, closed: false };
      port.addEventListener('close', () => (line.closed = true));
      port.start();
      own.testLine = line;
    });
  });
  await window.reload();
  const line = new BackendLine(window);
  await line.connect();
  return line;
}

export class BackendLine {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  /** Asks main for a (new) port. */
  async connect(): Promise<void> {
    await this.#window.evaluate(async () => {
      const own = globalThis as unknown as LineWindow;
      delete own.testLine;
      own.testLineWanted = true;
      await own.dafu.connect();
    });
    await this.#window.waitForFunction(() => (globalThis as unknown as LineWindow).testLine !== undefined);
  }

  isClosed(): Promise<boolean> {
    return this.#window.evaluate(() => (globalThis as unknown as LineWindow).testLine?.closed !== false);
  }

  /** Rejects with `CODE {details}` when the backend answers with an error. */
  async call<P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>> {
    return (await this.#window.evaluate(
      async ({ name, value }) => {
        const line = (globalThis as unknown as LineWindow).testLine;
        if (!line) throw new Error('no line to the backend');
        const id = line.nextId++;
        return new Promise((resolve, reject) => {
          const onMessage = ({ data }: MessageEvent) => {
            if (data.type !== 'res' || data.id !== id) return;
            line.port.removeEventListener('message', onMessage);
            if (data.ok) resolve(data.value);
            else reject(new Error(`${data.error.code} ${JSON.stringify(data.error.details)}`));
          };
          line.port.addEventListener('message', onMessage);
          line.port.postMessage({ type: 'req', id, procedure: name, input: value, commandId: crypto.randomUUID() });
        });
      },
      { name: procedure, value: input },
    )) as Output<P>;
  }
}
