import { join } from 'node:path';
import { app, MessageChannelMain } from 'electron';
import { BackendHost } from '#main/backend-host/backend-host.ts';
import { startUtilityBackend } from '#main/backend-host/utility-backend.ts';
import type { HostServices } from '#shared/rpc/host.ts';

/** The backend host of the app on a backend that only echoes: the real store needs a newer Node than some runtimes. */
export interface UtilityHarness {
  host: BackendHost;
  /** A new line to the backend; `received` grows. */
  open(): Promise<void>;
  say(message: unknown): void;
  received: unknown[];
  closed: number;
  log: string[];
}

void app.whenReady().then(() => {
  const log: string[] = [];
  const note = (event: string, details: unknown) => log.push(`${event} ${JSON.stringify(details ?? null)}`);
  const host = new BackendHost({
    startProcess: (events) => startUtilityBackend(join(import.meta.dirname, 'backend.mjs'), events),
    init: {
      dataFolder: '/数据',
      resourcesFolder: '/',
      appVersion: '0',
      fontFolders: [],
      locale: 'zh-CN',
      isDev: true,
    },
    services: { takeDroppedFile: () => Promise.resolve('/来文.txt') } as Partial<HostServices> as HostServices,
    log: { info: note, error: note },
  });
  let say: (message: unknown) => void = () => undefined;
  const harness: UtilityHarness = {
    host,
    log,
    received: [],
    closed: 0,
    say: (message) => say(message),
    async open() {
      const { port1, port2 } = new MessageChannelMain();
      port2.on('message', (event) => harness.received.push(event.data));
      port2.on('close', () => harness.closed++);
      port2.start();
      say = (message) => port2.postMessage(message);
      await host.connect(port1);
    },
  };
  Object.assign(globalThis, { harness });
  host.start();
});
