import { z } from 'zod';
import { headFields, tailFields } from './letter-fields.ts';
import {
  changesOf,
  decisionSchema,
  idSchema as id,
  movedMarks,
  presenceMarks,
  revisionSchema,
  type Change,
  type Moved,
  type PresenceMarks,
} from './revision-marks.ts';
import { threadSchema } from './threads.ts';

export {
  disclosureKinds,
  type Contact,
  type ContactDetail,
  type DisclosureKind,
  type DocNumber,
} from './letter-fields.ts';

/**
 * The reply document: the stored truth of a letter. Pure data; editor, Word, PDF, plain text, checks and merge are
 * functions of it.
 *
 * Every object is loose: properties this version does not know ride along untouched (a file written by a newer
 * version must survive a round trip). The schema has no defaults and no transforms for the same reason; it is used to
 * validate, never to rewrite.
 */
export const REPLY_SCHEMA = 'dafu.reply/2';

/** Character formats the official-document format allows inside a letter. Absent means off. */
export const formatSchema = z.looseObject({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  /** In a heading block: body text that follows a run-in heading on the same line (set in the body font). */
  body: z.literal(true).optional(),
  /** Taken out of the public version of the letter; the letter itself prints it like any other text. */
  redact: z.literal(true).optional(),
});
export type Format = z.infer<typeof formatSchema>;

/** What a field can be bound to; its text is a copy of the case or unit value and follows it until detached. */
export const fieldNames = [
  'caseTitle',
  'caseNumber',
  'session',
  'members',
  'coUnits',
  'hostUnit',
  'unitFullName',
  'unitShortName',
  'unitSelfName',
] as const;
export const fieldNameSchema = z.enum(fieldNames);
export type FieldName = z.infer<typeof fieldNameSchema>;

export const runObjectSchema = z.discriminatedUnion('type', [
  /**
   * `Run.text` holds what is printed: `before` + value + `after`, or nothing at all while the value is empty. So a
   * phrase that hangs on the value (经[会同××局]研究) comes and goes with it.
   */
  z.looseObject({
    type: z.literal('field'),
    field: fieldNameSchema,
    before: z.string().optional(),
    after: z.string().optional(),
  }),
  /** `Run.text` is '\n'. */
  z.looseObject({ type: z.literal('break') }),
  /** `Run.text` is '\t'. */
  z.looseObject({ type: z.literal('tab') }),
  /** A picture; `Run.text` is ''. */
  z.looseObject({ type: z.literal('image'), alt: z.string().optional() }),
]);
export type RunObject = z.infer<typeof runObjectSchema>;

export const runSchema = z.looseObject({
  text: z.string(),
  format: formatSchema.optional(),
  ...presenceMarks,
  changes: changesOf({ format: formatSchema.optional() }),
  threads: z.array(id).optional(),
  object: runObjectSchema.optional(),
});
export type Run = z.infer<typeof runSchema>;

export const listStyles = ['bullet', 'decimal', 'paren', 'circled'] as const;
export type ListStyle = (typeof listStyles)[number];

export const blockPropsSchema = z.looseObject({
  /** Shown in the empty block and gone with the first character; never printed, never exported. */
  prompt: z.string().optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  /** Only on `list-item`. The label is computed from the neighbours, never typed. */
  list: z.enum(listStyles).optional(),
  /** On a list item or heading: its number, where the count by itself would come to another. The next count on from it. */
  start: z.number().int().optional(),
});
export type BlockProps = z.infer<typeof blockPropsSchema>;

export const blockTypes = ['paragraph', 'heading', 'list-item', 'table', 'page-break'] as const;
export type BlockType = (typeof blockTypes)[number];

const blockFields = {
  type: z.enum(blockTypes),
  /** Heading level 1–4 (一、（一）1.（1）), or depth of a list item, from 1. */
  level: z.number().int().min(1).max(4).optional(),
  props: blockPropsSchema.optional(),
};

const blockCommon = {
  id,
  ...blockFields,
  /** Empty for `table` and `page-break`. */
  runs: z.array(runSchema),
  /**
   * Revision on the paragraph mark: `ins` = split here, `del` = joined with the next block (OOXML w:pPr/w:rPr). A
   * paragraph without any text left goes with its mark, a page break too.
   */
  mark: z.looseObject(presenceMarks).optional(),
  changes: changesOf(blockFields),
  ...movedMarks,
};

/** How many columns and rows of a table a cell covers. */
const spanSchema = z.looseObject({
  columns: z.number().int().min(1).max(64),
  rows: z.number().int().min(1).max(1000),
});
export type Span = z.infer<typeof spanSchema>;

