import { DafuError } from '#shared/contract/errors.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { binaryKind, decodeText, isBlank } from './decode.ts';
import { readDocx } from './docx/read-docx.ts';
import { readHtml } from './html/read-html.ts';
import { readNotice } from './letter/case-notice.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { caseOfFields } from './json/case-of-fields.ts';
import { readJson } from './json/read-json.ts';
import { recogniseLetter, type ImportResult } from './letter/recognise.ts';
import { checkLimit } from './limits.ts';
import { readText } from './text/read-text.ts';

export type { ImportResult } from './letter/recognise.ts';

/**
 * Makes a reply document of a file. `name` is its name without folder. Throws IMPORT_UNSUPPORTED (reason: empty,
 * binary, encoding, doc, pdf, rtf, zip …) or IMPORT_TOO_LARGE; nothing is stored.
 */
export function importBytes({ name, bytes }: { name: string; bytes: Uint8Array }): ImportResult {
  checkLimit(name, 'bytes', bytes.length);
  if (bytes.length === 0) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'empty' });
  const kind = binaryKind(bytes);
  if (kind === 'zip' || kind === 'doc' || (kind === null && isWordName(name))) return importWord(bytes, name);
  if (kind !== null) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: kind });
  if (/\.json$/i.test(name)) return importJson(bytes, name);
  const { text, encoding, damaged } = decodeText(bytes, name);
  const source = isHtml(name, text)
    ? readHtml(text, { name, format: 'html', encoding })
    : readText(text, { name, format: 'txt', encoding });
  if (damaged) {
    source.warnings.push({
      code: 'characters.damaged',
      message: `Bytes that are no ${encoding} were found.`,
      quote: '',
    });
  }
  return recogniseLetter(source);
}

function isWordName(name: string): boolean {
  return /\.(?:docx|docm|dotx|dotm|doc)$/i.test(name);
}

function importWord(bytes: Uint8Array, name: string): ImportResult {
  const source = readDocx(bytes, name);
  if (source.blocks.every((block) => block.kind !== 'table' && (block.kind !== 'line' || isBlank(block.text)))) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'empty' });
  }
  return recogniseLetter(source);
}

/** A draft in our own format: nothing is recognised, changed or dropped. */
function importJson(bytes: Uint8Array, name: string): ImportResult {
  const { document, caseFacts } = readJson(bytes, name);
  const text = plainText(document);
  if (text.trim() === '') throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'empty' });
  const source = { name, format: 'json', encoding: 'utf-8' } as const;
  return {
    document,
    caseFacts: caseFacts ?? caseOfFields(document, importText(text).caseFacts),
    report: { source, recognised: [], changes: [], warnings: [], junkLines: [], undone: [] },
  };
}

function isHtml(name: string, text: string): boolean {
  return /\.(?:html?|xhtml|mht)$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
}

/** Pasted plain text. */
export function importText(text: string): ImportResult {
  return recogniseLetter(readText(refuseEmpty(text), { name: '', format: 'paste-text', encoding: 'utf-16' }));
}

/** The facts of a case in pasted text: an assignment notice, a row of a handling system, or a letter. */
export function readCaseText(text: string): CaseFacts {
  return readNotice(text, importText(text).caseFacts);
}

/** Pasted HTML, from a browser, Word or WPS. */
export function importHtml(html: string): ImportResult {
  return recogniseLetter(readHtml(refuseEmpty(html), { name: '', format: 'paste-html', encoding: 'utf-16' }));
}

function refuseEmpty(text: string): string {
  if (isBlank(text)) throw new DafuError('IMPORT_UNSUPPORTED', { name: '', reason: 'empty' });
  return text;
}
