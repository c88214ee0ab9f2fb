import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';

/**
 * Stands in for Electron's utilityProcess, so that `hosts/utility.ts` can be tested without Electron: gives it a
 * `process.parentPort` and ports with Electron's shape of events, and bridges both to the test's IPC line, where
 * messages of ports are framed as in `hosts/node.ts`.
 */
const parentListeners: ((event: { data: unknown; ports: unknown[] }) => void)[] = [];
const ports = new Map<number, MessagePort>();
const post = (message: BackendToMain) => void process.send!(message);

Object.assign(process, {
  parentPort: {
    postMessage: post,
    on: (_event: 'message', listener: (event: { data: unknown; ports: unknown[] }) => void) =>
      parentListeners.push(listener),
  },
});
await import('../hosts/utility.ts');

process.on('message', (message: MainToBackend) => {
  if (message.type === 'port') {
    ports.get(message.portId)?.postMessage(message.message);
  } else if (message.type === 'portClosed') {
    ports.get(message.portId)?.close();
  } else {
    const given = message.type === 'connect' ? [openPort(message.portId)] : [];
    for (const listener of parentListeners) listener({ data: message, ports: given });
  }
});
process.on('disconnect', () => process.exit(1));

function openPort(portId: number): unknown {
  const { port1, port2 } = new MessageChannel();
  ports.set(portId, port2);
  port2.on('message', (message) => post({ type: 'port', portId, message }));
  port2.on('close', () => post({ type: 'portClosed', portId }));
  return {
    postMessage: (message: unknown) => port1.postMessage(message),
    // Electron holds messages back until `start`; Node starts a port at its first listener.
    start: () => port1.start(),
    close: () => port1.close(),
    on(event: 'message' | 'close', listener: (event?: { data: unknown }) => void) {
      if (event === 'close') port1.on('close', () => listener());
      else port1.on('message', (data) => listener({ data }));
    },
  };
}
