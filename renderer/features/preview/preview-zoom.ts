import type { PreviewZoom } from './sheet-layout.ts';

/** Per cent. */
export const zoomSteps = [50, 75, 100, 125, 150, 200] as const;

export function clampZoom(zoom: number): number {
  return Math.min(400, Math.max(25, Math.round(zoom)));
}

export function zoomLabel(zoom: PreviewZoom, t: (key: 'fitWidth' | 'fitPage') => string): string {
  if (zoom === 'width') return t('fitWidth');
  return zoom === 'page' ? t('fitPage') : `${zoom}%`;
}
