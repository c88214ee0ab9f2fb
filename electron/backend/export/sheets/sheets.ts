import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { sheetSchema, type Sheet, type SheetId } from '#shared/domain/sheet.ts';

export interface ShippedSheets {
  /** In the order in which offices use them. @throws DafuError SHEET_INVALID */
  all(): Sheet[];
  /** @throws DafuError NOT_FOUND, SHEET_INVALID */
  get(id: SheetId): Sheet;
}

/** The sheets of `resources/sheets`, read at first use. File names are a number for the order and the id. */
export function createShippedSheets(folder: string): ShippedSheets {
  let sheets: Sheet[] | undefined;
  const all = (): Sheet[] => (sheets ??= readSheets(folder));
  return {
    all,
    get(id) {
      const found = all().find((sheet) => sheet.id === id);
      if (!found) throw new DafuError('NOT_FOUND', { what: 'sheet', id });
      return found;
    },
  };
}

function readSheets(folder: string): Sheet[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => {
    const sheet = parseSheet(readFileSync(join(folder, name), 'utf8'), name);
    if (!name.endsWith(`-${sheet.id}.json`))
      throw new DafuError('SHEET_INVALID', { name, issues: [`id: ${sheet.id}`] });
    return sheet;
  });
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
