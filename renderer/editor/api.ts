import type { CaseFacts } from '#shared/domain/case.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type {
  BlockType,
  FieldName,
  Head,
  ListStyle,
  ReplyDocument,
  SectionRole,
  Tail,
} from '#shared/document/schema.ts';

/**
 * Everything the rest of the window may know about the editor. Nothing here names the library behind it.
 *
 * A `LetterSession` is one open letter: text, history, selection. It is made before the component mounts
 * (`openLetter`) and outlives re-renders; the component `<LetterEditor session>` only shows it.
 */
export interface LetterEditorProps {
  session: LetterSession;
  /** 1 is 100 %. */
  zoom: number;
  /** Shows the paper in a softer tone under the dark scheme. */
  dimmedPaper?: boolean;
  /** Categories to choose from, the unit's names, seal and 代字 as defaults of the head and tail forms. */
  unit: UnitSettings;
  /** The form the letter is printed in; absent, the shipped form of `unit.form`, or the plain one. */
  form?: Form | undefined;
  /** Says which of the unit's categories and 代字 there are to choose from, and names that no line of the title parts. */
  caseFacts?: CaseFacts;
  /** Cuts, copies or pastes for the menu of the text; absent, a right click opens the system's menu. */
  onClipboard?: ((action: ClipboardAction) => void) | undefined;
}

/** A value that changes over time, for `useSyncExternalStore(store.subscribe, store.get)`. `get` returns the same
 * reference until the value changes. */
export interface ReadableStore<T> {
  get: () => T;
  subscribe: (listener: () => void) => () => void;
}

export interface OpenLetterOptions {
  /** The stored body: JSON text of a `ReplyDocument`. Throws DOCUMENT_INVALID / DOCUMENT_FROM_FUTURE. */
  documentJson: string;
  readOnly?: boolean;
  /** What was pasted or dropped is more than a letter can be, or nothing the editor reads; nothing of it was taken. */
  onPasteRefused?: (refused: RefusedPaste) => void;
  /** Pictures were pasted or dropped; the words around them were taken, they were not. */
  onPicturesDropped?: (count: number) => void;
}

export type RefusedPaste =
  | { limit: 'characters' | 'paragraphs' | 'cells'; actual: number; allowed: number }
  | { unreadable: 'clipboardRtf' | 'clipboardFiles' };

/** What a text reads as now. `blockId` is null in title and salutation. */
export type Reword = (text: string, blockId: string | null) => string;

/** What stands beside the letter turns with its step: undo took the step back (false), or redo did it again (true). */
export type OnTurn = (isDone: boolean) => void;

export interface LetterSession {
  /** The letter as it stands. While an input method composes, the uncommitted letters are part of it: ask
   * `isComposing` and wait for the next change instead of saving then. */
  getDocument(): ReplyDocument;
  /** Canonical JSON text of `getDocument()`, the form that is stored. */
  getDocumentJson(): string;
  /** Called after every change of the letter (text, head, tail, undo included), never for a mere selection change, and
   * not while an input method composes (one call follows when it ends). */
  onChange(listener: () => void): () => void;
  /** Puts another text in place of the whole letter. As an undo step (import changes taken back, restored version), or
   * with the history cleared (a conflict reloaded from the store). Waits for a running composition. */
  replaceDocument(document: ReplyDocument, options: { undoable: boolean; onTurn?: OnTurn }): Promise<void>;
  /** Brings the fields up to date with the case and the unit, as one undo step; without any change there is none.
   * `reword` may change the words around them in the same step; it gets each text with the block it stands in. Returns
   * how many runs changed. */
  applyFields(
    facts: CaseFacts,
    unit: UnitSettings,
    options?: { reword?: Reword | undefined; onTurn?: OnTurn },
  ): Promise<number>;
  setReadOnly(readOnly: boolean): void;
  isComposing(): boolean;
  /** Settles when no input method composes. */
  settled(): Promise<void>;

