import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { attachmentSection, paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { createPdfWriter } from './index.ts';

const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../../../resources/', import.meta.url)) });

/** A letter of so many lines of text, then signature, date and two notes on six lines. */
function letterOf(lines: number, more: Partial<ReplyDocument['tail']> = {}): ReplyDocument {
  const { tail, ...letter } = fullLetter();
  return {
    ...letter,
    head: { ...letter.head, title: [], salutation: [], category: '', docNumberText: '' },
    sections: [section('other', [paragraph('国'.repeat(28 * lines - 4))])],
    tail: { ...tail, attachments: [], copyTo: [], ...more },
  };
}
function plain(lines: number): ReplyDocument {
  const { docNumber: _number, ...head } = letterOf(lines).head;
  return { ...letterOf(lines), head };
}

describe('the end of a letter', () => {
  it.each([5, 10, 15, 16])('counts the lines of its last page, %i of them text', (lines) => {
    expect(writer.ending(plain(lines), letterOptions)).toEqual({
      pages: 1,
      linesPerPage: 22,
      lastPageLines: lines + 6,
      lastPageTextLines: lines,
      isSignatureAlone: false,
      tighterPitch: null,
    });
  });

  it.each([
    [17, 27.7],
    [18, 26.55],
    [19, null],
    [20, null],
  ])('finds the pitch that saves a last page of few lines, %i lines of text', (lines, tighterPitch) => {
    const ending = writer.ending(plain(lines), letterOptions);
    expect(ending).toMatchObject({ pages: 2, isSignatureAlone: false, tighterPitch });
    expect(ending.lastPageTextLines).toBeLessThanOrEqual(3);
    const saved = writer.write(plain(lines), { ...letterOptions, ...(tighterPitch && { linePitch: tighterPitch }) });
    expect(saved.pages).toBe(tighterPitch === null ? 2 : 1);
  });

  it('does not speak of a last page that holds more', () => {
    expect(writer.ending(plain(30), letterOptions)).toMatchObject({
      pages: 2,
      lastPageTextLines: 8,
      tighterPitch: null,
    });
  });

  it('counts the pages of the letter itself, not those of attachments', () => {
    const letter = letterOf(5, { attachments: [{ id: 'a', title: '一览表' }] });
    letter.sections.push(attachmentSection('a', [paragraph('正文'.repeat(1000))]));
    expect(writer.ending(letter, letterOptions)).toMatchObject({ pages: 1 });
    expect(writer.write(letter, letterOptions).pages).toBeGreaterThan(2);
  });

  it('has nothing to say of a letter without signature', () => {
    const bare = { ...plain(3), tail: { attachments: [], units: [], contacts: [], copyTo: [] } };
    const { disclosure: _disclosure, ...head } = bare.head;
    expect(writer.ending({ ...bare, head }, letterOptions)).toMatchObject({ pages: 1, tighterPitch: null });
  });
});
