import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { mmToPt, typeArea } from './measures.ts';
import type { LetterOptions } from './options.ts';

/** What of the page varies by unit and form. */
export interface PageLayout {
  /** pt from line to line; 22 lines fill the type area unless the unit, or the letter, has another pitch. */
  linePitch: number;
  /** Whole lines on a page. */
  linesPerPage: number;
  /** Moves everything printed on pre-printed paper, mm; positive is right and down. */
  offset: { x: number; y: number };
  pageNumber: Pick<UnitLayout, 'pageNumberStyle' | 'pageNumberPlace'>;
}

/** pt */
const gridPitch = mmToPt(typeArea.height) / typeArea.linesPerPage;

export function layPage({ unit: { layout }, form, linePitch: tried }: LetterOptions): PageLayout {
  const linePitch = tried ?? (layout.linePitch.kind === 'fixed' ? layout.linePitch.points : gridPitch);
  return {
    linePitch,
    linesPerPage: Math.floor(mmToPt(typeArea.height) / linePitch + 1e-6),
    offset: form.isPreprinted ? layout.preprintedOffset : { x: 0, y: 0 },
    pageNumber: { pageNumberStyle: layout.pageNumberStyle, pageNumberPlace: layout.pageNumberPlace },
  };
}

/** Number of a page as the unit prints it: — 1 — (7.5), 1, or 第1页. */
export function pageNumberAround(style: UnitLayout['pageNumberStyle']): { before: string; after: string } {
  switch (style) {
    case 'dashes':
      return { before: '— ', after: ' —' };
    case 'plain':
      return { before: '', after: '' };
    case 'words':
      return { before: '第', after: '页' };
  }
}
