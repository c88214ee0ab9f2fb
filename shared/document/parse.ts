import { DafuError } from '#shared/contract/errors.ts';
import { isNestedTooDeep, mostNesting } from '../lib/nesting.ts';
import { migrations, REPLY_SCHEMA_VERSION } from './migrations/index.ts';
import { replyDocumentSchema, type ReplyDocument } from './schema.ts';

const MAX_ISSUES = 20;
const tooDeep = `nested in more than ${mostNesting} levels`;

/**
 * Reads a stored or exchanged document: parse → migrate → validate. The value is returned as parsed, not as rebuilt
 * by the schema, so unknown properties keep their place.
 *
 * @throws DafuError DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE
 */
export function parseReplyDocument(json: string): ReplyDocument {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new DafuError('DOCUMENT_INVALID', { id: '', issues: [`not JSON: ${String(error)}`] }, { cause: error });
  }
  return checkReplyDocument(value);
}

/** Same as {@link parseReplyDocument} for a value that is already parsed. */
export function checkReplyDocument(value: unknown): ReplyDocument {
  if (isNestedTooDeep(value)) throw new DafuError('DOCUMENT_INVALID', { id: idOf(value), issues: [tooDeep] });
  const migrated = migrate(value);
  const result = replyDocumentSchema.safeParse(migrated);
  if (!result.success) {
    const issues = result.error.issues.slice(0, MAX_ISSUES).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new DafuError('DOCUMENT_INVALID', { id: idOf(migrated), issues }, { cause: result.error });
  }
  return migrated as ReplyDocument;
}

function migrate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const schema = 'schema' in value && typeof value.schema === 'string' ? value.schema : '';
  const version = Number(/^dafu\.reply\/([1-9]\d{0,3})$/.exec(schema)?.[1] ?? Number.NaN);
  if (Number.isNaN(version)) return value;
  if (version > REPLY_SCHEMA_VERSION) throw new DafuError('DOCUMENT_FROM_FUTURE', { id: idOf(value), schema });
  return migrations.slice(version - 1).reduce((document, step) => step(document), value as Record<string, unknown>);
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : '';
}
