import { DafuError } from '#shared/contract/errors.ts';
import { checkReplyDocument } from '#shared/document/parse.ts';
import { countCharacters } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { everyBlock, withFreshIds } from '#shared/document/walk.ts';
import { caseFactsSchema, type CaseFacts } from '#shared/domain/case.ts';
import { objectLevels } from '#shared/lib/nesting.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { startsWith } from '#backend/files/starts-with.ts';
import { checkLimit } from '#backend/files/input-limits.ts';

export interface DraftOfJson {
  document: ReplyDocument;
  /** Null when the file holds the letter alone. */
  caseFacts: CaseFacts | null;
}

/**
 * Reads a draft as the app itself writes it: the bare document, the document with the case as its property
 * `caseFacts` (a rescue file), or both side by side as `document` and `caseFacts` (`dafu show --as json`). Text and
 * formats stay exactly as they are; all ids are new, so that the same file can be read twice.
 *
 * @throws DafuError IMPORT_UNSUPPORTED (reason: encoding, not-a-draft, template, damaged), IMPORT_TOO_LARGE,
 * DOCUMENT_FROM_FUTURE
 */
export function readJson(bytes: Uint8Array, name: string): DraftOfJson {
  const refuse = (reason: string, cause?: unknown) => new DafuError('IMPORT_UNSUPPORTED', { name, reason }, { cause });
  const value = parse(bytes, refuse);
  if (!isObject(value) || !isSound(value, name)) throw refuse('not-a-draft');
  if (typeof value['schema'] === 'string' && value['schema'].startsWith('dafu.template/')) throw refuse('template');

  const isPair = isObject(value['document']);
  const { caseFacts, ...document } = isPair
    ? { ...(value['document'] as object), caseFacts: value['caseFacts'] }
    : value;
  if (!('schema' in document) || !/^dafu\.reply\//.test(String(document.schema))) throw refuse('not-a-draft');
  const facts = caseFacts === undefined ? null : caseFactsSchema.safeParse(caseFacts);
  if (facts?.success === false) throw refuse('damaged', facts.error);

  const checked = checkDocument(document, refuse);
  checkLimit(name, 'paragraphs', [...everyBlock(checked)].length);
  checkLimit(name, 'characters', countCharacters(checked));
  return { document: withFreshIds(checked), caseFacts: facts?.data ?? null };
}

function parse(bytes: Uint8Array, refuse: (reason: string, cause: unknown) => DafuError): unknown {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
  let text: string;
  try {
    text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse('encoding', error);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse('not-a-draft', error);
  }
}

function checkDocument(document: unknown, refuse: (reason: string, cause: unknown) => DafuError): ReplyDocument {
  try {
    return checkReplyDocument(document);
  } catch (error) {
    // "Nothing was changed" and "restore an earlier version", the words for a stored letter, would mislead here.
    if (isDafuError(error) && error.code === 'DOCUMENT_INVALID') throw refuse('damaged', error);
    throw error;
  }
}

/** What is stored is copied property by property: no value may be nested without end, and none may set a prototype. */
function isSound(value: object, name: string): boolean {
  let depth = 0;
  for (const level of objectLevels(value)) {
    depth += 1;
    checkLimit(name, 'nesting', depth);
    if (level.some((item) => Object.hasOwn(item, '__proto__'))) return false;
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
