import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paragraph, section } from '#shared/document/create.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, optionsOfForm } from '../../../tests/support/letters.ts';
import { treatLetter } from './treatment.ts';
import { createLetterWriters } from './writers.ts';

const resourcesFolder = fileURLToPath(new URL('../../../resources/', import.meta.url));
const writers = createLetterWriters({ resourcesFolder, fontFolders: [] });
const { unit, caseFacts } = optionsOfForm('plain');

/** Of a page and one line. */
function letterOf(tail: Partial<ReplyDocument['tail']>): ReplyDocument {
  const letter = fullLetter();
  return {
    ...letter,
    head: { title: [], salutation: [] },
    sections: [section('other', [paragraph('国'.repeat(28 * 19 - 2))])],
    tail: { ...letter.tail, attachments: [], contacts: [], copyTo: [], ...tail },
  };
}

describe('a letter set closer than its unit’s', () => {
  it('saves its last page in the preview, in PDF and in Word', async () => {
    const letter = (document: ReplyDocument) => treatLetter({ document, unit, caseFacts }, { review: 'refuse' });
    const usual = await writers.draw(letter(letterOf({})), true);
    expect(usual.ending).toMatchObject({ pages: 2, linesPerPage: 22 });
    const linePitch = usual.ending.tighterPitch!;
    const closer = letterOf({ linePitch });
    expect((await writers.draw(letter(closer), true)).ending).toMatchObject({ pages: 1, tighterPitch: null });
    const styles = async (document: ReplyDocument) => {
      const { bytes } = await writers.write('docx', letter(document), 'none');
      return new TextDecoder().decode(unzipSync(bytes)['word/styles.xml']);
    };
    expect(await styles(closer)).toContain(`w:line="${Math.floor(linePitch * 20)}"`);
    expect(await styles(letterOf({}))).toContain('w:line="579"');
    const [pdf, other] = [
      await writers.write('pdf', letter(closer), 'none'),
      await writers.write('pdf', letter(letterOf({})), 'none'),
    ];
    expect(Buffer.compare(pdf.bytes, other.bytes)).not.toBe(0);
  });
});
