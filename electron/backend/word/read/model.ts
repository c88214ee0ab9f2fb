import type { ParagraphProperties } from './paragraph-properties.ts';
import type { PropertyChange, Revision, RevisionKind } from './revision.ts';
import type { RunProperties } from './run-properties.ts';
import type { WordSection } from './section.ts';
import type { CellProperties, RowProperties, TableProperties } from './table-properties.ts';
import type { XmlElement } from './xml.ts';

/**
 * The text of a Word file as it stands in it: nothing accepted, chosen, counted or left out. Deleted text is here, both
 * versions of a drawing are, fields are their marks and codes. What has no type of its own is an `OtherElement`.
 */
export type WordBlock =
  | WordParagraph
  | WordTable
  | WordSection
  | EmbeddedDocument
  | RangeMark
  | Group<WordBlock>
  | Revised<WordBlock>
  | Control<WordBlock>
  | Alternate<WordBlock>
  | OtherElement;

/** Where a paragraph stands: in which part of the package, and how many paragraphs begin before it there. */
export interface WordPosition {
  part: string;
  index: number;
}

export interface WordParagraph {
  kind: 'paragraph';
  position: WordPosition;
  /** `w14:paraId`. Programs give new ones as they like, but within one file parts refer to each other by it. */
  paraId: string | undefined;
  properties: ParagraphProperties;
  content: WordInline[];
}

/** What may stand around blocks, inlines, rows or cells. */
export type Wrapped<Content> = Group<Content> | Revised<Content> | Control<Content> | Alternate<Content>;

/** An element that only holds others together: `w:smartTag`, `w:customXml`, `w:bdo`, one of a foreign namespace. */
export interface Group<Content> {
  kind: 'group';
  name: string;
  attributes: Record<string, string>;
  content: Content[];
}
export interface Revised<Content> {
  kind: 'revised';
  change: RevisionKind;
  revision: Revision;
  content: Content[];
}
/** A content control. */
export interface Control<Content> {
  kind: 'control';
  tag: string | undefined;
  title: string | undefined;
  /** What it holds is a prompt, not a text somebody wrote. */
  showsPrompt: boolean;
  /** `w:sdtPr` as stored. */
  properties: XmlElement[];
  content: Content[];
}
/** The same thing several times over, for programs that understand more and less of it. One is to be taken. */
export interface Alternate<Content> {
  kind: 'alternate';
  choices: { requires: string; content: Content[] }[];
  fallback: Content[] | undefined;
}

/** One end of a range. Ranges overlap, and reach over paragraphs, cells and rows. */
export interface RangeMark {
  kind: 'range';
  of: 'bookmark' | 'comment' | 'permission' | 'moved-from' | 'moved-to' | 'custom-xml';
  edge: 'start' | 'end';
  id: string;
  /** Of a bookmark; of a move, whose two sides have one name. */
  name: string | undefined;
  /** Of a move and of tracked elements. */
  revision: Revision | undefined;
}

/** A document within the document (`w:altChunk`); it is not read. */
export interface EmbeddedDocument {
  kind: 'embedded-document';
  relationship: string;
}
export interface OtherElement {
  kind: 'other';
  xml: XmlElement;
}

export interface WordTable {
  kind: 'table';
  properties: TableProperties;
  /** Widths of the columns in twips; undefined where one is not told. */
  grid: (number | undefined)[];
  gridChange: PropertyChange<XmlElement> | undefined;
  content: RowLevel[];
}
/** What stands in a table. */
export type RowLevel =
  WordRow | RangeMark | Group<RowLevel> | Revised<RowLevel> | Control<RowLevel> | Alternate<RowLevel> | OtherElement;
export interface WordRow {
  kind: 'row';
  properties: RowProperties;
  content: CellLevel[];
}
/** What stands in a row. */
export type CellLevel =
  | WordCell
  | RangeMark
  | Group<CellLevel>
  | Revised<CellLevel>
  | Control<CellLevel>
  | Alternate<CellLevel>
  | OtherElement;
