import { useEffect } from 'react';
import { create } from 'zustand';
import { useShell } from '../shell-context.ts';

/** Brings everything unsaved to the store. `false`: it could not, and the person wants to stay. */
type Flush = () => Promise<boolean>;

const useFlushers = create<{ flushers: readonly Flush[] }>(() => ({ flushers: [] }));

export function registerFlush(flush: Flush): () => void {
  useFlushers.setState(({ flushers }) => ({ flushers: [...flushers, flush] }));
  return () => useFlushers.setState(({ flushers }) => ({ flushers: flushers.filter((known) => known !== flush) }));
}

/** The window closes only when every open text is saved, or the person chose to close without. */
export function useCloseFlow(): void {
  const shell = useShell();
  useEffect(
    () =>
      shell.onCloseRequested(() => {
        void Promise.all(useFlushers.getState().flushers.map((flush) => flush())).then((answers) => {
          if (answers.every(Boolean)) void shell.confirmClose();
        });
      }),
    [shell],
  );
}
