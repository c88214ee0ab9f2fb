import { create } from 'zustand';

/** What stands over the screens. One at a time by nature, so each is a plain flag or its subject. */
interface Overlays {
  newReply: boolean;
  shortcuts: boolean;
  /** The box to paste a whole letter into. */
  paste: boolean;
  /** The drafts to export; empty: closed. */
  exportIds: readonly string[];
  /** The drafts to make accompanying sheets for; empty: closed. */
  sheetIds: readonly string[];
}

export const useOverlays = create<Overlays>(() => ({
  newReply: false,
  shortcuts: false,
  paste: false,
  exportIds: [],
  sheetIds: [],
}));

export const overlays = {
  newReply: (open: boolean) => useOverlays.setState({ newReply: open }),
  shortcuts: (open: boolean) => useOverlays.setState({ shortcuts: open }),
  paste: (open: boolean) => useOverlays.setState({ paste: open }),
  exportDrafts: (exportIds: readonly string[]) => useOverlays.setState({ exportIds }),
  sheets: (sheetIds: readonly string[]) => useOverlays.setState({ sheetIds }),
};
