import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { editActions, type ShellCalls } from '#shared/contract/shell.ts';

/** The arguments of every channel, checked on arrival: a page that was taken over may send anything. */
const shellCallArguments: { [C in keyof ShellCalls]: z.ZodType<ShellCalls[C]> } = {
  'shell:connect': z.tuple([]),
  'shell:restartBackend': z.tuple([]),
  'shell:tokenForFile': z.tuple([z.string().min(1).max(32_768)]),
  'shell:takeOpenedFiles': z.tuple([]),
  'shell:setTitle': z.tuple([z.string().max(300)]),
  'shell:setColorScheme': z.tuple([z.enum(['light', 'dark', 'auto'])]),
  'shell:setLanguage': z.tuple([z.enum(['zh-CN', 'en'])]),
  'shell:setFullScreen': z.tuple([z.boolean()]),
  'shell:edit': z.tuple([z.enum(editActions)]),
  'shell:print': z.tuple([]),
  'shell:closeHeard': z.tuple([]),
  'shell:confirmClose': z.tuple([]),
  'shell:requestClose': z.tuple([]),
};

/** The part of an IPC event that tells who sent it. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { sender: Pick<WebContents, 'mainFrame'> };

/**
 * Throws unless the message comes from the main frame of its window and that frame shows our own page. A destroyed
 * frame (null) is refused too: its origin can no longer be known.
 */
export function assertOwnMainFrame(event: Sender, isOwnUrl: (url: string) => boolean): void {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame || !isOwnUrl(frame.url)) {
    throw new Error('refused: sender is not a main frame of this app');
  }
}

export type ShellHandlers = {
  [C in keyof ShellCalls]: (sender: WebContents, ...args: ShellCalls[C]) => unknown;
};

/** Registers every channel of the contract, and no other. */
export function handleShellCalls(handlers: ShellHandlers, isOwnUrl: (url: string) => boolean): void {
  for (const channel of Object.keys(shellCallArguments) as (keyof ShellCalls)[]) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answerShellCall(channel, event, args, handlers, isOwnUrl));
  }
}

export async function answerShellCall<C extends keyof ShellCalls>(
  channel: C,
  event: Sender & { sender: WebContents },
  args: unknown[],
  handlers: ShellHandlers,
  isOwnUrl: (url: string) => boolean,
): Promise<unknown> {
  assertOwnMainFrame(event, isOwnUrl);
  const checked: ShellCalls[C] = shellCallArguments[channel].parse(args);
  const handler: (sender: WebContents, ...args: ShellCalls[C]) => unknown = handlers[channel];
  return handler(event.sender, ...checked);
}
