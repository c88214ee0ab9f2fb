import { describe, expect, it } from 'vitest';
import { plainText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { everyBlock } from '#shared/document/walk.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { writeDocx } from '../../export/docx/index.ts';
import { importBytes } from '../index.ts';

function reimported(letter: ReplyDocument): ReturnType<typeof importBytes> {
  return importBytes({ name: '函.docx', bytes: writeDocx(letter, letterOptions) });
}

/** Column widths as whole percents of the table. */
function shares(columns: number[]): string {
  const total = columns.reduce((sum, width) => sum + width, 0);
  return columns.map((width) => `${Math.round((100 * width) / total)}%`).join();
}

describe('a letter written as Word and imported again', () => {
  const letter = fullLetter();
  const table = [...everyBlock(letter)].find((block) => block.table)?.table;
  if (table) table.columns = [1, 1, 3];
  const { document, report } = reimported(letter);

  it('reads the same', () => {
    // The title comes back on one line, and the category as its mark alone.
    const expected = plainText(letter).replace('会议\n第0168号', '会议第0168号').replace('A类', 'A');
    expect(plainText(document)).toBe(expected);
    expect(report.warnings).toEqual([]);
  });

  it('has the same head and tail', () => {
    const { docNumber, disclosure } = letter.head;
    const { units, date, contacts, copyTo } = letter.tail;
    expect(document.head).toMatchObject({ docNumber, disclosure, category: 'A' });
    expect(document.tail).toMatchObject({ units, date, contacts, copyTo });
    expect(document.tail.attachments.map(({ title }) => title)).toEqual(
      letter.tail.attachments.map(({ title }) => title),
    );
  });

  it('has the same headings, run-in text, formats, merged cells and page breaks', () => {
    const shapeOf = (source: ReplyDocument): string[] =>
      [...everyBlock(source)].map((block) =>
        [
          block.type === 'list-item' ? 'paragraph' : block.type,
          block.type === 'list-item' ? undefined : block.level,
          block.runs
            .filter((run) => run.format && Object.keys(run.format).length > 0)
            .map((run) => `${Object.keys(run.format ?? {}).join('+')}:${run.text}`)
            .join(),
          block.table?.rows.map((row) => row.cells.map((cell) => cell.colSpan ?? 1).join()).join('/'),
          block.table && shares(block.table.columns),
        ].join(' '),
      );
    expect(shapeOf(document)).toEqual(shapeOf(letter));
  });
});

it('refuses a Word file without text as empty', () => {
  const bare: ReplyDocument = {
    ...fullLetter(),
    head: { title: [], salutation: [] },
    sections: [{ id: 's', role: 'other', blocks: [] }],
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
  };
  expect(() => reimported(bare)).toThrow(/IMPORT_UNSUPPORTED .*"empty"/);
});
