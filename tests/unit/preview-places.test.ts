import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPreviewPages } from '#backend/export/preview/preview-pages.ts';
import { createPdfWriter } from '#backend/export/pdf/index.ts';
import { placeOfCaret, textOfPlace } from '#renderer/features/preview/caret-link.ts';
import { LetterPlaces } from '#renderer/features/preview/letter-places.ts';
import { heading, listItem, paragraph, section, textRun } from '#shared/document/create.ts';
import { blockText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { everyBlock } from '#shared/document/walk.ts';
import { newId } from '#shared/lib/ids.ts';
import { letterOf } from '../bench/letters.ts';
import { fullLetter, optionsOfForm } from '../support/letters.ts';

const resourcesFolder = fileURLToPath(new URL('../../resources/', import.meta.url));
const writer = createPdfWriter({ resourcesFolder });

/** The pages of a letter as a window would have them, all pictures here. */
function placesOf(letter: ReplyDocument, form: 'plain' | 'letter' | 'red-head'): LetterPlaces {
  const drawn = writer.draw(letter, optionsOfForm(form));
  const { pages, marks } = createPreviewPages(newId).pages(drawn, { known: { epoch: '', count: 0 }, knownPages: [] });
  return new LetterPlaces(marks, pages, (page) => pages[page - 1]?.picture);
}

const mixed = (): ReplyDocument => ({
  ...fullLetter(),
  sections: [
    section('progress', [
      heading(1, '总体情况'),
      heading(2, [
        textRun('健全制度。'),
        textRun('我局出台《办法》（云政发〔2026〕3号），落实98%以上。'.repeat(6), { body: true }),
      ]),
      heading(3, '第三层次'),
      heading(4, [textRun('第四层次。'), textRun('后接正文。', { body: true })]),
      paragraph([
        textRun('文中'),
        textRun('加粗', { bold: true }),
        textRun('、'),
        textRun('倾斜', { italic: true }),
        textRun('与'),
        textRun('下划线', { underline: true }),
        textRun('，AI 2.0 版——“引号”……结束。'),
      ]),
      paragraph('国'.repeat(900)),
      listItem('bullet', '列表一项，文字较长，需要换行才能显示得完整，这样更能说明问题所在。'),
      listItem('decimal', '列表二项'),
    ]),
  ],
});

describe('places on the pages and in the text', () => {
  for (const form of ['plain', 'letter', 'red-head'] as const) {
    for (const [name, letter] of Object.entries({ long: letterOf(5600), full: fullLetter(), mixed: mixed() })) {
      it(`agree to the character: ${name}, ${form}`, () => {
        const places = placesOf(letter, form);
        const blocks = [...everyBlock(letter)];
        const written = blocks.filter((block) => !block.table && blockText(block).trim() !== '');
        for (const block of written) {
          const text = blockText(block);
          for (const offset of new Set([0, Math.floor(text.length / 2), text.length - 1])) {
            if (/\s/.test(text[offset] ?? ' ')) continue;
            const caret = { part: 'body' as const, blockId: block.id, offset };
            const place = placeOfCaret(places, letter, caret);
            expect(place, text).not.toBeNull();
            if (!place) continue;
            // A click on the left half of that character leads back.
            const back = textOfPlace(places, letter, { ...place, x: place.x + 2, y: place.y - 5 });
            expect(back, `${offset} of ${text}`).toEqual({ text: { blockId: block.id, offset } });
          }
        }
      });
    }
  }
});
