import { runBackend, type PortChannel } from './run.ts';
import type { BackendToMain, MainToBackend } from '#shared/rpc/host.ts';
import type { ClientMessage } from '#shared/rpc/messages.ts';

/**
 * Entry of the backend in a plain Node child process of main (`DAFU_BACKEND_NODE`). Main keeps the ports and passes
 * their messages on, framed with the number of the port.
 */
const ports = new Map<number, { receive(message: ClientMessage): void; closed(): void }>();

const post = (message: BackendToMain) => {
  if (process.connected) process.send!(message);
};
const runner = runBackend(post);

process.on('message', (message: MainToBackend) => {
  switch (message.type) {
    case 'connect':
      runner.connect(openPort(message.portId));
      return;
    case 'port':
      ports.get(message.portId)?.receive(message.message);
      return;
    case 'portClosed':
      ports.get(message.portId)?.closed();
      return;
    default:
      runner.receive(message);
  }
});
// Main is gone, perhaps killed: nobody will ask for a shutdown any more.
process.on('disconnect', () => void runner.shutDown());

function openPort(portId: number): PortChannel {
  const messageListeners: ((message: ClientMessage) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  ports.set(portId, {
    receive(message) {
      for (const listener of messageListeners) listener(message);
    },
    closed() {
      ports.delete(portId);
      for (const listener of closeListeners) listener();
    },
  });
  return {
    post: (message) => post({ type: 'port', portId, message }),
    onMessage: (listener) => void messageListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close() {
      if (!ports.has(portId)) return;
      post({ type: 'portClosed', portId });
      ports.get(portId)?.closed();
    },
  };
}
