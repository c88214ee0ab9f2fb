import { z } from 'zod';

/**
 * Errors are values: a code of this closed set, typed details, and an incident id that also stands in the log. No
 * class crosses a process border, so `instanceof` is never used on the other side.
 */
const path = z.string();
export const errorDetails = {
  /** Input that does not fit the contract; `issues` are "path: message". */
  VALIDATION_FAILED: z.object({ issues: z.array(z.string()) }),
  NOT_FOUND: z.object({ what: z.string(), id: z.string() }),
  /** A save whose base version is stale. */
  CONFLICT: z.object({ what: z.string(), id: z.string(), currentVersion: z.number().int() }),
  /** Refused by a rule of the product, named by `rule` (such as `template.shipped`). */
  FORBIDDEN: z.object({ rule: z.string() }),
  /** The data folder cannot be made, read or written. */
  DATA_FOLDER_UNUSABLE: z.object({ path, reason: z.string() }),
  DATABASE_READONLY: z.object({ path }),
  DATABASE_LOCKED: z.object({ path }),
  /** The database is gone or empty while something of a former one is there, see `app.copies`. */
  DATABASE_MISSING: z.object({ path }),
  DATABASE_CORRUPT: z.object({ path, message: z.string() }),
  DATABASE_FROM_FUTURE: z.object({ path, databaseVersion: z.number().int(), appVersion: z.number().int() }),
  /** A migration failed and everything was rolled back. */
  MIGRATION_FAILED: z.object({ path, version: z.number().int(), message: z.string() }),
  DISK_FULL: z.object({ path }),
  /** A file or folder named by the user that cannot be read or written. `reason` is the system's code. */
  PATH_UNAVAILABLE: z.object({ path, reason: z.string() }),
  FILE_EXISTS: z.object({ path }),
  /** A file of a kind or shape that is refused; `reason` names why, such as `macro`, `encrypted`, `zip-bomb`. */
  IMPORT_UNSUPPORTED: z.object({ name: z.string(), reason: z.string() }),
  /** A file whose letter is not in every word and number as it was, where that was asked for; `changes` counts them. */
  IMPORT_ALTERED: z.object({ name: z.string(), changes: z.number().int() }),
  IMPORT_TOO_LARGE: z.object({ name: z.string(), limit: z.string(), actual: z.number(), allowed: z.number() }),
  /** A stored or exchanged document that does not fit the schema; nothing is changed. */
  DOCUMENT_INVALID: z.object({ id: z.string(), issues: z.array(z.string()) }),
  DOCUMENT_FROM_FUTURE: z.object({ id: z.string(), schema: z.string() }),
  /** A form of the printed letter that does not fit its schema; `issues` are "path: message". */
  FORM_INVALID: z.object({ name: z.string(), issues: z.array(z.string()) }),
  /** The same of a paper that goes with the letter (随附表单). */
  SHEET_INVALID: z.object({ name: z.string(), issues: z.array(z.string()) }),
  /** Unit settings that do not fit their schema; `issues` are "path: message". `name` is the file, '' for the store. */
  UNIT_SETTINGS_INVALID: z.object({ name: z.string(), issues: z.array(z.string()) }),
  UNIT_SETTINGS_FROM_FUTURE: z.object({ name: z.string(), schema: z.string() }),
  /** A letter with open comments or tracked changes that nobody said how to treat. */
  REVIEW_OPEN: z.object({
    title: z.string(),
    insertions: z.number().int(),
    deletions: z.number().int(),
    formats: z.number().int(),
    others: z.number().int(),
    comments: z.number().int(),
  }),
  /** A letter that may not be published; `reason` is why it is withheld, or its 密级. */
  PUBLICATION_REFUSED: z.object({ title: z.string(), why: z.enum(['withheld', 'secret']), reason: z.string() }),
  EXPORT_FAILED: z.object({ format: z.string(), message: z.string() }),
  NO_PRINTER: z.object({}),
  /** `message` is the system's own. */
  PRINT_FAILED: z.object({ message: z.string() }),
  HOST_CAPABILITY_MISSING: z.object({ capability: z.string() }),
  PACKAGE_TAMPERED: z.object({ name: z.string() }),
  CANCELLED: z.object({}),
  BACKEND_LOST: z.object({}),
  INTERNAL: z.object({}),
} as const;

export type ErrorCode = keyof typeof errorDetails;
export type ErrorDetails<C extends ErrorCode> = z.infer<(typeof errorDetails)[C]>;

export const errorCodes = Object.keys(errorDetails) as [ErrorCode, ...ErrorCode[]];

/** A failure inside an answer, such as that of one file among many. */
export const failureSchema = z.object({ code: z.enum(errorCodes), details: z.unknown() });

/** What travels between processes. `devStack` is only set in development. */
export type WireError = {
  [C in ErrorCode]: { code: C; details: ErrorDetails<C>; incidentId: string; devStack?: string | undefined };
}[ErrorCode];

/** Thrown by services, caught once at the RPC border, where it becomes a `WireError`. */
export class DafuError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly details: ErrorDetails<C>;
  constructor(code: C, details: ErrorDetails<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'DafuError';
    this.code = code;
    this.details = details;
  }
}

/** True for failures after which the same call may succeed unchanged. */
export function isRetryable(code: ErrorCode): boolean {
  return code === 'BACKEND_LOST' || code === 'DATABASE_LOCKED' || code === 'DISK_FULL';
}
