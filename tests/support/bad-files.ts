import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { handmadeEntries } from './docx.ts';

const megabyte = 1024 * 1024;
const paragraph = '<w:p><w:r><w:t>关于增设公交站点的提案收悉，现答复如下。</w:t></w:r></w:p>';
const whole = handmadeEntries(paragraph);
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function withDocument(xml: string): Uint8Array {
  return zipSync({ ...whole, 'word/document.xml': strToU8(xml) });
}

/** Japanese in Shift-JIS, which no encoding of Chinese text reads as words. */
function foreignEncoding(): Uint8Array {
  return new Uint8Array(Buffer.from('82b182ea82cd83658358836782c582b78142'.repeat(20), 'hex'));
}

function fullZipBomb(): Uint8Array {
  return zipSync({ ...whole, 'word/document.xml': new Uint8Array(60 * megabyte).fill(32) }, { level: 9 });
}

/** What people mistake for a letter, or are sent by somebody with other intentions. Content by file name. */
export const badFiles: Record<string, () => Uint8Array> = {
  '空文件.txt': () => new Uint8Array(),
  '超长.txt': () => Buffer.alloc(50 * megabyte, '关于增设公交站点的提案收悉。\n'),
  '照片.txt': () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...randomBytes(5000)]),
  '外来编码.txt': foreignEncoding,
  '旧格式.doc': () => new Uint8Array([...compound, ...new Uint8Array(2000)]),
  '加密.docx': () => new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]),
  '带宏.docx': () => zipSync({ ...whole, 'word/vbaProject.bin': strToU8('x') }),
  '炸弹.docx': fullZipBomb,
  '实体.docx': () => withDocument('<!DOCTYPE l SYSTEM "file:///etc/passwd"><w:document/>'),
  '残缺.docx': () => zipSync(whole).subarray(0, 400),
  '重复部件.docx': () => zipSync({ ...whole, 'WORD/Document.xml': strToU8('<a/>') }),
  '二十万段.docx': () => zipSync(handmadeEntries(paragraph.repeat(200_000))),
  '二十万段.txt': () => strToU8('收悉。\n'.repeat(200_000)),
  '改名.docx': () => strToU8('这不是 Word 文件。'),
};
