import { readRevision, readTrackedMark, type PropertyChange, type TrackedMark } from './revision.ts';
import { annotationType } from './revision.ts';
import { isOn, wholeNumber, type XmlElement } from './xml.ts';

/** How a run, or the mark at the end of a paragraph, looks by itself (`w:rPr`); what it says nothing about is absent. */
export interface RunProperties extends TrackedMark {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  /** `none`, `single` … */
  underline?: string;
  struck?: boolean;
  doubleStruck?: boolean;
  hidden?: boolean;
  /** The mark of a heading whose text runs in: Word's style separator. */
  specialHidden?: boolean;
  /** `superscript`, `subscript` or `baseline`. */
  script?: string;
  /** Half points above the line. */
  position?: number;
  /** Half points. */
  size?: number;
  /** `w:ascii`, `w:eastAsia`, `w:hint` … as stored. */
  fonts?: Record<string, string>;
  change?: PropertyChange<RunProperties>;
  /** Everything else, as stored. */
  other?: XmlElement[];
}

export function readRunProperties(element: XmlElement | undefined): RunProperties {
  const properties: RunProperties = {};
  for (const child of element?.children ?? []) readOne(child, properties);
  return properties;
}

function readOne(element: XmlElement, into: RunProperties): void {
  const value = element.attributes['w:val'];
  switch (element.name) {
    case 'w:rStyle':
      if (value !== undefined) into.style ??= value;
      break;
    case 'w:b':
      into.bold ??= isOn(element);
      break;
    case 'w:i':
      into.italic ??= isOn(element);
      break;
    case 'w:u':
      if (value !== undefined) into.underline ??= value;
      break;
    case 'w:strike':
      into.struck ??= isOn(element);
      break;
    case 'w:dstrike':
      into.doubleStruck ??= isOn(element);
      break;
    case 'w:vanish':
      into.hidden ??= isOn(element);
      break;
    case 'w:specVanish':
      into.specialHidden ??= isOn(element);
      break;
    case 'w:vertAlign':
      if (value !== undefined) into.script ??= value;
      break;
    case 'w:position':
    case 'w:sz': {
      const number = wholeNumber(value);
      if (number !== undefined) into[element.name === 'w:sz' ? 'size' : 'position'] ??= number;
      break;
    }
    case 'w:rFonts':
      into.fonts ??= element.attributes;
      break;
    case 'w:rPrChange':
      into.change ??= {
        revision: readRevision(element),
        before: readRunProperties(element.children.find(({ name }) => name === 'w:rPr')),
      };
      break;
    default:
      readOther(element, into);
  }
}

function readOther(element: XmlElement, into: RunProperties): void {
  if (readTrackedMark(element, into)) return;
  if (element.name === 'aml:annotation' && annotationType(element) === 'Formatting') {
    const before = element.children.find(({ name }) => name === 'aml:content');
    into.change ??= {
      revision: readRevision(element),
      before: readRunProperties(before?.children.find(({ name }) => name === 'w:rPr')),
    };
    return;
  }
  (into.other ??= []).push(element);
}
