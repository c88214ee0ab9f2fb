import type { CDPSession } from '@playwright/test';

/**
 * A Chinese input method, driven through the same path of the renderer that a real one takes. `withKeyDown`: desktop
 * input methods send keydown 229 right before each step, others do not; the editor takes another way then.
 */
export class InputMethod {
  readonly #cdp: CDPSession;
  readonly #withKeyDown: boolean;

  constructor(cdp: CDPSession, withKeyDown: boolean) {
    this.#cdp = cdp;
    this.#withKeyDown = withKeyDown;
  }

  /** Types letters without choosing anything. */
  async compose(...steps: string[]): Promise<void> {
    for (const text of steps) {
      await this.#key('KeyN', 'n', 78, () =>
        this.#cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
      );
    }
  }

  /** Chooses a candidate. */
  async commit(text: string): Promise<void> {
    await this.#key('Space', ' ', 32, () => this.#cdp.send('Input.insertText', { text }));
  }

  async cancel(): Promise<void> {
    await this.#key('Escape', 'Escape', 27, () =>
      this.#cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 }),
    );
  }

  async write(text: string, ...steps: string[]): Promise<void> {
    await this.compose(...steps);
    await this.commit(text);
  }

  async #key(code: string, key: string, windowsVirtualKeyCode: number, step: () => Promise<unknown>): Promise<void> {
    if (this.#withKeyDown) {
      await this.#cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key: 'Process',
        code,
      });
    }
    await step();
    if (this.#withKeyDown) {
      await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode, key, code });
    }
  }
}

export const nihao = ['n', 'ni', "ni'h", "ni'ha", "ni'hao"];
