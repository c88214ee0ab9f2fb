import { DafuError } from '#shared/contract/errors.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';
import { decodeText, isBlank } from './decode.ts';
import { flatten, readDocx } from './docx/read-docx.ts';
import { readWordXml, wordXmlKind } from '#backend/word/read/word-xml.ts';
import { binaryKind, extensionOf } from '#backend/files/file-kind.ts';
import { isMarkup, withLineEnds } from './html/markup.ts';
import { readHtml } from './html/read-html.ts';
import type { OwnUnit } from './letter/notice-role.ts';
import { readNotice } from './letter/case-notice.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { caseOfFields } from './json/case-of-fields.ts';
import { readJson } from './json/read-json.ts';
import { recogniseLetter, type ImportResult } from './letter/recognise.ts';
import { letterSources } from './letter/second-letter.ts';
import { checkLimit } from '#backend/files/input-limits.ts';
import { isMime, readMime, type MimePage } from './mime/read-mime.ts';
import { sourceOfDraft } from './source-of-draft.ts';
import type { SourceDocument } from './source.ts';
import { readText } from './text/read-text.ts';

export type { ImportResult } from './letter/recognise.ts';

/** The letters of an imported draft that holds several, each read anew; one that holds one letter gives none. */
export function takeLettersApart(document: ReplyDocument, report: ImportReport): ImportResult[] {
  const letters = letterSources(sourceOfDraft(document, report));
  return letters.length > 1 ? letters.map(recogniseLetter) : [];
}

/**
 * Makes a reply document of a file. `name` is its name without folder. Throws IMPORT_UNSUPPORTED (reason: empty,
 * binary, encoding, doc, wps, odt, pdf, rtf, image …) or IMPORT_TOO_LARGE; nothing is stored.
 */
export function importBytes({ name, bytes }: { name: string; bytes: Uint8Array }): ImportResult {
  checkLimit(name, 'bytes', bytes.length);
  if (bytes.length === 0) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'empty' });
  const kind = binaryKind(bytes);
  if (kind === 'zip' || kind === 'ole') return recognised(readDocx(bytes, name));
  if (kind !== null) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: kind });
  if (/\.json$/i.test(name)) return importJson(bytes, name);
  const wordXml = wordXmlKind(bytes);
  if (wordXml !== null) return recognised(flatten(readWordXml(bytes, name, wordXml)));
  // Word and handling systems name pages and saved pages .doc, so the content tells what a file is.
  const page = isMime(bytes) ? readMime(bytes, name) : decodedText(bytes, name);
  const source = page.isHtml
    ? readPage(page.text, { name, format: 'html', encoding: page.encoding })
    : readWords(page.text, { name, format: 'txt', encoding: page.encoding });
  source.warnings.push(...page.warnings);
  if (page.damaged) {
    source.warnings.push({
      code: 'characters.damaged',
      message: `Bytes that are no ${page.encoding} were found.`,
      quote: '',
    });
  }
  return recognised(source);
}

function decodedText(bytes: Uint8Array, name: string): MimePage {
  const decoded = decodeText(bytes, name, declaredEncoding(bytes));
  const isHtml = isHtmlText(name, decoded.text);
  const isXml = !isHtml && (extensionOf(name) === 'xml' || /^\s*<\?xml\b/.test(decoded.text));
  if (isXml) {
    const reason = /urn:oasis:names:tc:opendocument/.test(decoded.text.slice(0, 4096)) ? 'odt' : 'xml';
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason });
  }
  // Plain text under the name of a Word file comes from nobody's Word.
  if (!isHtml && isWordName(name)) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-a-zip' });
  return { ...decoded, isHtml, warnings: [] };
}

/** The encoding a page or an XML file gives for itself. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1];
}

function isWordName(name: string): boolean {
  return ['docx', 'docm', 'dotx', 'dotm', 'doc', 'dot', 'wps'].includes(extensionOf(name));
}

function isHtmlText(name: string, text: string): boolean {
  return (
    ['htm', 'html', 'xhtml'].includes(extensionOf(name)) ||
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,400}?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(
      text.slice(0, 2000),
    )
  );
}

/** Throws IMPORT_UNSUPPORTED (`empty`) for a source that holds no words. */
function recognised(source: SourceDocument): ImportResult {
  if (source.blocks.every((block) => block.kind !== 'table' && (block.kind !== 'line' || isBlank(block.text)))) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name: source.name, reason: 'empty' });
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

type From = Pick<SourceDocument, 'name' | 'format' | 'encoding'>;

/** Text as its author sees it: where it is the source of a page, what the page shows. */
function readWords(text: string, from: From): SourceDocument {
  return isMarkup(text) ? readHtml(withLineEnds(text), from) : readText(text, from);
}

/** A page; one that shows the source of another stands for that. */
function readPage(html: string, from: From): SourceDocument {
  const source = readHtml(html, from);
  const shown = source.blocks.map((block) => (block.kind === 'line' ? block.text : '')).join('\n');
  return isMarkup(shown) ? readHtml(withLineEnds(shown), from) : source;
}

/** Pasted plain text. */
export function importText(text: string): ImportResult {
  return recogniseLetter(readWords(refuseEmpty(text), { name: '', format: 'paste-text', encoding: 'utf-16' }));
}

/** The facts of a case in pasted text: an assignment notice, a row of a handling system, or a letter. */
export function readCaseText(text: string, own?: OwnUnit): CaseFacts {
  return readNotice(text, importText(text).caseFacts, own);
}

/** Pasted HTML, from a browser, Word or WPS. */
export function importHtml(html: string): ImportResult {
  return recogniseLetter(readPage(refuseEmpty(html), { name: '', format: 'paste-html', encoding: 'utf-16' }));
}

function refuseEmpty(text: string): string {
  if (isBlank(text)) throw new DafuError('IMPORT_UNSUPPORTED', { name: '', reason: 'empty' });
  return text;
}
