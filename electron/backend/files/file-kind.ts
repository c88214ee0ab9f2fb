import { startsWith } from './starts-with.ts';

/** Files that are told apart by their first bytes; all but `zip` and `ole` are refused by their name. */
const signatures: { reason: string; bytes: number[] }[] = [
  { reason: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { reason: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { reason: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { reason: 'archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { reason: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { reason: 'archive', bytes: [0x1f, 0x8b] },
  { reason: 'image', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a] },
  { reason: 'image', bytes: [0xff, 0xd8, 0xff] },
  { reason: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { reason: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { reason: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { reason: 'executable', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { reason: 'executable', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];
/** Those that programs put blanks, marks or a few bytes of their own before. */
const looseSignatures: { reason: string; pattern: RegExp }[] = [
  { reason: 'pdf', pattern: /%PDF-\d/ },
  { reason: 'rtf', pattern: /^(?:\xef\xbb\xbf)?\s*\{\\rtf/ },
];

/** What a file is that is no text, by its first bytes, or null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const exact = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (exact) return exact.reason;
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return looseSignatures.find(({ pattern }) => pattern.test(head))?.reason ?? null;
}

/** Streams that tell what an OLE file is (MS-CFB: names in UTF-16). */
const oleKinds: [string, string][] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
];

/** Why a file of the old binary formats is refused. */
export function oleReason(bytes: Uint8Array, name: string): string {
  const extension = extensionOf(name);
  if (extension === 'wps') return 'wps';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const known = oleKinds.find(([stream]) => buffer.includes(stream, 0, 'utf16le'))?.[1];
  return known ?? (['doc', 'dot', 'docx'].includes(extension) ? 'doc' : 'ole');
}

/** What a zip is that holds no Word document; `mimetype` is the content of the entry of that name. */
export function zipReason(has: (path: string) => boolean, mimetype: string): string {
  if (/opendocument/.test(mimetype)) return 'odt';
  if (has('OFD.xml')) return 'ofd';
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'spreadsheet';
  if (has('ppt/presentation.xml')) return 'presentation';
  return has('[Content_Types].xml') ? 'no-document' : 'zip';
}

/** Without the dot, in lower case; '' for none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
