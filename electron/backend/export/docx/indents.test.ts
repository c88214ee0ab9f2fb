import { describe, expect, it } from 'vitest';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { docxParts } from '../../../../tests/support/docx.ts';
import { indentXml } from './paragraph.ts';
import { writeDocx } from './index.ts';

/** Twips of a character of Normal in the files of the product. */
const pitch = 315;

const numbers = (xml: string): Record<string, number> =>
  Object.fromEntries([...xml.matchAll(/w:(\w+)="(-?\d+)"/g)].map(([, name = '', value]) => [name, Number(value)]));

/** Where Word begins the first line and the others, in twips: by characters where they are given, else by twips. */
function readByWord(xml: string): { first: number; others: number } {
  const { leftChars, left = 0, hangingChars, hanging = 0, firstLineChars, firstLine = 0 } = numbers(xml);
  const hang = hangingChars === undefined ? hanging : (hangingChars / 100) * pitch;
  const further = firstLineChars === undefined ? firstLine : (firstLineChars / 100) * pitch;
  // `leftChars` is where a hanging paragraph's first line begins; `left` is where its other lines do.
  const others = leftChars === undefined ? left : (leftChars / 100) * pitch + hang;
  return { first: others - hang + further, others };
}
/** LibreOffice and old programs read twips alone. */
function readByTwips(xml: string): { first: number; others: number } {
  const { left = 0, hanging = 0, firstLine = 0 } = numbers(xml);
  return { first: left - hanging + firstLine, others: left };
}

describe('indents', () => {
  it('stand at one place by characters and by twips, hanging ones too', () => {
    for (const left of [0, 2, 5, 8]) {
      for (const firstLine of [-6, -5, -3, -1, 0, 2]) {
        if (left + firstLine < 0) continue;
        const xml = indentXml({ left, firstLine }, pitch);
        expect(readByWord(xml), xml).toEqual(readByTwips(xml));
        expect(readByTwips(xml).first).toBe(Math.round(left * pitch) + Math.round(firstLine * pitch));
      }
    }
  });

  it('are written as Word writes them', () => {
    expect(indentXml({ left: 5, firstLine: -3 }, pitch)).toBe(
      '<w:ind w:leftChars="200" w:left="1575" w:hangingChars="300" w:hanging="945"/>',
    );
    expect(indentXml({ left: 3, firstLine: -3 }, pitch)).toBe(
      '<w:ind w:left="945" w:hangingChars="300" w:hanging="945"/>',
    );
  });

  it('have no characters where those are not as large as Normal’s', () => {
    expect(indentXml({ left: 4, right: 1, firstLine: -3 }, 280, false)).toBe(
      '<w:ind w:left="1120" w:right="280" w:hanging="840"/>',
    );
  });

  it('agree in every paragraph and style of a letter', () => {
    const parts = docxParts(writeDocx(fullLetter(), letterOptions));
    const all = `${parts['word/document.xml']}${parts['word/styles.xml']}`.match(/<w:ind [^>]*\/>/g) ?? [];
    expect(all.length).toBeGreaterThan(10);
    for (const xml of all) expect(readByWord(xml), xml).toEqual(readByTwips(xml));
  });
});
