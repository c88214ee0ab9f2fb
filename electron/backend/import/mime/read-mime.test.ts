import { describe, expect, it } from 'vitest';
import { DafuError } from '#shared/contract/errors.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { importBytes } from '../index.ts';

const page = `<html><body><p>林知远委员：</p><p>您提出的《关于保护古树的提案》收悉，现答复如下：</p><p>普查已经完成。</p></body></html>`;

function quotedPrintable(bytes: Uint8Array): string {
  const codes = [...bytes].map((byte) =>
    byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  );
  // Lines of 24 codes, joined by a soft line end.
  return codes.join('').replace(/(?:=[0-9A-F]{2}|[^=]){24}/g, '$&=\r\n');
}

interface Part {
  head: string;
  body: string;
}
function message(parts: Part[], head = 'Content-Type: multipart/related;\r\n\tboundary="----=_Next 01"'): Uint8Array {
  const body = parts.map((part) => `------=_Next 01\r\n${part.head}\r\n\r\n${part.body}\r\n`).join('');
  return Buffer.from(
    `From: <保存>\r\nMIME-Version: 1.0\r\n${head}\r\n\r\n前言\r\n${body}------=_Next 01--\r\n`,
    'latin1',
  );
}
const html = (encoding: string, body: string, charset = 'utf-8'): Part => ({
  head: `Content-Type: text/html;\r\n charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///C:/1.htm`,
  body,
});
const picture: Part = { head: 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64', body: 'iVBORw0KGgo=' };

function outcome(bytes: Uint8Array, name = '复函.mht'): string {
  try {
    const { document, report } = importBytes({ name, bytes });
    return `${report.source.format} ${report.source.encoding} ${plainText(document)}`;
  } catch (error) {
    if (!(error instanceof DafuError)) throw error;
    const details = error.details as { reason?: string; limit?: string };
    return `${error.code} ${details.reason ?? details.limit}`;
  }
}
const letter = 'html utf-8 林知远委员：\n您提出的《关于保护古树的提案》收悉，现答复如下：\n普查已经完成。';
const utf8 = Buffer.from(page);

describe('a web page saved as one file', () => {
  it.each([
    ['quoted-printable', message([html('quoted-printable', quotedPrintable(utf8)), picture])],
    ['base64', message([html('base64', utf8.toString('base64').replace(/.{76}/g, '$&\r\n')), picture])],
    ['8bit', message([html('8bit', utf8.toString('latin1'))])],
    ['without its end', message([html('8bit', utf8.toString('latin1'))]).subarray(0, -30)],
    ['a picture first', message([picture, html('base64', utf8.toString('base64'))])],
    [
      'one part alone',
      Buffer.from(
        `MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n${utf8.toString('base64')}`,
      ),
    ],
    [
      'parts within parts, the plain text beside it',
      message([
        {
          head: 'Content-Type: multipart/alternative; boundary=in',
          body: `--in\r\n\r\n林知远\r\n--in\r\n${html('base64', '').head}\r\n\r\n${utf8.toString('base64')}\r\n--in--`,
        },
      ]),
    ],
    [
      'the page named as start',
      message(
        [
          html('8bit', '<p>x</p>'),
          { head: `Content-ID: <p1>\r\n${html('8bit', '').head}`, body: utf8.toString('latin1') },
        ],
        'Content-Type: multipart/related; boundary="----=_Next 01"; start="<p1>"',
      ),
    ],
  ])('%s', (_name, bytes) => {
    expect(outcome(bytes)).toContain(letter);
  });

  it('is known by its content, whatever Word or a system named it', () => {
    expect(outcome(message([html('base64', utf8.toString('base64'))]), '复函.doc')).toContain(letter);
  });

  it('is read in its own encoding', () => {
    const gbk = Buffer.from('d6a3b2f4b8b4', 'hex');
    const bytes = message([html('quoted-printable', `<p>${quotedPrintable(gbk)}</p>`, 'gb2312')]);
    expect(outcome(bytes)).toBe('html gbk 郑掺复\n');
  });

  it('tells what was attached to a mail', () => {
    const attached = {
      head: 'Content-Type: application/pdf; name="notice.pdf"\r\nContent-Disposition: attachment',
      body: 'x',
    };
    const { report } = importBytes({
      name: '来信.eml',
      bytes: message([html('base64', utf8.toString('base64')), attached]),
    });
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'objects.dropped', quote: 'notice.pdf' }));
  });
});

describe('hostile or empty ones', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? 'Content-Type: text/html\r\n\r\n<p>x</p>'
      : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--`;

  it.each([
    ['pictures alone', message([picture]), 'IMPORT_UNSUPPORTED empty'],
    ['a page without words', message([html('8bit', '<p> </p>')]), 'IMPORT_UNSUPPORTED empty'],
    ['no boundary', message([html('8bit', 'x')], 'Content-Type: multipart/related'), 'IMPORT_UNSUPPORTED empty'],
    ['an unknown transfer encoding', message([html('x-uuencode', 'x')]), 'IMPORT_UNSUPPORTED damaged'],
    [
      'a program as its page',
      message([html('base64', Buffer.from('%PDF-1.7').toString('base64'))]),
      'IMPORT_UNSUPPORTED pdf',
    ],
    [
      'a head without end',
      Buffer.from(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n${'X-A: b\r\n'.repeat(20_000)}`),
      'IMPORT_UNSUPPORTED damaged',
    ],
    ['3,000 parts', message(Array.from({ length: 3000 }, () => picture)), 'IMPORT_TOO_LARGE parts'],
    ['parts 50 deep', Buffer.from(`MIME-Version: 1.0\r\n${nested(50)}`), 'IMPORT_TOO_LARGE nesting'],
    [
      'six million characters in base64',
      message([html('base64', Buffer.alloc(6_000_000, 'abc ').toString('base64'))]),
      'IMPORT_TOO_LARGE characters',
    ],
  ])('%s', (_name, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected);
  });

  it('a part of 40 MB beside the page is never decoded', () => {
    const big = { ...picture, body: 'A'.repeat(40_000_000) };
    expect(outcome(message([html('base64', utf8.toString('base64')), big]))).toContain(letter);
  });

  it('lines that nearly are boundaries cost no time', () => {
    const almost = '------=_Next 01x\r\n'.repeat(400_000);
    expect(outcome(message([html('8bit', utf8.toString('latin1')), { ...picture, body: almost }]))).toContain(letter);
  });
});
