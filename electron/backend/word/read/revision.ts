import { child, childrenOf, type XmlElement } from './xml.ts';

/** Who tracked a change, and when. Scrubbed files name neither. */
export interface Revision {
  /** As stored; many files in the wild use one twice. */
  id: string;
  author: string | undefined;
  /** The author's clock, whatever zone the text claims: Word writes local time with a Z behind it. */
  date: string | undefined;
  /** The same moment in UTC, where the program stored it beside. */
  dateUtc: string | undefined;
}

/** Text that came, went or moved. */
export type RevisionKind = 'insertion' | 'deletion' | 'moved-from' | 'moved-to';

/** The tracked state of a thing that is there or not: a paragraph's end, a row, a cell, a run. */
export type TrackedMark = Partial<Record<RevisionKind, Revision>>;

/** Properties that were changed, and what they were before. */
export interface PropertyChange<Properties> {
  revision: Revision;
  before: Properties;
}

const kinds: Record<string, RevisionKind> = {
  'w:ins': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'moved-from',
  'w:moveTo': 'moved-to',
};

/** The kind an element tells by its name, or undefined. */
export function revisionKind(name: string): RevisionKind | undefined {
  return kinds[name];
}

/** Attributes of a tracked change, of Word 2003 too. */
export function readRevision({ attributes }: XmlElement): Revision {
  return {
    id: attributes['w:id'] ?? attributes['aml:id'] ?? '',
    author: attributes['w:author'] ?? attributes['aml:author'],
    date: attributes['w:date'] ?? attributes['aml:createdate'],
    dateUtc: attributes['w16du:dateUtc'],
  };
}

/** What an annotation of Word 2003 is: `Insertion`, `Comment`, `Bookmark.Start` … */
export function annotationType(annotation: XmlElement): string {
  return (annotation.attributes['w:type'] ?? '').replace(/^Word\./, '');
}

/** A tracked mark among properties; true when the element was one. */
export function readTrackedMark(element: XmlElement, into: TrackedMark): boolean {
  const type = element.name === 'aml:annotation' ? annotationType(element) : undefined;
  const kind = type === 'Insertion' ? 'insertion' : type === 'Deletion' ? 'deletion' : kinds[element.name];
  if (kind === undefined) return false;
  into[kind] ??= readRevision(element);
  return true;
}

/**
 * Changed properties that stand as they are, such as those of a table: `w:tblPrChange` with the `w:tblPr` there was.
 */
export function readChange(properties: XmlElement | undefined, name: string): PropertyChange<XmlElement> | undefined {
  const change = child(properties, name);
  return change && { revision: readRevision(change), before: change };
}

/** Properties without those that have a field of their own; undefined for none. */
export function otherProperties(properties: XmlElement | undefined, known: ReadonlySet<string>): XmlElement[] {
  return childrenOf(properties).filter(({ name }) => !known.has(name));
}
