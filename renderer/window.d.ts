import type { DafuShell } from '#shared/contract/shell.ts';

declare global {
  interface Window {
    /** Handed over by the preload script; the only way out of the sandbox. */
    readonly dafu: DafuShell;
  }
}
