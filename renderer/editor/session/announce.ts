import { mergeRegister, type LexicalEditor } from 'lexical';

export interface Announcer {
  onChange: (listener: () => void) => () => void;
  /** The letter changed: told at once, or when the input method that composes has ended. */
  change: () => void;
  /** Settles when no input method composes. */
  settled: () => Promise<void>;
  unregister: () => void;
}

/** Tells of changes of the letter, never of one in the middle of a composition. */
export function createAnnouncer(editor: LexicalEditor): Announcer {
  const listeners = new Set<() => void>();
  let waiters: (() => void)[] = [];
  let isPending = false;

  const announce = () => {
    isPending = false;
    for (const listener of listeners) listener();
  };
  const afterComposition = () => {
    // Without its element the text hears of no end: whoever waits must not wait for ever.
    if (editor.isComposing() && editor.getRootElement()) return;
    const settled = waiters;
    waiters = [];
    for (const resolve of settled) resolve();
    if (isPending) announce();
  };
  // The library finishes the composition after this event.
  const onEnd = () => void setTimeout(afterComposition);
  const unregister = mergeRegister(
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('compositionend', onEnd);
      root?.addEventListener('compositionend', onEnd);
      if (!root) afterComposition();
    }),
    () => listeners.clear(),
  );
  return {
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: () => {
      isPending = true;
      if (!editor.isComposing()) announce();
    },
    settled: async () => {
      if (!editor.isComposing()) return;
      await new Promise<void>((resolve) => waiters.push(resolve));
    },
    unregister,
  };
}