export interface WordCell {
  kind: 'cell';
  properties: CellProperties;
  content: WordBlock[];
}

/** Everything inside a paragraph: runs with what is in them, and what may stand around and between them. */
export type WordInline =
  | WordRun
  | WordText
  | WordInstruction
  | FieldMark
  | SimpleField
  | Hyperlink
  | { kind: 'tab' | 'no-break-hyphen' | 'soft-hyphen' }
  /** `line` also for `w:cr`. */
  | { kind: 'break'; of: 'line' | 'page' | 'column' }
  | { kind: 'symbol'; font: string; code: string }
  | { kind: 'note-reference'; note: NoteKind; id: string }
  | { kind: 'comment-reference'; id: string }
  | { kind: 'ruby'; base: WordInline[]; reading: WordInline[] }
  | { kind: 'sub-document'; relationship: string }
  | WordDrawing
  | WordFormula
  | RangeMark
  | Group<WordInline>
  | Revised<WordInline>
  | Control<WordInline>
  | Alternate<WordInline>
  | OtherElement;

export type NoteKind = 'footnote' | 'endnote';

export interface WordRun {
  kind: 'run';
  properties: RunProperties;
  content: WordInline[];
}
export interface WordText {
  kind: 'text';
  text: string;
  /** Stored as deleted (`w:delText`); whether it is, tell the revisions around it. */
  isDeleted: boolean;
  /** Otherwise white space at its ends is layout of the XML; ideographic spaces always are text. */
  keepsSpace: boolean;
}
/** A piece of the code of a complex field. */
export interface WordInstruction {
  kind: 'instruction';
  text: string;
  isDeleted: boolean;
}
/** Complex fields (ECMA-376 part 1, §17.16.18) are marks in the text: they nest and reach over paragraphs. */
export interface FieldMark {
  kind: 'field';
  mark: 'begin' | 'separate' | 'end';
  form: FormField | undefined;
}
/** The choice made in a field of a form. */
export interface FormField {
  isChecked: boolean | undefined;
  entries: string[];
  chosen: number | undefined;
}
export interface SimpleField {
  kind: 'simple-field';
  instruction: string;
  content: WordInline[];
}
export interface Hyperlink {
  kind: 'hyperlink';
  relationship: string | undefined;
  anchor: string | undefined;
  content: WordInline[];
}

/** A picture, shape, text box, chart or other object. */
export interface WordDrawing {
  kind: 'drawing';
  name: string;
  /** Alternative text. */
  description: string;
  isPicture: boolean;
  isObject: boolean;
  /** Relationships to what it shows: a picture, a chart, an embedded file. */
  relationships: string[];
  /** Words in it, in order. */
  words: DrawnWords[];
}
export type DrawnWords =
  | { kind: 'box'; blocks: WordBlock[]; isSecondVersion: boolean }
  /** Letters drawn as art. */
  | { kind: 'art'; text: string; isSecondVersion: boolean }
  | { kind: 'other'; xml: XmlElement; isSecondVersion: boolean };

export interface WordFormula {
  kind: 'formula';
  /** `m:oMath` or `m:oMathPara` (ECMA-376 part 1, §22.1), tracked changes within it included. */
  xml: XmlElement;
}

/** A text of its own beside the body. */
export interface WordMargin {
  kind: 'header' | 'footer';
  /** Part of the package; '' in a file of one XML text. */
  part: string;
  blocks: WordBlock[];
}
export interface WordNote {
  kind: NoteKind;
  id: string;
  /** `normal`, or what stands between the text and its notes: `separator` … */
  type: string;
  blocks: WordBlock[];
}
export interface WordComment {
  id: string;
  author: string | undefined;
  initials: string | undefined;
  /** The author's clock; see `Revision.date`. */
  date: string | undefined;
  blocks: WordBlock[];
}
/** A piece of text kept for insertion; templates have them. */
export interface WordBuildingBlock {
  name: string;
  blocks: WordBlock[];
}
