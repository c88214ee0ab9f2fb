import { useEffect, type RefObject } from 'react';
import { create } from 'zustand';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';

/** Per cent. */
export const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** px at 96 dpi: A4 is 210 mm wide; the desk shows on both sides at any zoom. */
const PAGE_WIDTH = (210 / 25.4) * 96;
const DESK_WIDTH = 50;

/** The zoom at which a page just fits the canvas, 50–100. */
const useFit = create<{ fit: number }>(() => ({ fit: 100 }));

export interface Zoom {
  /** Per cent. */
  zoom: number;
  isFitted: boolean;
  setZoom: (zoom: number | null) => void;
}

export function useZoom(): Zoom {
  const chosen = usePanels((panels) => panels.zoom);
  const fit = useFit((state) => state.fit);
  const zoom = chosen ?? fit;
  useCommandHandler('view.zoomIn', () => setZoom(zoomSteps.find((step) => step > zoom) ?? 200));
  useCommandHandler('view.zoomOut', () => setZoom(zoomSteps.findLast((step) => step < zoom) ?? 50));
  useCommandHandler('view.zoomReset', () => setZoom(100));
  return { zoom, isFitted: chosen === null, setZoom };
}

function setZoom(zoom: number | null): void {
  usePanels.setState({ zoom: zoom === null ? null : Math.min(200, Math.max(50, Math.round(zoom))) });
}

/** Measures the canvas for the fitted zoom, and zooms with Ctrl and the wheel. */
export function useCanvasZoom(canvas: RefObject<HTMLElement | null>, zoom: number): void {
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const fit = Math.floor(((element.clientWidth - DESK_WIDTH) / PAGE_WIDTH) * 100);
      useFit.setState({ fit: Math.min(100, Math.max(50, fit)) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setZoom(zoom + (event.deltaY < 0 ? 10 : -10));
    };
    // React listens passively and could not keep the page itself from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [canvas, zoom]);
}
