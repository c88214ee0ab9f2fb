import { dialog, type BrowserWindow } from 'electron';
import { words } from '../native/words.ts';

const heardTimeoutMs = 4_000;
const impatient = { wishes: 3, withinMs: 15_000 };

/**
 * Closing a window: main asks, the page flushes and confirms. A page that does not even hear the question (it hangs)
 * leads to a native question after `heardTimeoutMs`. One that heard it may take its time, for it may be asking the
 * person something, or the person may have chosen to stay; but who wishes to close again and again gets the native
 * question too, so that no page can keep a window open.
 */
export class CloseFlow {
  readonly #window: BrowserWindow;
  #wishes: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #questionOpen = false;

  constructor(window: BrowserWindow) {
    this.#window = window;
    window.on('close', (event) => {
      event.preventDefault();
      this.#ask();
    });
    // Windows logs off or shuts down, and gives a few seconds: enough to save, too few to ask anything.
    window.on('query-session-end', () => this.#ask());
    window.on('closed', () => clearTimeout(this.#timer));
  }

  #ask(): void {
    const { webContents } = this.#window;
    if (webContents.isCrashed()) {
      this.#window.destroy();
      return;
    }
    const now = Date.now();
    this.#wishes = [...this.#wishes.filter((time) => now - time < impatient.withinMs), now];
    if (this.#wishes.length >= impatient.wishes) {
      void this.#question('slow');
      return;
    }
    this.#timer ??= setTimeout(() => void this.#question('hung'), heardTimeoutMs);
    webContents.send('shell:closeRequested');
  }

  /** The page is alive and knows; whatever comes next is its business. */
  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  confirm(): void {
    this.#window.destroy();
  }

  async #question(kind: 'hung' | 'slow'): Promise<void> {
    if (this.#questionOpen || this.#window.isDestroyed()) return;
    this.#questionOpen = true;
    const answer = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: words(kind === 'hung' ? 'close.hungTitle' : 'close.slowTitle'),
      detail: words(kind === 'hung' ? 'close.hungDetail' : 'close.slowDetail'),
      buttons: [words('close.wait'), words('close.closeAnyway')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    this.#questionOpen = false;
    this.#wishes = [];
    this.heard();
    if (answer.response === 1 && !this.#window.isDestroyed()) this.#window.destroy();
  }
}
