import { z } from 'zod';

/**
 * The reply document: the stored truth of a letter. Pure data; editor, Word, PDF, plain text, checks and merge are
 * functions of it.
 *
 * Every object is loose: properties this version does not know ride along untouched (a file written by a newer
 * version must survive a round trip). The schema has no defaults and no transforms for the same reason; it is used to
 * validate, never to rewrite.
 */
export const REPLY_SCHEMA = 'dafu.reply/1';

const id = z.string().min(1).max(64);

/** Opaque revision id; who and when stand in `ReplyDocument.revisions`. */
const revId = id;

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
  ins: revId.optional(),
  del: revId.optional(),
  formatWas: z.looseObject({ rev: revId, format: formatSchema }).optional(),
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

const blockCommon = {
  id,
  type: z.enum(blockTypes),
  /** Heading level 1–4 (一、（一）1.（1）), or depth of a list item, from 1. */
  level: z.number().int().min(1).max(4).optional(),
  props: blockPropsSchema.optional(),
  /** Empty for `table` and `page-break`. */
  runs: z.array(runSchema),
  /** Revision on the paragraph mark: `ins` = split here, `del` = joined with the next block (OOXML w:pPr/w:rPr). */
  mark: z.looseObject({ ins: revId.optional(), del: revId.optional() }).optional(),
  /** Tracked change of type, level or properties; `props` holds the earlier values. */
  was: z.looseObject({ rev: revId, props: z.looseObject({}) }).optional(),
};

export interface TableCell {
  id: string;
  /** Number of columns / rows the cell covers; 1 when absent. Covered cells are not listed. */
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  /** Paragraphs and list items only: tables do not nest. At least one. */
  blocks: Block[];
  [other: string]: unknown;
}
export interface TableRow {
  id: string;
  cells: TableCell[];
  ins?: string | undefined;
  del?: string | undefined;
  [other: string]: unknown;
}
export interface Table {
  /** Rows repeated at the head of every page the table runs over. */
  headerRows: number;
  /** Column widths as shares of the type area; they need not add up to 1. */
  columns: number[];
  rows: TableRow[];
  [other: string]: unknown;
}
export interface Block {
  id: string;
  type: BlockType;
  level?: number | undefined;
  props?: BlockProps | undefined;
  runs: Run[];
  mark?: { ins?: string | undefined; del?: string | undefined; [other: string]: unknown } | undefined;
  was?: { rev: string; props: Record<string, unknown>; [other: string]: unknown } | undefined;
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
  }),
);
const tableSchema: z.ZodType<Table> = z.looseObject({
  headerRows: z.number().int().min(0),
  columns: z.array(z.number().positive()).min(1).max(64),
  rows: z.array(z.looseObject({ id, cells: z.array(cellSchema), ins: revId.optional(), del: revId.optional() })).min(1),
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
  heading: blockSchema.optional(),
  blocks: z.array(blockSchema),
  /** A part contributed by a co-handling unit. */
  source: z.looseObject({ unit: z.string(), contributionId: z.string() }).optional(),
  /** Only on the role `attachment`: the item of `tail.attachments` whose text this is, and how its pages lie. */
  attachment: z.looseObject({ itemId: id, isLandscape: z.literal(true).optional() }).optional(),
});
export type Section = z.infer<typeof sectionSchema>;

export const disclosureKinds = ['public', 'on-request', 'withheld'] as const;
export type DisclosureKind = (typeof disclosureKinds)[number];

export const docNumberSchema = z.looseObject({
  /** 代字, such as 津云发函. */
  code: z.string(),
  year: z.number().int().min(1900).max(2200),
  serial: z.number().int().min(1),
});
export type DocNumber = z.infer<typeof docNumberSchema>;

export const headSchema = z.looseObject({
  issuer: z.string().optional(),
  docNumber: docNumberSchema.optional(),
  /** A document number that could not be read as code, year and serial, kept as printed (damaged imports). */
  docNumberText: z.string().optional(),
  category: z.string().optional(),
  disclosure: z.looseObject({ kind: z.enum(disclosureKinds), reason: z.string().optional() }).optional(),
  signer: z.string().optional(),
  urgency: z.string().optional(),
  secrecy: z.string().optional(),
  copyNumber: z.string().optional(),
  /** May hold line breaks kept by the drafter. */
  title: z.array(runSchema),
  /** With its final full-width colon. */
  salutation: z.array(runSchema),
});
export type Head = z.infer<typeof headSchema>;

/** What is said of a contact besides name and telephone: 传真, 地址, 邮编, 职务. */
export const contactDetailSchema = z.looseObject({
  /** '' for words of their own: in brackets they stand right behind what is before them, others after ；. */
  label: z.string(),
  text: z.string(),
  /** Before the name, or between name and telephone; absent: after the telephone. */
  place: z.enum(['before', 'between']).optional(),
});
export type ContactDetail = z.infer<typeof contactDetailSchema>;

export const contactSchema = z.looseObject({
  name: z.string().optional(),
  /** The printed label, such as 联系人. */
  role: z.string().optional(),
  /** As printed; one may have words around its figures (65123456（办公室）). */
  phones: z.array(z.string()),
  details: z.array(contactDetailSchema).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const tailSchema = z.looseObject({
  attachments: z.array(z.looseObject({ id, title: z.string() })),
  /** Signing units, in printed order. */
  units: z.array(z.string()),
  date: isoDate.optional(),
  /** A date that could not be read, kept as printed (damaged imports). */
  dateText: z.string().optional(),
  /** Decides where signature and date stand (GB/T 9704-2012, 7.3.5.1 to 7.3.5.3). Absent: sealed. */
  seal: z.enum(['sealed', 'unsealed', 'name-stamp']).optional(),
  /** 签发人职务 beside each 签名章, in the order of `units`; only with `name-stamp`. */
  signerPosts: z.array(z.string()).optional(),
  /** pt from line to line where this letter is set closer than others, so that its last page is saved. */
  linePitch: z.number().min(20).max(40).optional(),
  contacts: z.array(contactSchema),
  /** 附注 other than contact and disclosure, without its brackets. */
  note: z.string().optional(),
  copyTo: z.array(z.string()),
});
export type Tail = z.infer<typeof tailSchema>;

export const revisionKinds = ['insert', 'delete', 'format', 'paragraph', 'table'] as const;
export const revisionMarkSchema = z.looseObject({
  author: z.string(),
  authorId: z.string(),
  /** ms since the epoch, UTC. */
  at: z.number(),
  kind: z.enum(revisionKinds),
});

export const threadSchema = z.looseObject({
  id,
  state: z.enum(['open', 'resolved']),
  kind: z.enum(['correction', 'suggestion', 'question', 'return']),
  severity: z.enum(['info', 'warning', 'error']),
  quote: z.string(),
  messages: z.array(z.looseObject({ id, author: z.string(), at: z.number(), text: z.string() })),
});

export const replyDocumentSchema = z.looseObject({
  schema: z.literal(REPLY_SCHEMA),
  id,
  head: headSchema,
  sections: z.array(sectionSchema).min(1),
  tail: tailSchema,
  revisions: z.record(z.string(), revisionMarkSchema),
  /** Only in exchange files; in the store threads are rows beside the document. */
  threads: z.record(z.string(), threadSchema),
});
export type ReplyDocument = z.infer<typeof replyDocumentSchema>;
