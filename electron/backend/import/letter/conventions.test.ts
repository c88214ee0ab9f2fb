import { describe, expect, it } from 'vitest';
import { letterFacts, type LetterFacts } from '#shared/document/facts.ts';
import { importHtml, importText } from '../index.ts';
import { inventedLetters as letters } from '../../../../tests/support/invented-letters.ts';
import { widenPunctuation } from './widen.ts';

describe('conventions of reply letters', () => {
  it.each(letters)('$name', ({ text, expect: wanted }) => {
    const facts = letterFacts(importText(text));
    expect(facts).toMatchObject(wanted);
  });
});

/** Facts as they compare: without width, spaces and warnings. */
function comparable(facts: LetterFacts, except: readonly (keyof LetterFacts)[]): unknown {
  const rest = Object.fromEntries(
    Object.entries(facts).filter(([key]) => key !== 'warnings' && !except.includes(key as keyof LetterFacts)),
  );
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

const rename = (text: string): string => text.replaceAll(/云江|泽西|岚海/g, '青岭');

/** Ways the same letter may come in; none of them may change a fact. */
const disguises: {
  name: string;
  read: (text: string) => LetterFacts;
  /** What the disguise does to the facts as JSON. */
  map?: (facts: string) => string;
  except?: (keyof LetterFacts)[];
}[] = [
  { name: 'half-width punctuation', read: (text) => letterFacts(importText(narrow(text))) },
  { name: 'full-width punctuation', read: (text) => letterFacts(importText(eachLine(text, widenPunctuation))) },
  { name: 'blank lines between all lines', read: (text) => letterFacts(importText(text.replaceAll('\n', '\n\n'))) },
  {
    name: 'indents, trailing spaces, CRLF',
    read: (text) => letterFacts(importText(text.replaceAll('\n', '  \r\n　　'))),
  },
  { name: 'another place', read: (text) => letterFacts(importText(rename(text))), map: rename },
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
    except: ['junkLines'],
  },
];

describe.each(disguises)('$name', ({ read, map = (facts) => facts, except = [] }) => {
  it.each(letters)('changes no fact of: $name', ({ text }) => {
    const plain = comparable(letterFacts(importText(text)), except);
    expect(comparable(read(text), except)).toEqual(JSON.parse(map(JSON.stringify(plain))));
  });
});