  readonly commands: LetterCommands;
  readonly selection: ReadableStore<SelectionState>;
  /** Where the caret stands, changing with every key; null before the text ever had the focus. */
  readonly caret: ReadableStore<Caret | null>;
  readonly outline: ReadableStore<OutlineEntry[]>;
  readonly counts: ReadableStore<Counts>;
  readonly headAndTail: ReadableStore<HeadAndTail>;
  /** Which items of the list 附件： have a text of their own. */
  readonly attachmentTexts: ReadableStore<AttachmentTextState[]>;
  readonly find: FindController;

  /** Puts the caret into the block and brings it into view; a number counts characters of the block's plain text.
   * False when there is no such block (any more). */
  focusBlock(blockId: string, place?: 'start' | 'end' | number): boolean;
  /** `field` names a form of head or tail as find does (docNumber, date, unit 0); absent or gone: the first. */
  focusPart(part: LetterPart, field?: string): boolean;
  /** Brings a block into view without moving caret or focus. */
  scrollToBlock(blockId: string): boolean;
  /** Tints blocks (what an import recognised, a finding that was jumped to); the tint fades after `ms`. */
  flashBlocks(blockIds: string[], ms?: number): void;
  /** The same for title, salutation, and what stands before and after the text. */
  flashParts(parts: LetterPart[], ms?: number): void;
  /** Gives the focus back to the text where the caret was. */
  focus(): void;
  /** Changes head or tail data as one undo step; `group` merges quick changes of one input into one step. */
  changeHead(change: (head: HeadData) => HeadData, group?: string): void;
  changeTail(change: (tail: Tail) => Tail, group?: string): void;
  readonly attachments: AttachmentCommands;
  /** Moves a heading with everything under it. `before` null: to the end of `sectionId`. False when it cannot (into
   * itself, unknown ids). */
  moveOutlineEntry(blockId: string, target: { sectionId: string; before: string | null }): boolean;
  /** Ends the session: listeners are dropped and the text is let go. */
  dispose(): void;
}

/** Head data that is not running text: title and salutation are edited in the text itself. */
export type HeadData = {
  [Key in keyof Head as string extends Key ? never : Exclude<Key, 'title' | 'salutation'>]: Head[Key];
} & { [unknown: string]: unknown };
export interface HeadAndTail {
  head: HeadData;
  tail: Tail;
}

export type LetterPart = 'head' | 'title' | 'salutation' | 'body' | 'tail';
export type InlineFormat = 'bold' | 'italic' | 'underline';
export type BlockStyle = 'body' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | `list-${ListStyle}`;

export type CellAlign = 'left' | 'center' | 'right';
/** What only the owner of the window may do, at the selection of the page. */
export type ClipboardAction = 'cut' | 'copy' | 'paste' | 'pastePlain';

export interface Caret {
  part: LetterPart;
  /** The innermost block: in a table the paragraph of the cell. Null outside the sections. */
  blockId: string | null;
  /** Characters before the caret in the plain text of its block, title or salutation; 0 in head and tail. */
  offset: number;
}

export interface SelectionState {
  /** Where the caret is; null before the text ever had the focus. */
  part: LetterPart | null;
  sectionId: string | null;
  sectionRole: SectionRole | null;
  /** Block of the focus point; in a table the table's block. */
  blockId: string | null;
  blockType: BlockType | null;
  /** Null where no style can be chosen (title, salutation, page break) or where the selection mixes styles. */
  style: BlockStyle | null;
  styleEnabled: boolean;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** All selected text is left out of the public version. */
  redacted: boolean;
  inTable: boolean;
  /** The table's first row repeats on every page; null outside tables. */
  tableHeader: boolean | null;
  /** How all selected lines of cells are set; null outside tables and where they differ. */
  cellAlign: CellAlign | null;
  /** Placeholder of the block of the caret; null where a block can have none. */
  prompt: string | null;
  /** A selected or adjacent field, for "detach". */
  field: FieldName | null;
  /** The selection covers text. */
  isRange: boolean;
  canUndo: boolean;
  canRedo: boolean;
  readOnly: boolean;
}

