import { describe, expect, it } from 'vitest';
import { attachmentSections } from '#shared/document/attachments.ts';
import { attachmentSection, columnsOf, heading, paragraph } from '#shared/document/create.ts';
import { blockText, plainText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { everyBlock } from '#shared/document/walk.ts';
import { fullLetter, letterOptions, optionsOfForm } from '../../../../tests/support/letters.ts';
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
  if (table) table.columns = columnsOf([1, 1, 3]);
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
          block.table && shares(block.table.columns.map(({ width }) => width)),
        ].join(' '),
      );
    expect(shapeOf(document)).toEqual(shapeOf(letter));
  });
});

describe('a letter with a complete head and texts of attachments, written as Word and imported again', () => {
  const letter = fullLetter();
  Object.assign(letter.head, { copyNumber: '000012', secrecy: '秘密★1年', urgency: '特急', signer: '李明' });
  const ids = letter.tail.attachments.map(({ id }) => id);
  letter.sections.push(
    ...ids.map((id) => attachmentSection(id, [heading(1, '编制依据'), paragraph('依据有关规定编制。')])),
  );

  const turned = letter.sections.at(-1);
  if (turned?.attachment) turned.attachment.isLandscape = true;

  it.each(['letter', 'red-head'])('keeps them: %s', (form) => {
    const { document, report } = importBytes({ name: '函.docx', bytes: writeDocx(letter, optionsOfForm(form)) });
    const { docNumber, copyNumber, secrecy, urgency, signer } = letter.head;
    // 信函格式 has no place for 签发人 (10.1).
    const printed = { docNumber, copyNumber, secrecy, urgency, ...(form === 'red-head' && { signer }) };
    expect(document.head).toMatchObject({ ...printed, category: 'A', issuer: '云州市民政局' });
    expect(report.warnings).toEqual([]);
    expect(attachmentSections(document).map(({ mark, title }) => [mark, title])).toEqual(
      attachmentSections(letter).map(({ mark, title }) => [mark, title]),
    );
    expect(attachmentSections(document).map(({ section }) => section.blocks.map(blockText))).toEqual([
      ['编制依据', '依据有关规定编制。'],
      ['编制依据', '依据有关规定编制。'],
    ]);
    expect(attachmentSections(document).map(({ isLandscape }) => isLandscape)).toEqual([false, true]);
    expect(document.tail.copyTo).toEqual(letter.tail.copyTo);
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
