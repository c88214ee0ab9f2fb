import { createContext, useContext } from 'react';
import type { DafuShell } from '#shared/contract/shell.ts';
import { strictAssert } from '#shared/lib/assert.ts';

export const ShellContext = createContext<DafuShell | null>(null);

export function useShell(): DafuShell {
  const shell = useContext(ShellContext);
  strictAssert(shell, 'useShell is called below ShellContext');
  return shell;
}
