import { z } from 'zod';
import { importWarningCodes, type ImportReport, type ImportWarning } from '#shared/domain/import-report.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { runsText } from './plain-text.ts';
import { isPrompt, printedDate, printedDocNumber } from './printed.ts';
import { project } from './projection.ts';
import { placeSchema, type Place } from './redaction/finding.ts';
import { fieldNames, type FieldName, type ReplyDocument, type Run } from './schema.ts';
import { everyBlock } from './walk.ts';

/** Parts no letter goes out without. */
const neededParts = ['title', 'docNumber', 'salutation', 'signature', 'date'] as const;

/** Something a letter still lacks, or that nobody has looked at yet; it can go out all the same. */
export const openPointSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), part: z.enum(neededParts), where: placeSchema }),
  /** A field of the case without a value: its words are not printed. */
  z.object({ kind: z.literal('emptyField'), field: z.enum(fieldNames), where: placeSchema }),
  z.object({ kind: z.literal('prompt'), text: z.string(), where: placeSchema }),
  /** What the import was unsure of, unless somebody ticked it off or wrote what was missing. */
  z.object({ kind: z.literal('import'), code: z.enum(importWarningCodes), quote: z.string() }),
]);
export type OpenPoint = z.infer<typeof openPointSchema>;

/** Fields a letter reads oddly without; the others are there for some letters only. */
const neededFields = new Set<FieldName>(['caseTitle', 'caseNumber', 'session', 'members']);

/** In the order of the letter, what the import left open last. `report` is null for what was not imported. */
export function openPoints(
  source: ReplyDocument,
  caseFacts: Pick<CaseFacts, 'number'>,
  report: Pick<ImportReport, 'warnings' | 'checked'> | null,
): OpenPoint[] {
  const document = project(source, 'accepted');
  const { head, tail } = document;
  const isWritten: Record<(typeof neededParts)[number], boolean> = {
    docNumber: printedDocNumber(head).trim() !== '',
    title: runsText(head.title).trim() !== '',
    salutation: runsText(head.salutation).trim() !== '',
    signature: tail.units.some((unit) => unit.trim() !== ''),
    date: printedDate(tail).trim() !== '',
  };
  const missing = (part: keyof typeof isWritten): OpenPoint[] =>
    isWritten[part] ? [] : [{ kind: 'missing', part, where: { part: part === 'signature' ? 'unit' : part } }];
  const warnings = report?.warnings.filter(
    (warning, index) => !report.checked?.includes(index) && isOpen(warning, document, caseFacts),
  );
  return [
    ...missing('docNumber'),
    ...missing('title'),
    ...missing('salutation'),
    ...emptyFields(document),
    ...[...everyBlock(document)].filter(isPrompt).map((block): OpenPoint => ({
      kind: 'prompt',
      text: block.props?.prompt ?? '',
      where: { part: 'block', blockId: block.id },
    })),
    ...missing('signature'),
    ...missing('date'),
    ...(warnings ?? []).map(({ code, quote }): OpenPoint => ({ kind: 'import', code, quote })),
  ];
}

/** Each field once, where it stands first. */
function emptyFields(document: ReplyDocument): OpenPoint[] {
  const found = new Map<FieldName, OpenPoint>();
  const look = (runs: readonly Run[], where: Place) => {
    for (const { text, object } of runs) {
      if (object?.type !== 'field' || text !== '' || !neededFields.has(object.field) || found.has(object.field))
        continue;
      found.set(object.field, { kind: 'emptyField', field: object.field, where });
    }
  };
  look(document.head.title, { part: 'title' });
  look(document.head.salutation, { part: 'salutation' });
  for (const block of everyBlock(document)) look(block.runs, { part: 'block', blockId: block.id });
  return [...found.values()];
}

/** What the importer does as a matter of course; the rest wants a look. */
export const importNotes: readonly ImportWarning['code'][] = [
  'junk.removed',
  'punctuation.widened',
  'paragraphs.rejoined',
];

/** Warnings of a part that is written since are settled by that; the part itself is asked for where it is not. */
function isOpen({ code }: ImportWarning, document: ReplyDocument, caseFacts: Pick<CaseFacts, 'number'>): boolean {
  switch (code) {
    case 'title.missing':
    case 'salutation.missing':
    case 'signature.missing':
    case 'date.missing':
      return false;
    case 'date.malformed':
      return document.tail.date === undefined;
    case 'docNumber.malformed':
      return document.head.docNumber === undefined;
    case 'caseNumber.missing':
      return caseFacts.number.trim() === '';
    default:
      return !importNotes.includes(code);
  }
}
