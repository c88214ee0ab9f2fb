import { z } from 'zod';

/** What an import changed, so that it can be shown beside the result and undone. */
export const importChangeKinds = [
  'junk.removed',
  'punctuation.widened',
  'characters.removed',
  'paragraph.joined',
  'paragraph.split',
  'line.moved',
  /** Blanks beside a mark of punctuation or inside a number. */
  'blanks.removed',
  /** Typed numbers of headings were replaced by the computed ones. */
  'heading.numbered',
] as const;

/** A field of head or tail that a line went into. */
export const importedFields = [
  'title',
  'salutation',
  'docNumber',
  'category',
  'disclosure',
  'signer',
  'issuer',
  'urgency',
  'secrecy',
  'copyNumber',
  'unit',
  'date',
  'contact',
  'contactDetail',
  'phone',
  'attachment',
  'copyTo',
  'note',
] as const;
export type ImportedField = (typeof importedFields)[number];

export const importChangeSchema = z.object({
  id: z.string(),
  kind: z.enum(importChangeKinds),
  /** Text before and after; for `junk.removed` `after` is ''. Shortened to 200 characters for display. */
  before: z.string(),
  after: z.string(),
  /** Block to jump to, where there is one. */
  blockId: z.string().nullable(),
  /**
   * Exact steps that take this one change back; `undoImportChange` carries them out. `blockId` may also be `title` or
   * `salutation`. A `replace` puts `to` where `from` stands in the block; an `insert` adds a paragraph `id` with `to`
   * after `blockId` (null: at the start of the first section); a `split` cuts the block in two before `to` (the end of
   * the block, else the first text equal to it), the second half getting `id`; a `join` appends the block `next` after
   * `between`; an `unnumber` turns a heading into a paragraph that starts with its printed `label`; a `clear` takes
   * `value` out of a field of head or tail. Half and full width count as equal. Undo all in reverse order.
   */
  undo: z.array(
    z.discriminatedUnion('op', [
      z.object({ op: z.literal('replace'), blockId: z.string(), from: z.string(), to: z.string() }),
      z.object({ op: z.literal('insert'), blockId: z.string().nullable(), id: z.string(), to: z.string() }),
      z.object({ op: z.literal('split'), blockId: z.string(), id: z.string(), to: z.string() }),
      z.object({ op: z.literal('join'), blockId: z.string(), next: z.string(), between: z.string() }),
      z.object({ op: z.literal('unnumber'), blockId: z.string(), label: z.string() }),
      z.object({ op: z.literal('clear'), field: z.enum(importedFields), value: z.string() }),
    ]),
  ),
});
export type ImportChange = z.infer<typeof importChangeSchema>;

/** Something the importer could not read, dropped or is unsure of. It never repairs a damaged number or date. */
export const importWarningCodes = [
  'date.malformed',
  'docNumber.malformed',
  'caseNumber.missing',
  /** It holds what is no figure or mark of a case number (12O); kept as printed. */
  'caseNumber.malformed',
  /** Title and opening name different numbers. */
  'caseNumber.differs',
  'title.missing',
  'salutation.missing',
  'signature.missing',
  'date.missing',
  'text.truncated',
  'characters.damaged',
  'comments.present',
  'revisions.present',
  'pictures.dropped',
  'hidden.dropped',
  'notes.flattened',
  'objects.dropped',
  /** A formula, a raised or lowered text that had to become plain text. */
  'formula.flattened',
  'script.flattened',
  /** Text crossed out by hand is kept: only its author knows whether it was meant to go. */
  'struck.kept',
  /** Words of a form where nothing was filled in. */
  'prompts.dropped',
  /** Pronunciation printed over characters. */
  'readings.dropped',
  /** Characters of a symbol font that nobody knows; □ stands in their place. */
  'symbols.unknown',
  /** Text in the margin of each page. */
  'margins.dropped',
  'junk.removed',
  'punctuation.widened',
  'paragraphs.rejoined',
  /** Printed numbers of headings that skip or repeat one; the headings have them still. */
  'heading.kept',
  /** Headings known by their style alone; they have numbers now. */
  'heading.unnumbered',
  /** Of reports stored earlier: numbers out of order were not kept. */
  'heading.renumbered',
  /** Text that is no attachment followed the letter; it stands at the end of the body, before the signature. */
  'appendix.inBody',
  /** The file holds one more letter; its text stands at the end of the body until they are taken apart. */
  'letter.second',
  /** A full stop and a blank inside a paragraph: the end of one may have been lost there. */
  'paragraph.glued',
  /** Blanks between characters of a sentence, kept as printed. */
  'blanks.kept',
  /** Lines above the opening that are no known part, and lines that look like ones of a web page: they are text now. */
  'lines.kept',
] as const;
export type ImportWarningCode = (typeof importWarningCodes)[number];

export const importWarningSchema = z.object({
  code: z.enum(importWarningCodes),
  /** English, for logs and the CLI; the window shows its own words for the code. */
  message: z.string(),
  /** The text concerned, at most 200 characters. */
  quote: z.string(),
});
export type ImportWarning = z.infer<typeof importWarningSchema>;

/** A part the importer recognised, for tinting and for the list 识别与改动. */
export const recognisedPartSchema = z.object({
  part: z.enum([
    'title',
    'docNumber',
    'category',
    'disclosure',
    'signer',
    'salutation',
    'opening',
    'heading',
    'closing',
    'signature',
    'date',
    'contact',
    'attachment',
    'copyTo',
  ]),
  text: z.string(),
  blockId: z.string().nullable(),
});
export type RecognisedPart = z.infer<typeof recognisedPartSchema>;

export const importReportSchema = z.object({
  source: z.object({
    /** File name without folder, or '' for pasted text. */
    name: z.string(),
    /** `json` is our own format: such a report is empty. */
    format: z.enum(['txt', 'html', 'docx', 'json', 'paste-text', 'paste-html']),
    encoding: z.string(),
    /** SHA-256 of the file in hexadecimal, by which it is known when it comes again. Absent for what was pasted. */
    digest: z.string().optional(),
  }),
  recognised: z.array(recognisedPartSchema),
  changes: z.array(importChangeSchema),
  warnings: z.array(importWarningSchema),
  junkLines: z.array(z.string()),
  /** Ids of changes taken back since. */
  undone: z.array(z.string()),
  /** Places in `warnings` that somebody has looked at since. */
  checked: z.array(z.number().int()).optional(),
});
export type ImportReport = z.infer<typeof importReportSchema>;
