import { useState } from 'react';

/** Which rows are ticked and which one the keyboard is on. Ids that have left the list no longer count. */
export interface Selection {
  selected: ReadonlySet<string>;
  activeId: string | null;
  setActive: (id: string) => void;
  toggle: (id: string, range?: boolean) => void;
  selectAll: () => void;
  /** All, or none when all are ticked already. */
  toggleAll: () => void;
  clear: () => void;
}

export function useSelection(ids: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const present = new Set(ids);
  const selected = new Set([...ticked].filter((id) => present.has(id)));
  const activeId = active !== null && present.has(active) ? active : null;
  return {
    selected,
    activeId,
    setActive,
    toggle(id, range = false) {
      const next = new Set(selected);
      const from = activeId === null ? -1 : ids.indexOf(activeId);
      const to = ids.indexOf(id);
      if (range && from !== -1) {
        for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      } else if (next.has(id)) next.delete(id);
      else next.add(id);
      setActive(id);
      setTicked(next);
    },
    selectAll: () => setTicked(new Set(ids)),
    toggleAll: () => setTicked(selected.size === ids.length ? new Set() : new Set(ids)),
    clear: () => setTicked(new Set()),
  };
}
