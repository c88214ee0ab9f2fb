import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importHtml, importText } from '../index.ts';
import { inventedLetters as letters } from './invented-letters.fixture.ts';
import { widenPunctuation } from './widen.ts';

describe('conventions of reply letters', () => {
  it.each(letters)('$name', ({ text, expect: wanted }) => {
    const facts = letterFacts(importText(text));
    expect(facts).toMatchObject(wanted);
  });
});

/** Facts as they compare: without width, spaces and warnings. */
function comparable(facts: LetterFacts): unknown {
  const { warnings: _warnings, ...rest } = facts;
  return JSON.parse(
    JSON.stringify(rest, (_key, value: unknown) =>
      typeof value === 'string' ? value.normalize('NFKC').replace(/[\s"“”]/g, '') : value,
    ),
  ) as unknown;
}

const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
const eachLine = (text: string, change: (line: string) => string): string => text.split('\n').map(change).join('\n');
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Ways the same letter may come in; none of them may change a fact. */
const disguises: { name: string; read: (text: string) => LetterFacts }[] = [
  { name: 'half-width punctuation', read: (text) => letterFacts(importText(narrow(text))) },
  { name: 'full-width punctuation', read: (text) => letterFacts(importText(eachLine(text, widenPunctuation))) },
  { name: 'blank lines between all lines', read: (text) => letterFacts(importText(text.replaceAll('\n', '\n\n'))) },
  {
    name: 'indents, trailing spaces, CRLF',
    read: (text) => letterFacts(importText(text.replaceAll('\n', '  \r\n　　'))),
  },
  { name: 'another place', read: (text) => letterFacts(importText(text.replaceAll(/云江|泽西/g, '青岭'))) },
  {
    name: 'paragraphs of a web page',
    read: (text) =>
      letterFacts(
        importHtml(
          `<div>${text
            .split(/[\n\f]/)
            .map((line) => `<p>${escape(line)}</p>`)
            .join('\n')}</div>`,
        ),
      ),
  },
  {
    name: 'line breaks of a web page',
    read: (text) => letterFacts(importHtml(escape(text.replace('\f', '\n')).replaceAll('\n', '<br/>\n'))),
  },
  {
    name: 'page lines round it',
    read: (text) =>
      letterFacts(importText(`网站首页\n无障碍浏览\n${text}\n【打印】【关闭】\n分享到：\n网站地图 | 联系我们`)),
  },
];

describe.each(disguises)('$name', ({ name, read }) => {
  it.each(letters)('changes no fact of: $name', ({ text }) => {
    const plain = comparable(letterFacts(importText(text))) as Record<string, unknown>;
    const found = comparable(read(text)) as Record<string, unknown>;
    if (name === 'another place') {
      expect(found).toEqual(JSON.parse(JSON.stringify(plain).replaceAll(/云江|泽西/g, '青岭')));
      return;
    }
    if (name === 'page lines round it') {
      delete plain['junkLines'];
      delete found['junkLines'];
    }
    expect(found).toEqual(plain);
  });
});
