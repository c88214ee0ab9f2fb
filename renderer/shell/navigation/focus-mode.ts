import { useEffect } from 'react';
import { create } from 'zustand';
import { useShell } from '../shell-context.ts';

const useStore = create<{ on: boolean }>(() => ({ on: false }));

export function useIsFocusMode(): boolean {
  return useStore((state) => state.on);
}

/** All but the paper hides, full screen. Ends with the screen that switched it on. */
export function useFocusMode(): { on: boolean; toggle: () => void } {
  const shell = useShell();
  const on = useIsFocusMode();
  useEffect(
    () => () => {
      if (!useStore.getState().on) return;
      useStore.setState({ on: false });
      void shell.setFullScreen(false);
    },
    [shell],
  );
  return {
    on,
    toggle() {
      useStore.setState({ on: !on });
      void shell.setFullScreen(!on);
    },
  };
}
