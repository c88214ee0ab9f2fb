import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { makeFolder } from '#backend/files/make-folder.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import { sheetIdSchema, type Sheet } from '#shared/domain/sheet.ts';

/** The unit's own sheets lie as files in the data folder. */
export function ownSheetsFolder(dataFolder: string): string {
  return join(dataFolder, 'sheets');
}

/**
 * Writes a sheet into the unit's folder under a new id, to be changed with an editor. A file that is there stays.
 *
 * @returns its path
 * @throws DafuError PATH_UNAVAILABLE, DISK_FULL
 */
export function copySheet(sheet: Sheet, folder: string, temporaryId: string): string {
  const id = sheetIdSchema.parse(`${sheet.id.replace(/-own$/, '').slice(0, 60)}-own`);
  const path = join(folder, `${id}.json`);
  const copy: Sheet = { ...sheet, id, name: `${sheet.name.slice(0, 44)}（本单位）` };
  withFileErrors(path, 'user', () => {
    if (existsSync(path)) return;
    makeFolder(folder);
    writeWhole(path, new TextEncoder().encode(`${JSON.stringify(copy, null, 2)}\n`), temporaryId);
  });
  return path;
}
