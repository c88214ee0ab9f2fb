import type { ErrorCode } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { Logger } from './log.ts';

/** What went wrong with one of many files. */
export interface Failure {
  code: ErrorCode;
  details: unknown;
}

/** Codes that concern one file or letter; after any other the rest of a batch would fail the same way. */
const ofOneItem = new Set<ErrorCode>([
  'NOT_FOUND',
  'PATH_UNAVAILABLE',
  'FILE_EXISTS',
  'IMPORT_UNSUPPORTED',
  'IMPORT_TOO_LARGE',
  'DOCUMENT_INVALID',
  'DOCUMENT_FROM_FUTURE',
  'REVIEW_OPEN',
  'PUBLICATION_REFUSED',
  'EXPORT_FAILED',
  'VALIDATION_FAILED',
]);

/**
 * The failure of one item of a batch, or a throw when the batch cannot go on. A defect met by one file (INTERNAL) is
 * logged and does not take the other files with it.
 */
export function itemFailure(error: unknown, logger: Logger, event: string): Failure {
  if (!isDafuError(error)) {
    logger.error(event, { code: 'INTERNAL', error });
    return { code: 'INTERNAL', details: {} };
  }
  if (!ofOneItem.has(error.code)) throw error;
  return { code: error.code, details: error.details };
}
