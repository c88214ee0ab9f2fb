import { useCommandHandler } from '../../app/command-registry.ts';
import { usePanels } from '../../app/workspace.ts';

/** Per cent. */
export const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export function useZoom(): { zoom: number; setZoom: (zoom: number) => void } {
  const zoom = usePanels((panels) => panels.zoom);
  const setZoom = (next: number) => usePanels.setState({ zoom: Math.min(200, Math.max(50, Math.round(next))) });
  useCommandHandler('view.zoomIn', () => setZoom(zoomSteps.find((step) => step > zoom) ?? 200));
  useCommandHandler('view.zoomOut', () => setZoom(zoomSteps.findLast((step) => step < zoom) ?? 50));
  useCommandHandler('view.zoomReset', () => setZoom(100));
  return { zoom, setZoom };
}
