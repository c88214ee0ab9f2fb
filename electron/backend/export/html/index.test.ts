import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { listItem, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { letterFacts } from '#shared/document/facts.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { writeHtml } from './index.ts';
import { importBytes } from '../../import/index.ts';

const page = (document: ReplyDocument, hasMeta = false) =>
  new TextDecoder().decode(writeHtml(document, { ...letterOptions, hasMeta }));

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  for (const child of parse(html).childNodes) walk(child);
  return found;
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const named = (html: string, name: string) => elementsOf(html).filter(({ tagName }) => tagName === name);
const texts = (html: string, name: string) => named(html, name).map(textOf);

describe('a letter as HTML', () => {
  const html = page(fullLetter());

  it('says its language, title and outline', () => {
    expect(named(html, 'html')[0]?.attrs).toContainEqual({ name: 'lang', value: 'zh-CN' });
    expect(texts(html, 'title')).toEqual(['云州市民政局关于市政协六届五次会议第0168号提案的答复']);
    expect(texts(html, 'h1')).toEqual(['云州市民政局关于市政协六届五次会议第0168号提案的答复']);
    expect(texts(html, 'h2')).toEqual(['一、工作进展', '二、下一步计划']);
    expect(texts(html, 'h3')).toEqual(['（二）夯实基础']);
    const runIn = elementsOf(html).find(({ attrs }) => attrs.some(({ value }) => value === 'heading'));
    expect(runIn && textOf(runIn)).toBe('（一）健全制度。');
    expect(runIn?.attrs).toContainEqual({ name: 'aria-level', value: '3' });
  });

  it('has tables with heads, lists within lists, signature, date and copies', () => {
    expect(texts(html, 'th')).toEqual(['事项', '完成情况', '备注']);
    expect(named(html, 'th')[0]?.attrs).toContainEqual({ name: 'scope', value: 'col' });
    expect(
      named(html, 'td').some(({ attrs }) => attrs.some(({ name, value }) => name === 'colspan' && value === '2')),
    ).toBe(true);
    expect(texts(html, 'li').slice(0, 3)).toEqual([
      '①第一步，摸清底数；',
      '②第二步，分类推进；1.先易后难；',
      '1.先易后难；',
    ]);
    expect(texts(html, 'time')).toEqual(['2026年4月7日']);
    expect(texts(html, 'footer')).toEqual(['抄送：市政协提案委员会，市政府办公室，市财政局，市卫生健康委员会。']);
  });

  it('asks for nothing outside itself, and says so', () => {
    expect(
      elementsOf(html).filter(({ tagName }) => /^(script|img|link|iframe|object|a|base|form)$/.test(tagName)),
    ).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|https?:/);
    expect(html).toContain("default-src 'none'");
  });

  it('has lines about the publication only where they are wanted and known', () => {
    expect(named(html, 'dl')).toEqual([]);
    const published = page(fullLetter(), true);
    expect(texts(published, 'dt')).toEqual(['发布机构', '发文字号', '成文日期', '公开方式']);
    expect(texts(published, 'dd')).toEqual(['云州市民政局', '云州民函〔2026〕12号', '2026年4月7日', '主动公开']);
    const bare = {
      ...fullLetter(),
      head: { title: [], salutation: [] },
      tail: { ...fullLetter().tail, units: [], date: undefined },
    };
    expect(named(page(bare as ReplyDocument, true), 'dl')).toEqual([]);
  });

  it('gives equal bytes for equal letters', () => {
    expect(page(fullLetter())).toBe(html);
  });

  it('comes in again as it went out', () => {
    const read = importBytes({ name: 'letter.html', bytes: new TextEncoder().encode(html) });
    expect(letterFacts(read)).toMatchObject({
      title: '云州市民政局关于市政协六届五次会议第0168号提案的答复',
      docNumber: '云州民函〔2026〕12号',
      salutation: '林知远委员',
      date: '2026-04-07',
      signatureUnits: ['云州市民政局'],
      attachments: fullLetter().tail.attachments.map(({ title }) => title),
    });
  });
});

describe('hostile text', () => {
  const attack = `</style><script>alert(1)</script><img src=x onerror=alert(1)>"'\u202e&lt;\u0000javascript:`;

  function hostileLetter(text: string): ReplyDocument {
    const letter = fullLetter();
    return {
      ...letter,
      head: {
        ...letter.head,
        issuer: text,
        docNumber: { code: text, year: 2026, serial: 1 },
        category: text,
        title: [textRun(text)],
        salutation: [textRun(text)],
      },
      sections: [
        section('other', [
          paragraph([textRun(text, { bold: true, italic: true, underline: true })]),
          listItem('bullet', text, 3),
          listItem('bullet', text),
          table([
            [text, text],
            [text, text],
          ]),
        ]),
        { ...section('attachment', [paragraph(text)]), attachment: { itemId: 'a1' } },
      ],
      tail: {
        attachments: [{ id: 'a1', title: text }],
        units: [text, text],
        dateText: text,
        contacts: [{ name: text, role: text, phones: [text] }],
        note: text,
        copyTo: [text],
      },
    };
  }

  it('stays text wherever it stands', () => {
    const tags = (html: string) =>
      elementsOf(html).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`);
    const html = page(hostileLetter(attack), true);
    expect(tags(html)).toEqual(tags(page(hostileLetter('x'.repeat(attack.length)), true)));
    expect(named(html, 'script')).toEqual([]);
    expect(texts(html, 'style').join('')).not.toContain('alert');
    expect(texts(html, 'h1')[0]).toBe(attack.replaceAll(/[\u202e\u0000]/g, ''));
    expect(html).not.toMatch(/[\u202e\u0000]/);
  });

  it('whatever it is, is what is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const letter = { ...fullLetter(), sections: [section('other', [paragraph(`〔${text}〕`)])] };
        const html = page(letter);
        expect(html.isWellFormed()).toBe(true);
        const expected = `〔${text
          .toWellFormed()
          .replaceAll(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu,
            '',
          )
          .replaceAll('\n', '')
          .replaceAll('\t', '\u2003')}〕`;
        expect(texts(html, 'p')).toContain(expected);
      }),
    );
  });
});
