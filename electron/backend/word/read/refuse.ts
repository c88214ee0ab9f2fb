import { DafuError } from '#shared/contract/errors.ts';

/** A file is refused as a Word file. The window has words for each reason. */
export function refusal(name: string, reason: string, cause?: unknown): DafuError<'IMPORT_UNSUPPORTED'> {
  return new DafuError('IMPORT_UNSUPPORTED', { name, reason }, cause === undefined ? undefined : { cause });
}
