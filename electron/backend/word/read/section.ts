import { otherProperties, readChange, type PropertyChange } from './revision.ts';
import { child, childrenOf, childValue, type XmlElement } from './xml.ts';

/** The pages of a section; stands at its end and holds for everything since the last one (`w:sectPr`). */
export interface WordSection {
  kind: 'section';
  /** How it begins: `nextPage` (also where none is named), `continuous`, `nextColumn` … */
  type: string;
  isLandscape: boolean;
  /** Twips by name, as stored. */
  pageSize: Record<string, string>;
  margins: Record<string, string>;
  /** Relationships of the headers and footers by the pages they stand on: `default`, `first`, `even`. */
  edges: { kind: 'header' | 'footer'; pages: string; relationship: string }[];
  change: PropertyChange<XmlElement> | undefined;
  other: XmlElement[];
}

const known = new Set([
  'w:type',
  'w:pgSz',
  'w:pgMar',
  'w:headerReference',
  'w:footerReference',
  'w:sectPrChange',
  // Word 2003 keeps the text itself here; it is a story of its own.
  'w:hdr',
  'w:ftr',
]);

export function readSection(element: XmlElement): WordSection {
  const pageSize = child(element, 'w:pgSz')?.attributes ?? {};
  const edgesOf = (kind: 'header' | 'footer'): WordSection['edges'] =>
    childrenOf(element, `w:${kind}Reference`).map(({ attributes }) => ({
      kind,
      pages: attributes['w:type'] ?? 'default',
      relationship: attributes['r:id'] ?? '',
    }));
  return {
    kind: 'section',
    type: childValue(element, 'w:type') ?? 'nextPage',
    isLandscape: pageSize['w:orient'] === 'landscape',
    pageSize,
    margins: child(element, 'w:pgMar')?.attributes ?? {},
    edges: [...edgesOf('header'), ...edgesOf('footer')],
    change: readChange(element, 'w:sectPrChange'),
    other: otherProperties(element, known),
  };
}