export interface TableCell {
  id: string;
  /** Number of columns / rows the cell covers; 1 when absent. Covered cells are not listed. */
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  /** Paragraphs and list items only: tables do not nest. At least one. */
  blocks: Block[];
  /**
   * Cells to be merged or parted. Unlike other changes they are not applied: the cells stand as they were until it is
   * decided, so that the text in them can be read and changed.
   */
  changes?: Change[] | undefined;
  [other: string]: unknown;
}
export interface TableRow extends PresenceMarks {
  id: string;
  cells: TableCell[];
  [other: string]: unknown;
}
export interface TableColumn extends PresenceMarks {
  /** Share of the type area; the shares of a table need not add up to 1. */
  width: number;
  changes?: Change[] | undefined;
  [other: string]: unknown;
}
export interface Table {
  /** Rows repeated at the head of every page the table runs over. */
  headerRows: number;
  columns: TableColumn[];
  rows: TableRow[];
  changes?: Change[] | undefined;
  [other: string]: unknown;
}
export interface Block extends Moved {
  id: string;
  type: BlockType;
  level?: number | undefined;
  props?: BlockProps | undefined;
  runs: Run[];
  mark?: (PresenceMarks & { [other: string]: unknown }) | undefined;
  changes?: Change[] | undefined;
  /** Present exactly when `type` is `table`. */
  table?: Table | undefined;
  [other: string]: unknown;
}

const cellSchema: z.ZodType<TableCell> = z.lazy(() =>
  z.looseObject({
    id,
    colSpan: z.number().int().min(1).max(64).optional(),
    rowSpan: z.number().int().min(1).max(1000).optional(),
    blocks: z.array(blockSchema).min(1),
    changes: changesOf({ span: spanSchema }),
  }),
);
const tableFields = { headerRows: z.number().int().min(0) };
const columnFields = { width: z.number().positive() };
const tableSchema: z.ZodType<Table> = z.looseObject({
  ...tableFields,
  columns: z
    .array(z.looseObject({ ...columnFields, ...presenceMarks, changes: changesOf(columnFields) }))
    .min(1)
    .max(64),
  rows: z.array(z.looseObject({ id, cells: z.array(cellSchema), ...presenceMarks })).min(1),
  changes: changesOf(tableFields),
});
export const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z
    .looseObject({ ...blockCommon, table: tableSchema.optional() })
    .refine((block) => (block.type === 'table') === (block.table !== undefined), 'a table block carries a table'),
);

/**
 * Order of the standard parts of a letter. A section is never lost, though it may be empty. Sections of the role
 * `attachment` come last and are printed after the tail, each on pages of its own (7.3.6).
 */
export const sectionRoles = ['opening', 'progress', 'plan', 'closing', 'other', 'attachment'] as const;
export type SectionRole = (typeof sectionRoles)[number];

export const sectionSchema = z.looseObject({
  id,
  role: z.enum(sectionRoles),
  changes: changesOf({ role: z.enum(sectionRoles).exclude(['attachment']) }),
  ...movedMarks,
  /** Only on the role `attachment`: the other parts of a letter are never lost, though they may be empty. */
  ...presenceMarks,
  heading: blockSchema.optional(),
  blocks: z.array(blockSchema),
  /** A part contributed by a co-handling unit. */
  source: z.looseObject({ unit: z.string(), contributionId: z.string() }).optional(),
  /** Only on the role `attachment`: the item of `tail.attachments` whose text this is, and how its pages lie. */
  attachment: z.looseObject({ itemId: id, isLandscape: z.literal(true).optional() }).optional(),
});
export type Section = z.infer<typeof sectionSchema>;

export const headSchema = z.looseObject({
  ...headFields,
  /** May hold line breaks kept by the drafter. */
  title: z.array(runSchema),
  /** With its final full-width colon. */
  salutation: z.array(runSchema),
  changes: changesOf(headFields),
});
export type Head = z.infer<typeof headSchema>;

export const tailSchema = z.looseObject({ ...tailFields, changes: changesOf(tailFields) });
export type Tail = z.infer<typeof tailSchema>;

export const replyDocumentSchema = z.looseObject({
  schema: z.literal(REPLY_SCHEMA),
  id,
  head: headSchema,
  sections: z.array(sectionSchema).min(1),
  tail: tailSchema,
  revisions: z.record(z.string(), revisionSchema),
  /** Revisions that are decided but still wait for another one on which their effect hangs (decide.ts). */
  decided: z.record(z.string(), decisionSchema).optional(),
  /** Only in exchange files; in the store threads are rows beside the document. */
  threads: z.record(z.string(), threadSchema),
});
export type ReplyDocument = z.infer<typeof replyDocumentSchema>;
