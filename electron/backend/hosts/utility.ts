import { runBackend, type PortChannel } from './run.ts';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import type { ClientMessage } from '#shared/rpc/messages.ts';

/** Entry of the backend in an Electron utilityProcess. Electron's types stay out of the backend; these are ours. */
interface MessagePortMain {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  close(): void;
}
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: MessagePortMain[] }) => void): void;
}

const { parentPort } = process as unknown as { parentPort: ParentPort };
const runner = runBackend((message: BackendToMain) => parentPort.postMessage(message));

parentPort.on('message', ({ data, ports: [port] }) => {
  const message = data as MainToBackend;
  switch (message.type) {
    case 'connect':
      if (port !== undefined) runner.connect(channelOf(port));
      return;
    case 'port':
    case 'portClosed':
      // Only a child process gets these.
      return;
    default:
      runner.receive(message);
  }
});

function channelOf(port: MessagePortMain): PortChannel {
  return {
    post: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data as ClientMessage));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
