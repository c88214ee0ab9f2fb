import { z } from 'zod';
import { create } from 'zustand';
import { defaultPublicationOptions, publicationOptionsSchema } from '#shared/document/redaction/finding.ts';
import { registerFlush } from './close-flow.ts';
import { startAt, useNavigation } from './navigation.ts';
import { routeOf } from './route.ts';
import { runCommand } from '../../rpc/hooks.ts';
import type { Backend } from '../../rpc/backend.ts';

export const deskFilters = ['all', 'drafting', 'finished'] as const;

/** Where the person left. Every part is optional: what an older or newer version wrote is simply not taken. */
const panelsSchema = z.object({
  railCollapsed: z.boolean(),
  outlineOpen: z.boolean(),
  /** px at UI scale 100 % */
  outlineWidth: z.number().min(120).max(600),
  inspectorOpen: z.boolean(),
  /** Of a tab; the inspector knows which there are. */
  inspectorTab: z.string().max(50),
  inspectorWidths: z.record(z.string().max(50), z.number().min(200).max(900)),
  /** Per cent; null fits the page into the width at hand, never above 100. */
  zoom: z.number().min(50).max(200).nullable(),
  scroll: z.record(z.string(), z.number()),
  /** The preview takes half the window in place of its tab's width. */
  previewHalf: z.boolean(),
  previewThumbs: z.boolean(),
  previewZoom: z.union([z.enum(['width', 'page']), z.number().min(25).max(400)]),
  /** What the unit publishes, as chosen in the last export. */
  publication: publicationOptionsSchema,
  /** How the desk was last looked at. */
  desk: z.object({
    search: z.string().max(200),
    filter: z.enum(deskFilters),
    sort: z.enum(['updatedAt', 'dueOn', 'caseNumber', 'title']),
    direction: z.enum(['asc', 'desc']),
    /** px from the first row. */
    scroll: z.number().min(0),
  }),
});
export type Panels = z.infer<typeof panelsSchema>;

export const defaultPanels: Panels = {
  railCollapsed: false,
  outlineOpen: true,
  outlineWidth: 200,
  inspectorOpen: true,
  inspectorTab: 'case',
  inspectorWidths: {},
  zoom: null,
  scroll: {},
  previewHalf: false,
  previewThumbs: false,
  previewZoom: 'width',
  publication: defaultPublicationOptions,
  desk: { search: '', filter: 'all', sort: 'updatedAt', direction: 'desc', scroll: 0 },
};

export const usePanels = create<Panels>(() => defaultPanels);

const REMEMBERED_SCROLLS = 50;
const CLOSE_WAIT_MS = 1000;

export function changeDesk(change: Partial<Panels['desk']>): void {
  usePanels.setState(({ desk }) => ({ desk: { ...desk, ...change } }));
}

export function rememberScroll(documentId: string, top: number): void {
  usePanels.setState(({ scroll }) => {
    const { [documentId]: _old, ...others } = scroll;
    return { scroll: Object.fromEntries([...Object.entries(others).slice(1 - REMEMBERED_SCROLLS), [documentId, top]]) };
  });
}

export function restoreWorkspace(stored: Record<string, unknown>): void {
  const panels: Record<string, unknown> = { ...defaultPanels };
  for (const [name, schema] of Object.entries(panelsSchema.shape)) {
    const parsed = schema.safeParse(stored[name]);
    if (parsed.success) panels[name] = parsed.data;
  }
  usePanels.setState(panels as Panels, true);
  startAt(routeOf(stored));
}

/**
 * Stores the workspace a moment after its last change, and at once before the window closes or reloads. Returns a stop
 * function, which stores what is pending.
 */
export function keepWorkspace(backend: Backend, delayMs = 1000): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const store = async () => {
    timer = undefined;
    const workspace = { ...usePanels.getState(), route: useNavigation.getState().route };
    await runCommand(backend, 'settings.saveWorkspace', { workspace }).catch((reason: unknown) =>
      console.error('the workspace was not stored', reason),
    );
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void store(), delayMs);
  };
  const storePending = async () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    await store();
  };
  const beforeReload = () => void storePending();
  window.addEventListener('pagehide', beforeReload);
  const stops = [
    usePanels.subscribe(later),
    useNavigation.subscribe(later),
    () => window.removeEventListener('pagehide', beforeReload),
    // Where one was is not worth keeping the window open for.
    registerFlush(async () => {
      await Promise.race([storePending(), new Promise((resolve) => setTimeout(resolve, CLOSE_WAIT_MS))]);
      return true;
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    void storePending();
  };
}
