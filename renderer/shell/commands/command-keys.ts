import { useEffect } from 'react';
import { runCommandById } from './command-registry.ts';
import { commandOfKey, isCommandId } from './shortcuts.ts';
import { useShell } from '../shell-context.ts';

/** Keys and native menu items both run commands of the one table. */
export function useCommandKeys(): void {
  const shell = useShell();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // 229: an input method has the key.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const command = commandOfKey(event);
      if (command !== undefined && runCommandById(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(
    () =>
      shell.onMenuCommand((id) => {
        if (isCommandId(id)) runCommandById(id);
      }),
    [shell],
  );
}
