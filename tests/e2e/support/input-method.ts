import type { CDPSession } from '@playwright/test';

/**
 * A Chinese input method as Chromium sees one: the reading grows letter by letter in a composition, then the chosen
 * characters replace it.
 *
 * @param reading what is typed, such as `jin'an`; shown underlined while composing
 * @param chosen the characters committed
 */
export async function composeText(devTools: CDPSession, reading: string, chosen: string): Promise<void> {
  for (let length = 1; length <= reading.length; length++) {
    const text = reading.slice(0, length);
    await devTools.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
  }
  await devTools.send('Input.insertText', { text: chosen });
}

/** Gives the composition up: what was typed disappears. */
export async function cancelComposition(devTools: CDPSession): Promise<void> {
  await devTools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
}