export interface LetterCommands {
  toggleFormat(format: InlineFormat): void;
  setStyle(style: BlockStyle): void;
  /** Body again when the selection already has this list style. */
  toggleList(style: ListStyle): void;
  indentList(): void;
  outdentList(): void;
  /** Past the neighbour, and on into the next section; in a table its row. Nothing where there is nowhere to go. */
  moveBlocks(direction: 'up' | 'down'): void;
  insertTable(rows: number, columns: number): void;
  insertRow(where: 'above' | 'below'): void;
  insertColumn(where: 'left' | 'right'): void;
  deleteRow(): void;
  deleteColumn(): void;
  deleteTable(): void;
  toggleTableHeader(): void;
  mergeCells(): void;
  splitCell(): void;
  insertPageBreak(): void;
  /** At the selection, which it replaces. */
  insertText(text: string): void;
  /** ASCII characters of the selected text in the width of a Chinese character, or back. */
  changeWidth(to: 'full' | 'half'): void;
  /** The lines of the cells the selection touches. */
  alignCells(align: CellAlign): void;
  insertField(field: FieldName, text: string): void;
  /** Turns the selected field into plain text. False when none is selected. */
  detachField(): boolean;
  /** Says what belongs into the block of the caret while it is empty; '' takes the placeholder away. For templates. */
  setPrompt(prompt: string): void;
  clearFormat(): void;
  /** Marks the selected text to be left out of the public version of the letter, or takes that mark back. */
  toggleRedaction(): void;
  selectAll(): void;
  undo(): void;
  redo(): void;
}

export interface AttachmentTextState {
  itemId: string;
  sectionId: string;
  isLandscape: boolean;
}

/** Each is one undo step over list and text together. */
export interface AttachmentCommands {
  /** Gives the item a text of its own, on pages after the letter, and puts the caret there. */
  addText(itemId: string): void;
  removeText(itemId: string): void;
  setLandscape(itemId: string, isLandscape: boolean): void;
  /** Takes the item out of the list, and its text with it. */
  remove(itemId: string): void;
  /** By so many places in the list; texts follow. */
  move(itemId: string, by: number): void;
}

export interface OutlineEntry {
  kind: 'section' | 'heading';
  sectionId: string;
  role: SectionRole;
  /** Null for the entry of a section as such. */
  blockId: string | null;
  /** 0 for sections, 1–4 for headings. */
  level: number;
  /** 一、 （一） 1. （1）; of the text of an attachment 附件1, '' for other sections. */
  label: string;
  /** Of a heading, or the title of an attachment. */
  text: string;
  /** What an empty heading shows in the letter, '' for nothing. */
  prompt: string;
  /** Block to put the caret into; null for a section without any. */
  goTo: string | null;
  /** Nothing but prompts: for headings no text; for sections no text in any block. */
  empty: boolean;
  /** The caret stands in this heading's stretch of text. */
  current: boolean;
}

export interface Counts {
  /** 字数 as Word counts Chinese. */
  characters: number;
  /** Of the selection; 0 when nothing is selected. */
  selected: number;
}

export interface FindState {
  open: boolean;
  replacing: boolean;
  query: string;
  replacement: string;
  matchCase: boolean;
  total: number;
  /** 1-based; 0 when there is no current match. */
  current: number;
}

/** How many matches were replaced, and how many were left and why. */
export interface Replaced {
  replaced: number;
  /** In a field, whose text follows the case. */
  inFields: number;
  /** In 发文字号 or 成文日期, which are made of several values. */
  inNumberOrDate: number;
}

export interface FindController extends ReadableStore<FindState> {
  /** Opens the bar with the selected text (one line at most) as query. */
  open(options?: { replace?: boolean }): void;
  /** Closes the bar, clears the marks and gives the focus back to the text, the current match selected. */
  close(): void;
  setQuery(query: string): void;
  setReplacement(replacement: string): void;
  setMatchCase(matchCase: boolean): void;
  next(): void;
  previous(): void;
  /** Replaces the current match and moves to the next. */
  replace(): Replaced;
  /** One undo step. */
  replaceAll(): Replaced;
}
