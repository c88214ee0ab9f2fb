import { DafuError } from '#shared/contract/errors.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';
import { checkLimit } from './limits.ts';

export interface Decoded {
  text: string;
  /** WHATWG name: utf-8, utf-16le, utf-16be, gb18030. */
  encoding: string;
  /** Bytes that are no character of the encoding were found and stand as U+FFFD. */
  damaged: boolean;
}

const signatures: { reason: string; bytes: number[] }[] = [
  { reason: 'doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { reason: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { reason: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { reason: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** Nothing that could be read: blanks and invisible characters only. */
export function isBlank(text: string): boolean {
  // Whatever is longer holds something visible, or is too large to be looked through for nothing.
  return text.trim() === '' || (text.length < 10_000 && withoutUnwantedCharacters(text).trim() === '');
}

export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** The kind of a file that is no text, by its first bytes, or null. 'zip' covers .docx and .wps packages. */
export function binaryKind(bytes: Uint8Array): string | null {
  return signatures.find((signature) => startsWith(bytes, signature.bytes))?.reason ?? null;
}

/**
 * Text of a file of unknown encoding: UTF-8, UTF-16 (with or without mark) and GB18030 (GBK and GB 2312 included).
 * Throws IMPORT_TOO_LARGE or IMPORT_UNSUPPORTED (empty, doc, zip, pdf, rtf, binary, encoding) and never guesses on.
 */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  checkLimit(name, 'bytes', bytes.length);
  const refuse = (reason: string): never => {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason });
  };
  const kind = binaryKind(bytes);
  if (kind !== null) refuse(kind);
  const decoded = withMark(bytes) ?? withoutMark(bytes) ?? refuse(looksBinary(bytes) ? 'binary' : 'encoding');
  if (isBinaryText(decoded.text)) refuse('binary');
  if (isBlank(decoded.text)) refuse('empty');
  checkLimit(name, 'characters', decoded.text.length);
  return decoded;
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

function withoutMark(bytes: Uint8Array): Decoded | null {
  if (bytes.includes(0)) return wide(bytes);
  const utf8 = decode(bytes, 'utf-8', true);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', damaged: false };
  const gb = decode(bytes, 'gb18030', true);
  if (gb !== null && readsAsChinese(gb)) return { text: gb, encoding: 'gb18030', damaged: false };
  return wide(bytes) ?? damaged(bytes);
}

/** UTF-16 without a mark: the byte order whose text reads as Chinese or plain Latin. */
function wide(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decode(bytes, encoding, true);
    // Short binary files would pass for a few rare characters; no text has U+0000, save at its very end.
    if (text !== null && !/\0(?!\0*$)/.test(text) && !isBinaryText(text) && readsAsChinese(text))
      return { text, encoding, damaged: false };
  }
  return null;
}

/** A file with a few broken bytes (cut off, or damaged on the way): up to one bad place in 200 characters. */
function damaged(bytes: Uint8Array): Decoded | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decode(bytes, encoding, false) ?? '';
    const broken = text.split('\ufffd').length - 1;
    if (broken <= Math.max(1, text.length / 200) && readsAsChinese(text)) return { text, encoding, damaged: true };
  }
  return null;
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

/**
 * The characters that make up a large part of any official Chinese text. A wrong decoding gives rare characters
 * instead, so their share tells right from wrong without a table of frequencies.
 */
const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要他来时地们对生会可也能下年月日号市县区省局委部政府提案建议员代表关于答复收悉现如将发展工作进推实施加强建设项目行业经济社全您你感谢支持部门情况办理，。、：；（）《》“”！？ ,.:;()\n\r\t',
);
function readsAsChinese(text: string): boolean {
  let known = 0;
  let counted = 0;
  for (const character of text.slice(0, 20_000)) {
    counted++;
    if (frequent.has(character) || /[0-9A-Za-z]/.test(character)) known++;
  }
  return counted > 0 && known / counted > 0.2;
}
