import { DafuError } from '#shared/contract/errors.ts';

/** Why a file is refused as a Word file. The window has words for each. */
export type RefusalReason =
  'encrypted' | 'doc' | 'not-a-zip' | 'damaged' | 'duplicate-part' | 'macro' | 'dtd' | 'zip-bomb' | 'no-document';

export function refusal(name: string, reason: RefusalReason, cause?: unknown): DafuError<'IMPORT_UNSUPPORTED'> {
  return new DafuError('IMPORT_UNSUPPORTED', { name, reason }, cause === undefined ? undefined : { cause });
}
