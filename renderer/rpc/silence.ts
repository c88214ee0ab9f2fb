import type { Channel } from '#shared/rpc/channel.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';

/** A call waits this long before the backend is asked whether it is there, ms. */
const askAfterMs = 1000;
/** Silence after the question, ms: with the wait before, the person is told within three seconds. */
const tellAfterMs = 1500;

/**
 * The channel as it was, and word when the backend hears nothing any more: calls wait, and it does not even answer a
 * `ping`. A call alone may take long (a dialog is open, a file is read); a backend that works answers in between.
 */
export function watchSilence(
  channel: Channel<ClientMessage, ServerMessage>,
  onChange: (isSilent: boolean) => void,
): Channel<ClientMessage, ServerMessage> {
  const waiting = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;

  const settle = (next: boolean) => {
    if (next === isSilent) return;
    isSilent = next;
    onChange(next);
  };
  const arm = () => {
    if (timer !== undefined || waiting.size === 0 || isSilent) return;
    timer = setTimeout(() => {
      channel.post({ type: 'ping', id: 0 });
      timer = setTimeout(() => {
        timer = undefined;
        settle(true);
      }, tellAfterMs);
    }, askAfterMs);
  };
  const heard = () => {
    clearTimeout(timer);
    timer = undefined;
    settle(false);
    arm();
  };

  return {
    ...channel,
    post(message) {
      channel.post(message);
      if (message.type === 'req') waiting.add(message.id);
      arm();
    },
    onMessage: (listener) =>
      channel.onMessage((message) => {
        if (message.type === 'res') waiting.delete(message.id);
        heard();
        if (message.type !== 'pong') listener(message);
      }),
    onClose: (listener) =>
      channel.onClose(() => {
        waiting.clear();
        heard();
        listener();
      }),
  };
}
