import type { WebContents } from 'electron';
import type { PrintOutcome } from '#shared/contract/shell.ts';

/** What Electron says when the person closed the system's dialog; the wording changed between its versions. */
const cancelled = /cancel/i;

/**
 * Prints what the page shows for printing, by way of the system's dialog. The page sets its own sheets (A4, no margins),
 * so nothing is scaled and nothing is added.
 */
export async function printContents(contents: WebContents): Promise<PrintOutcome> {
  const printers = await contents.getPrintersAsync();
  if (printers.length === 0) return { outcome: 'no-printer' };
  return new Promise((resolve) => {
    contents.print(
      { silent: false, printBackground: true, color: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (isDone, reason) => {
        if (isDone) resolve({ outcome: 'printed' });
        else resolve(cancelled.test(reason) ? { outcome: 'cancelled' } : { outcome: 'failed', message: reason });
      },
    );
  });
}
