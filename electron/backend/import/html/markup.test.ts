import { describe, expect, it } from 'vitest';
import { letterFacts } from '#shared/document/facts.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { importHtml, importText } from '../index.ts';
import { isMarkup } from './markup.ts';

const lines = [
  '关于县政协九届四次会议第36号提案的答复',
  '周晓芸委员：',
  '您提出的《关于办好乡村书屋的提案》（第36号）收悉，现答复如下：',
  '已建成书屋十二家。',
  '青岭县文化和旅游局',
  '2026年5月20日',
];
const each = (map: (line: string) => string, between = '\n'): string => lines.map(map).join(between);
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('the source of a page as text', () => {
  it.each([
    ['paragraphs', each((line) => `<p>${line}</p>`)],
    ['paragraphs on one line', each((line) => `<p style="text-indent:2em">${line}</p>`, '')],
    ['paragraphs not closed', each((line) => `<P>${line}`)],
    ['breaks', each((line) => line, '<br>')],
    ['bold lines', each((line) => `<strong>${line}</strong>`)],
    ['blanks written out', each((line) => `&nbsp;&nbsp;${line}`)],
    ['some lines without tags', each((line) => (line.length > 12 ? `<p>${line}</p>` : line))],
    ['lines broken inside a paragraph', each((line) => `<p>\n${line.slice(0, 4)}\n${line.slice(4)}\n</p>`)],
  ])('is read as what it shows: %s', (_name, source) => {
    for (const result of [importText(source), importHtml(`<div>${escape(source).replaceAll('\n', '<br>')}</div>`)]) {
      expect(plainText(result.document).trim().split('\n')).toEqual(lines);
      expect(letterFacts(result)).toMatchObject({ title: lines[0], salutation: '周晓芸委员', date: '2026-05-20' });
    }
  });

  it('is not seen in a letter that speaks of a tag', () => {
    expect(isMarkup(each((line) => line).replace('十二家', '十二家，网页中的<p>和<br>已清理'))).toBe(false);
    expect(isMarkup('电话 0799-1234567 & 传真 <略>')).toBe(false);
  });
});
