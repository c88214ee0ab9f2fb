import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCapped } from '#backend/files/read-capped.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { sheetSchema, type Sheet, type SheetId } from '#shared/domain/sheet.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';

export interface BrokenSheet {
  /** File name. */
  name: string;
  /** "path: message" */
  issues: string[];
}

export interface Sheets {
  /** The unit's own by file name, then the shipped ones in the order in which offices use them. @throws DafuError SHEET_INVALID for a shipped one */
  list(): { sheets: { sheet: Sheet; isOwn: boolean }[]; broken: BrokenSheet[] };
  /** An own sheet stands before a shipped one of the same id. @throws DafuError NOT_FOUND, SHEET_INVALID */
  get(id: SheetId): Sheet;
}

/** Far more than any sheet needs. */
const mostBytes = 1_000_000;

/**
 * The sheets of `resources/sheets`, read at first use, and those a unit keeps in a folder of its own, read each time:
 * they are changed with an editor while the app runs. A broken own sheet leaves the others alone.
 */
export function createSheets(folders: { shipped: string; own: string }): Sheets {
  let shipped: Sheet[] | undefined;
  const list: Sheets['list'] = () => {
    shipped ??= readShipped(folders.shipped);
    const { sheets: own, broken } = readOwn(folders.own);
    const ownIds = new Set(own.map(({ id }) => id));
    return {
      sheets: [
        ...own.map((sheet) => ({ sheet, isOwn: true })),
        ...shipped.filter(({ id }) => !ownIds.has(id)).map((sheet) => ({ sheet, isOwn: false })),
      ],
      broken,
    };
  };
  return {
    list,
    get(id) {
      const found = list().sheets.find(({ sheet }) => sheet.id === id);
      if (!found) throw new DafuError('NOT_FOUND', { what: 'sheet', id });
      return found.sheet;
    },
  };
}

/** File names are a number for the order and the id. */
function readShipped(folder: string): Sheet[] {
  return sheetFiles(folder).map((name) => {
    const sheet = readSheet(join(folder, name));
    if (!name.endsWith(`-${sheet.id}.json`))
      throw new DafuError('SHEET_INVALID', { name, issues: [`id: ${sheet.id}`] });
    return sheet;
  });
}

function readOwn(folder: string): { sheets: Sheet[]; broken: BrokenSheet[] } {
  const sheets: Sheet[] = [];
  const broken: BrokenSheet[] = [];
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  for (const name of isFolder ? sheetFiles(folder) : []) {
    try {
      const sheet = readSheet(join(folder, name));
      if (sheets.some(({ id }) => id === sheet.id)) broken.push({ name, issues: [`id: ${sheet.id} is taken`] });
      else sheets.push(sheet);
    } catch (error) {
      if (!isDafuError(error)) throw error;
      // A folder, a dangling link or a file without end with such a name is no reason to lose the others.
      const { code, details } = error;
      broken.push(code === 'SHEET_INVALID' ? (details as BrokenSheet) : { name, issues: [code] });
    }
  }
  return { sheets, broken };
}

function sheetFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .toSorted();
}

/** @throws DafuError SHEET_INVALID, PATH_UNAVAILABLE, IMPORT_TOO_LARGE */
export function readSheet(path: string): Sheet {
  return parseSheet(new TextDecoder().decode(readCapped(path, mostBytes)).replace(/^\ufeff/, ''), basename(path));
}

/**
 * Reads the JSON of a sheet. One with unknown properties is refused: what is misspelt would silently not be printed.
 *
 * @param name for the error: the file name
 * @throws DafuError SHEET_INVALID with the places that are wrong
 */
export function parseSheet(json: string, name: string): Sheet {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DafuError('SHEET_INVALID', { name, issues: [`JSON: ${message}`] }, { cause: error });
  }
  const parsed = sheetSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new DafuError('SHEET_INVALID', { name, issues }, { cause: parsed.error });
}
