import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { decodeText } from './decode.ts';
import { importBytes } from './index.ts';

const letter = '王明委员：\n您提出的《关于保护古树的提案》收悉，现答复如下：\n古树名木普查已经完成。\n此复。\n';

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** Two-byte forms of the characters used here, made by asking the decoder which pair gives which character. */
function encoded(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? [code] : (table.get(character) ?? []);
    }),
  );
}

const gb18030 = (text: string): Buffer => encoded(text, 'gb18030');
const big5 = (text: string): Buffer => encoded(text, 'big5');

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

  const traditional = '王明委員：\n您提出的《關於保護古樹的提案》收悉，現答覆如下：\n古樹名木普查已經完成。\n此覆。\n';

  it.each([
    ['big5', traditional],
    ['big5', '王明委員：'],
    ['big5', '此覆。'],
    ['big5', '關於保護古樹的提案'],
    ['gb18030', '王明委员：'],
    ['gb18030', '此复。'],
    ['gb18030', '关于保护古树的提案'],
    ['gb18030', '名单：赵钱孙、周吴郑'],
    ['gb18030', '古树普查'],
  ] as const)('%s: %s', (encoding, text) => {
    expect(decodeText(encoded(text, encoding), 'a.txt')).toEqual({ text, encoding, damaged: false });
  });

  it('reads short UTF-16 without a mark', () => {
    for (const text of ['王明委员：', '古树名木普查', 'Tree 7']) {
      expect(decodeText(utf16(text, false), 'a.txt')).toMatchObject({ text, encoding: 'utf-16le' });
      expect(decodeText(utf16(text, true), 'a.txt')).toMatchObject({ text, encoding: 'utf-16be' });
    }
  });

  it('hears what a page says of its encoding, but not against its bytes', () => {
    const page = (charset: string): string => `<html><meta charset=${charset}><p>測試</p>`;
    expect(decodeText(big5(page('big5')), 'a.html', 'big5').text).toContain('測試');
    expect(decodeText(Buffer.from(page('gb2312')), 'a.html', 'gb2312')).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(gb18030(letter), 'a.html', 'big5')).toMatchObject({ encoding: 'gb18030' });
    expect(decodeText(gb18030(letter), 'a.html', 'x-unknown')).toMatchObject({ encoding: 'gb18030' });
  });

  it('tells characters that were lost before the file came here', () => {
    expect(decodeText(Buffer.from('王明\ufffd委员'), 'a.txt').damaged).toBe(true);
    expect(decodeText(Buffer.from('王明锟斤拷委员'), 'a.txt').damaged).toBe(true);
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
    ['rtf', Buffer.from('\ufeff \r\n{\\rtf1\\ansi hello}')],
    ['pdf', Buffer.concat([Buffer.from('\r\n\0\0junk\r\n'), Buffer.from('%PDF-1.4\n')])],
    ['archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])],
    ['image', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
    ['encoded', Buffer.from(Buffer.alloc(9000, '云江市').toString('base64').replace(/.{76}/g, '$&\r\n'))],
    ['xml', Buffer.from('<?xml version="1.0"?><w:office xmlns:w="urn:x">云江市园林局</w:office>')],
    [
      'odt',
      Buffer.from(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">文</office:document>',
      ),
    ],
    // Two encodings fit as well, and no word of it tells which.
    ['encoding', big5('測試')],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['binary', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256))],
    ['image', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2000, 3)])],
    ['encoding', Buffer.from(Array.from({ length: 400 }, (_, index) => 0xa1 + ((index * 7) % 90)))],
  ])('refuses: %s', (reason, bytes) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('refuses Japanese text in Shift-JIS rather than reading it as Chinese', () => {
    const bytes = Buffer.from('82b182ea82cd8365835883678 2c582b78142'.replace(/ /g, '').repeat(20), 'hex');
    expect(reasonOf(bytes)).toBe('encoding');
  });
});
