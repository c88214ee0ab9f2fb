import { DafuError } from '#shared/contract/errors.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';
import { startsWith } from '#backend/files/starts-with.ts';
import { bestReading } from './encodings.ts';
import { binaryKind } from '#backend/files/file-kind.ts';
import { checkLimit } from '#backend/files/input-limits.ts';

export interface Decoded {
  text: string;
  /** WHATWG name: utf-8, utf-16le, utf-16be, gb18030, big5, or the one the file declares. */
  encoding: string;
  /** Bytes that are no character of the encoding were found and stand as U+FFFD. */
  damaged: boolean;
}

/** Nothing that could be read: blanks and invisible characters only. */
export function isBlank(text: string): boolean {
  // Whatever is longer holds something visible, or is too large to be looked through for nothing.
  return text.trim() === '' || (text.length < 10_000 && withoutUnwantedCharacters(text).trim() === '');
}

/**
 * Text of a file of unknown encoding: UTF-8, UTF-16 (with or without mark), GB18030 (GBK and GB 2312 included) and Big5.
 * `declared` is the encoding the file gives for itself, which is often wrong and therefore only heard after UTF-8.
 * Throws IMPORT_TOO_LARGE or IMPORT_UNSUPPORTED (empty, pdf, rtf, zip …, binary, encoding, encoded) and never guesses on.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): Decoded {
  checkLimit(name, 'bytes', bytes.length);
  const refuse = (reason: string): never => {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason });
  };
  const kind = binaryKind(bytes);
  if (kind !== null) refuse(kind);
  const decoded = withMark(bytes) ?? withoutMark(bytes, declared) ?? refuse(looksBinary(bytes) ? 'binary' : 'encoding');
  if (isBinaryText(decoded.text)) refuse('binary');
  if (isBlank(decoded.text)) refuse('empty');
  if (isEncoded(decoded.text)) refuse('encoded');
  checkLimit(name, 'characters', decoded.text.length);
  return lostBefore.test(decoded.text) ? { ...decoded, damaged: true } : decoded;
}

/** What earlier programs left of characters they could not read: U+FFFD, also as GBK shows its UTF-8 bytes. */
const lostBefore = /\ufffd|锟斤拷/;

/** Mostly lines of base64 or of hexadecimal figures: an attachment without the mail round it. */
function isEncoded(text: string): boolean {
  let encoded = 0;
  const sample = text.slice(0, 200_000);
  for (const line of sample.split(/\r?\n/)) if (/^[A-Za-z0-9+/]{60,}={0,2}\s*$/.test(line)) encoded += line.length;
  return encoded > sample.length / 2;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch (error) {
    // TextDecoder reports malformed input by TypeError; anything else is a defect of ours.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function withMark(bytes: Uint8Array): Decoded | null {
  const encoding = startsWith(bytes, [0xef, 0xbb, 0xbf])
    ? 'utf-8'
    : startsWith(bytes, [0xff, 0xfe, 0, 0])
      ? null
      : startsWith(bytes, [0xff, 0xfe])
        ? 'utf-16le'
        : startsWith(bytes, [0xfe, 0xff])
          ? 'utf-16be'
          : null;
  if (encoding === null) return null;
  const text = decode(bytes, encoding, true);
  return text === null
    ? { text: decode(bytes, encoding, false) ?? '', encoding, damaged: true }
    : { text, encoding, damaged: false };
}

function withoutMark(bytes: Uint8Array, declared: string | undefined): Decoded | null {
  // No text has U+0000, save at its very end, so a zero byte is half of a UTF-16 character.
  if (bytes.includes(0)) return ofBest(['utf-16le', 'utf-16be'], bytes) ?? wideLatin(bytes);
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', damaged: false };
  const named = declared === undefined ? null : encodingNamed(declared);
  const asDeclared = named === null || named === 'utf-8' ? null : ofBest([named], bytes);
  return asDeclared ?? ofBest(['gb18030', 'big5', 'utf-16le', 'utf-16be'], bytes) ?? damaged(bytes);
}

/** The WHATWG name of an encoding, or null for a name nobody knows. */
function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (error) {
    // TextDecoder reports an unknown label by RangeError; anything else is a defect of ours.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function ofBest(encodings: readonly string[], bytes: Uint8Array): Decoded | null {
  const texts = new Map<string, string>();
  for (const encoding of encodings) {
    if (encoding.startsWith('utf-16') && bytes.length % 2 !== 0) continue;
    const text = decode(bytes, encoding, true);
    if (text !== null && !hasInnerZero(text) && !isBinaryText(text)) texts.set(encoding, text);
  }
  const encoding = bestReading(texts);
  return encoding === null ? null : { text: texts.get(encoding) ?? '', encoding, damaged: false };
}

function hasInnerZero(text: string): boolean {
  return /\0(?!\0*$)/.test(text);
}

/** UTF-16 with Latin text alone. */
function wideLatin(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding, true);
    if (text !== null && !hasInnerZero(text) && /^[\t\n\r\u0020-\u00ff]*\0*$/.test(text)) {
      return { text, encoding, damaged: false };
    }
  }
  return null;
}

/** A file with a few broken bytes (cut off, or damaged on the way): up to one bad place in 200 characters. */
function damaged(bytes: Uint8Array): Decoded | null {
  const texts = new Map<string, string>();
  for (const encoding of ['utf-8', 'gb18030', 'big5']) {
    const text = decode(bytes, encoding, false) ?? '';
    const broken = text.split('\ufffd').length - 1;
    if (broken <= Math.max(1, text.length / 200)) texts.set(encoding, text);
  }
  const encoding = bestReading(texts);
  return encoding === null ? null : { text: texts.get(encoding) ?? '', encoding, damaged: true };
}

/** Control characters that text never holds (tab, line ends, form feed and the DOS end mark aside). */
function isBinaryText(text: string): boolean {
  let controls = 0;
  const length = Math.min(text.length, 200_000);
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && !(code >= 9 && code <= 13) && code !== 0x1a && code !== 0x1b) controls++;
  }
  return controls > Math.max(2, length / 50);
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  return controls > sample.length / 100;
}
