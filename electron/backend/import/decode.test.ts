import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { decodeText } from './decode.ts';
import { importBytes } from './index.ts';

const letter = '王明委员：\n您提出的《关于保护古树的提案》收悉，现答复如下：\n古树名木普查已经完成。\n此复。\n';

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** GB 18030 two-byte forms of the characters used here, made by asking the decoder which pair gives which character. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? [code] : (table.get(character) ?? []);
    }),
  );
}

function reasonOf(bytes: Uint8Array, name = 'a.txt'): string {
  try {
    importBytes({ name, bytes });
  } catch (error) {
    if (error instanceof DafuError && error.code === 'IMPORT_UNSUPPORTED')
      return (error.details as { reason: string }).reason;
    throw error;
  }
  return 'accepted';
}

describe('encodings', () => {
  it.each([
    ['utf-8', Buffer.from(letter)],
    ['utf-8', Buffer.from(`\ufeff${letter}`)],
    ['utf-16le', utf16(`\ufeff${letter}`, false)],
    ['utf-16be', utf16(`\ufeff${letter}`, true)],
    ['utf-16le', utf16(letter, false)],
    ['utf-16be', utf16(letter, true)],
    ['utf-16le', utf16(letter.replaceAll('\n', ''), false)],
    ['gb18030', gb18030(letter)],
    ['gb18030', Buffer.concat([gb18030('王明委员：'), Buffer.from([0x95, 0x32, 0x82, 0x36]), gb18030(letter)])],
  ])('%s', (encoding, bytes) => {
    const decoded = decodeText(bytes, 'a.txt');
    expect(decoded).toMatchObject({ encoding, damaged: false });
    expect(decoded.text.replaceAll('\n', '')).toContain('您提出的《关于保护古树的提案》收悉');
  });

  it('reads a file cut off inside a character and says that it is damaged', () => {
    const bytes = Buffer.from(letter.repeat(5).trim()).subarray(0, -2);
    expect(decodeText(bytes, 'a.txt')).toMatchObject({ encoding: 'utf-8', damaged: true });
    const { report } = importBytes({ name: 'a.txt', bytes });
    expect(report.warnings.map((warning) => warning.code)).toContain('characters.damaged');
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from(' \r\n\t\u3000')],
    ['empty', Buffer.from('\ufeff')],
    ['empty', Buffer.from('\u200b\n\u202e\u2060')],
    ['pdf', Buffer.from('%PDF-1.7\n…')],
    ['rtf', Buffer.from('{\\rtf1\\ansi hello}')],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['binary', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256))],
    ['binary', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2000, 3)])],
    ['encoding', Buffer.from(Array.from({ length: 400 }, (_, index) => 0xa1 + ((index * 7) % 90)))],
  ])('refuses: %s', (reason, bytes) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('refuses Japanese text in Shift-JIS rather than reading it as Chinese', () => {
    const bytes = Buffer.from('82b182ea82cd8365835883678 2c582b78142'.replace(/ /g, '').repeat(20), 'hex');
    expect(reasonOf(bytes)).toBe('encoding');
  });
});
