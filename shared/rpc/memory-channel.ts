import type { Channel } from './channel.ts';

/** Every runtime has it; `shared` has the types of none. */
const { structuredClone: clone } = globalThis as unknown as { structuredClone: <T>(value: T) => T };

/**
 * Two ends of a channel inside one process (CLI, tests). Messages are cloned like on a real port, so that a value that
 * cannot cross processes fails here too, and arrive in a later microtask, in order.
 */
export function createMemoryChannel<A, B>(): [Channel<A, B>, Channel<B, A>] {
  const a = createEnd<A, B>();
  const b = createEnd<B, A>();
  let closed = false;
  const closeBoth = () => {
    if (closed) return;
    closed = true;
    a.notifyClosed();
    b.notifyClosed();
  };
  const isClosed = () => closed;
  return [
    a.channel((message) => b.deliver(message), isClosed, closeBoth),
    b.channel((message) => a.deliver(message), isClosed, closeBoth),
  ];
}

function createEnd<Out, In>() {
  const messageListeners: ((message: In) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  return {
    deliver(message: In) {
      for (const listener of messageListeners) listener(message);
    },
    notifyClosed() {
      for (const listener of closeListeners) listener();
    },
    channel(deliverToOther: (message: Out) => void, isClosed: () => boolean, closeBoth: () => void): Channel<Out, In> {
      return {
        post(message) {
          if (isClosed()) return;
          const copy = clone(message);
          void Promise.resolve().then(() => {
            if (!isClosed()) deliverToOther(copy);
          });
        },
        onMessage: (listener) => void messageListeners.push(listener),
        onClose: (listener) => void closeListeners.push(listener),
        close: closeBoth,
      };
    },
  };
}
