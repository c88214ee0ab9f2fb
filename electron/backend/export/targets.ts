import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { titleText } from '#shared/document/plain-text.ts';
import { printedDate, printedDocNumber } from '#shared/document/printed.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { nameFromPattern, uniqueNames } from '#backend/files/file-name.ts';

export interface Target<Id> {
  id: Id;
  format: ExportFormat;
  name: string;
  path: string;
  exists: boolean;
}

/** Behind the name of a public version: it lies beside the full one. */
const publicSuffix = '（公开版）';

/** The name of a letter's file by the unit's pattern. Of the public version pass what is public. */
export function letterFileName(pattern: string, document: ReplyDocument, caseFacts: CaseFacts): string {
  return nameFromPattern(pattern, {
    docNumber: printedDocNumber(document.head),
    title: titleText(document),
    date: document.tail.date ?? printedDate(document.tail),
    caseNumber: caseFacts.number,
  });
}

/** Of a name without extension. */
export function withPublicSuffix(name: string, isPublic: boolean): string {
  return isPublic ? name + publicSuffix : name;
}

/**
 * The files an export of these letters makes in `folder`; letters of one name get numbers. Names are without extension
 * and fit for a file.
 *
 * @throws DafuError PATH_UNAVAILABLE when the folder is gone or is none
 */
export function planTargets<Id>(
  folder: string,
  letters: readonly { id: Id; name: string }[],
  formats: readonly ExportFormat[],
): Target<Id>[] {
  const isFolder = withFileErrors(folder, 'user', () => statSync(folder).isDirectory());
  if (!isFolder) throw new DafuError('PATH_UNAVAILABLE', { path: folder, reason: 'ENOTDIR' });
  const names = uniqueNames(letters.map(({ name }) => name));
  return letters.flatMap(({ id }, index) =>
    [...new Set(formats)].map((format) => {
      const name = `${names[index]}.${format}`;
      const path = join(folder, name);
      return { id, format, name, path, exists: existsSync(path) };
    }),
  );
}

/** Refuses the whole export before anything is written. @throws DafuError FILE_EXISTS */
export function refuseExisting(targets: readonly Target<unknown>[]): void {
  const existing = targets.find(({ exists }) => exists);
  if (existing !== undefined) throw new DafuError('FILE_EXISTS', { path: existing.path });
}

/** @throws DafuError FILE_EXISTS (appeared since it was looked for), PATH_UNAVAILABLE, DISK_FULL */
export function writeTarget(target: Target<unknown>, bytes: Uint8Array, overwrite: boolean, temporaryId: string): void {
  withFileErrors(target.path, 'user', () => {
    if (!overwrite && existsSync(target.path)) throw new DafuError('FILE_EXISTS', { path: target.path });
    writeWhole(target.path, bytes, temporaryId);
  });
}
