import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CommandId } from './shortcuts.ts';

type Handler = () => void;

interface Registry {
  /** The newest handler of a command is the one in charge: a screen overrides the frame. */
  handlers: ReadonlyMap<CommandId, readonly Handler[]>;
}

const useRegistry = create<Registry>(() => ({ handlers: new Map() }));

/** Offers a command while the component is mounted and `enabled`. */
export function useCommandHandler(id: CommandId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const call = () => latest.current();
    change(id, (handlers) => [...handlers, call]);
    return () => change(id, (handlers) => handlers.filter((known) => known !== call));
  }, [id, enabled]);
}

function change(id: CommandId, next: (handlers: readonly Handler[]) => readonly Handler[]): void {
  useRegistry.setState(({ handlers }) => {
    const changed = new Map(handlers);
    const list = next(handlers.get(id) ?? []);
    if (list.length === 0) changed.delete(id);
    else changed.set(id, list);
    return { handlers: changed };
  });
}

/** False when nobody offers the command just now. */
export function runCommandById(id: CommandId): boolean {
  const handler = useRegistry.getState().handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

export function useOfferedCommands(): ReadonlySet<CommandId> {
  const handlers = useRegistry((registry) => registry.handlers);
  return new Set(handlers.keys());
}
