import { readRevision, type PropertyChange, type Revision } from './revision.ts';
import { readRunProperties, type RunProperties } from './run-properties.ts';
import { readSection, type WordSection } from './section.ts';
import { child, childNumber, childValue, isOn, wholeNumber, type XmlElement } from './xml.ts';

/** What a paragraph says about itself (`w:pPr`); what it says nothing about is absent. */
export interface ParagraphProperties {
  style?: string;
  /** From 0; 9 is body text. */
  outlineLevel?: number;
  align?: string;
  pageBreakBefore?: boolean;
  numbering?: ParagraphNumbering;
  /** Twips and hundredths of characters by name, as stored. */
  indent?: Record<string, string>;
  spacing?: Record<string, string>;
  /** The mark at its end. Tracked as inserted or deleted there, the paragraph was split or joined. */
  mark?: RunProperties;
  /** A section ends with this paragraph. */
  section?: WordSection;
  change?: PropertyChange<ParagraphProperties>;
  /** Everything else, as stored. */
  other?: XmlElement[];
}

export interface ParagraphNumbering {
  /** The list (`w:numId`); `0` takes the list of the style away. */
  id: string | undefined;
  /** From 0. */
  level: number | undefined;
  /** What Word 2003 printed before the paragraph. */
  printed: string | undefined;
  inserted: Revision | undefined;
  /** A changed number of Word 2003 and before, with the pattern there was. */
  change: { revision: Revision; original: string } | undefined;
}

export function readParagraphProperties(element: XmlElement | undefined): ParagraphProperties {
  const properties: ParagraphProperties = {};
  for (const child of element?.children ?? []) readOne(child, properties);
  return properties;
}

function readOne(element: XmlElement, into: ParagraphProperties): void {
  const value = element.attributes['w:val'];
  switch (element.name) {
    case 'w:pStyle':
      if (value !== undefined) into.style ??= value;
      break;
    case 'w:outlineLvl': {
      const level = wholeNumber(value);
      if (level !== undefined) into.outlineLevel ??= level;
      break;
    }
    case 'w:jc':
      if (value !== undefined) into.align ??= value;
      break;
    case 'w:pageBreakBefore':
      into.pageBreakBefore ??= isOn(element);
      break;
    case 'w:numPr':
    case 'w:listPr':
      into.numbering ??= readNumbering(element);
      break;
    case 'w:ind':
      into.indent ??= element.attributes;
      break;
    case 'w:spacing':
      into.spacing ??= element.attributes;
      break;
    case 'w:rPr':
      into.mark ??= readRunProperties(element);
      break;
    case 'w:sectPr':
      into.section ??= readSection(element);
      break;
    case 'w:pPrChange':
      into.change ??= {
        revision: readRevision(element),
        before: readParagraphProperties(child(element, 'w:pPr')),
      };
      break;
    default:
      (into.other ??= []).push(element);
  }
}

function readNumbering(element: XmlElement): ParagraphNumbering {
  const inserted = child(element, 'w:ins');
  const change = child(element, 'w:numberingChange');
  return {
    id: childValue(element, 'w:numId') ?? childValue(element, 'w:ilfo'),
    level: childNumber(element, 'w:ilvl'),
    printed: element.name === 'w:listPr' ? (child(element, 'wx:t')?.attributes['wx:val'] ?? '') : undefined,
    inserted: inserted && readRevision(inserted),
    change: change && { revision: readRevision(change), original: change.attributes['w:original'] ?? '' },
  };
}
