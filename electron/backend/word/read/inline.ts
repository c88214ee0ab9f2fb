import { readDrawing } from './drawings.ts';
import type { FieldMark, NoteKind, RangeMark, WordBlock, WordInline } from './model.ts';
import { readRevision } from './revision.ts';
import { readRunProperties } from './run-properties.ts';
import { readWrapped } from './wrapped.ts';
import { child, childNumber, childrenOf, childToggle, type XmlElement } from './xml.ts';
import { isForeign } from './xml-names.ts';

/** What the reading of one part knows and gathers. */
export interface Reading {
  /** Its name in the package. */
  part: string;
  /** Counts a paragraph; its index. */
  nextParagraph(): number;
  /** Counts text against the cap. */
  countText(length: number): void;
  /** Word 2003 declares once for all of its text that blanks count. */
  keepsSpace: boolean;
  /** Files of Word 2003 have notes and comments where later ones have their mark. Returns the id of the mark. */
  addNote(kind: NoteKind, note: XmlElement): string;
  addComment(annotation: XmlElement): string;
  readBlocks: (parent: XmlElement) => WordBlock[];
}

/** Everything inside a paragraph, run or the like; properties are read by whoever has them. */
export function readInlines(parent: XmlElement | undefined, reading: Reading): WordInline[] {
  const inlines: WordInline[] = [];
  for (const element of parent?.children ?? []) {
    const inline = readInline(element, reading);
    if (inline) inlines.push(inline);
  }
  return inlines;
}

const holders = new Set(['w:smartTag', 'w:customXml', 'w:bdo', 'w:dir']);
const tab = { kind: 'tab' } as const;
const noBreakHyphen = { kind: 'no-break-hyphen' } as const;
const softHyphen = { kind: 'soft-hyphen' } as const;
const lineBreak = { kind: 'break', of: 'line' } as const;

/** Null for properties. */
function readInline(element: XmlElement, reading: Reading): WordInline | null {
  const { name, attributes } = element;
  switch (name) {
    case 'w:r':
      return {
        kind: 'run',
        properties: readRunProperties(child(element, 'w:rPr')),
        content: readInlines(element, reading),
      };
    case 'w:t':
    case 'w:delText':
      reading.countText(element.text.length);
      return {
        kind: 'text',
        text: element.text,
        isDeleted: name === 'w:delText',
        keepsSpace: reading.keepsSpace || attributes['xml:space'] === 'preserve',
      };
    case 'w:rPr':
    case 'w:pPr':
      return null;
    case 'w:instrText':
    case 'w:delInstrText':
      reading.countText(element.text.length);
      return { kind: 'instruction', text: element.text, isDeleted: name === 'w:delInstrText' };
    case 'w:fldChar':
      return fieldMark(element);
    case 'w:tab':
    case 'w:ptab':
      return tab;
    case 'w:noBreakHyphen':
      return noBreakHyphen;
    case 'w:softHyphen':
      return softHyphen;
    case 'w:cr':
      return lineBreak;
    case 'w:br':
      return breakOf(attributes['w:type']);
    case 'w:sym':
      return { kind: 'symbol', font: attributes['w:font'] ?? '', code: attributes['w:char'] ?? '' };
    default:
      return readReference(element, reading) ?? readHolder(element, reading) ?? { kind: 'other', xml: element };
  }
}

function readReference(element: XmlElement, reading: Reading): WordInline | null {
  const { name, attributes } = element;
  switch (name) {
    case 'w:footnoteReference':
      return { kind: 'note-reference', note: 'footnote', id: attributes['w:id'] ?? '' };
    case 'w:endnoteReference':
      return { kind: 'note-reference', note: 'endnote', id: attributes['w:id'] ?? '' };
    case 'w:footnote':
      return { kind: 'note-reference', note: 'footnote', id: reading.addNote('footnote', element) };
    case 'w:endnote':
      return { kind: 'note-reference', note: 'endnote', id: reading.addNote('endnote', element) };
    case 'w:commentReference':
      return { kind: 'comment-reference', id: attributes['w:id'] ?? '' };
    case 'w:subDoc':
      return { kind: 'sub-document', relationship: attributes['r:id'] ?? '' };
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(element, reading.readBlocks);
    case 'm:oMath':
    case 'm:oMathPara':
      return { kind: 'formula', xml: element };
    default:
      return null;
  }
}

function readHolder(element: XmlElement, reading: Reading): WordInline | null {
  const { name, attributes } = element;
  const content = (of: XmlElement | undefined = element): WordInline[] => readInlines(of, reading);
  switch (name) {
    case 'w:hyperlink':
    case 'w:hlink':
      return {
        kind: 'hyperlink',
        relationship: attributes['r:id'],
        anchor: attributes['w:anchor'] ?? attributes['w:bookmark'],
        content: content(),
      };
    case 'w:fldSimple':
      return { kind: 'simple-field', instruction: attributes['w:instr'] ?? '', content: content() };
    case 'w:ruby':
      return { kind: 'ruby', base: content(child(element, 'w:rubyBase')), reading: content(child(element, 'w:rt')) };
    default:
      if (holders.has(name) || isForeign(name)) return { kind: 'group', name, attributes, content: content() };
      return (
        readWrapped(
          element,
          (of) => content(of),
          (annotation) => reading.addComment(annotation),
        ) ?? rangeMark(element)
      );
  }
}

function fieldMark(element: XmlElement): FieldMark | null {
  const mark = element.attributes['w:fldCharType'];
  if (mark !== 'begin' && mark !== 'separate' && mark !== 'end') return null;
  const data = child(element, 'w:ffData');
  const box = child(data, 'w:checkBox');
  const list = child(data, 'w:ddList');
  const form = data && {
    isChecked: childToggle(box, 'w:checked') ?? childToggle(box, 'w:default'),
    entries: childrenOf(list, 'w:listEntry').map(({ attributes }) => attributes['w:val'] ?? ''),
    chosen: childNumber(list, 'w:result') ?? childNumber(list, 'w:default'),
  };
  return { kind: 'field', mark, form };
}

function breakOf(type: string | undefined): WordInline {
  return type === 'page' || type === 'column' ? { kind: 'break', of: type } : lineBreak;
}

const ranges = new Map(
  Object.entries({
    'w:bookmark': 'bookmark',
    'w:commentRange': 'comment',
    'w:perm': 'permission',
    'w:moveFromRange': 'moved-from',
    'w:moveToRange': 'moved-to',
    'w:customXmlInsRange': 'custom-xml',
    'w:customXmlDelRange': 'custom-xml',
    'w:customXmlMoveFromRange': 'custom-xml',
    'w:customXmlMoveToRange': 'custom-xml',
  } as const).flatMap(([stem, of]) => [
    [`${stem}Start`, { of, edge: 'start' as const }],
    [`${stem}End`, { of, edge: 'end' as const }],
  ]) as [string, Pick<RangeMark, 'of' | 'edge'>][],
);

/** Null when the element is no end of a range. */
export function rangeMark(element: XmlElement): RangeMark | null {
  const range = ranges.get(element.name);
  if (!range) return null;
  const { attributes } = element;
  return {
    kind: 'range',
    of: range.of,
    edge: range.edge,
    id: attributes['w:id'] ?? '',
    name: attributes['w:name'],
    revision: attributes['w:author'] === undefined ? undefined : readRevision(element),
  };
}
