import { describe, expect, it } from 'vitest';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import type { ImportWarning } from '#shared/domain/import-report.ts';
import { emptyReplyDocument, fieldRun, heading, paragraph, promptParagraph, section, textRun } from './create.ts';
import { openPoints } from './open-points.ts';
import type { ReplyDocument } from './schema.ts';

function finished(): ReplyDocument {
  const empty = emptyReplyDocument();
  return {
    ...empty,
    head: {
      docNumber: { code: '云水函', year: 2026, serial: 3 },
      title: [textRun('关于第12号提案的答复')],
      salutation: [textRun('林知远委员：')],
    },
    sections: [section('opening', [paragraph('收悉。')])],
    tail: { ...empty.tail, units: ['云江市水务局'], date: '2026-04-07' },
  };
}
const facts = emptyCaseFacts();
const warning = (code: ImportWarning['code'], quote = ''): ImportWarning => ({ code, message: '', quote });

describe('what a letter still lacks', () => {
  it('is nothing for a finished one', () => {
    expect(openPoints(finished(), facts, null)).toEqual([]);
    expect(openPoints(finished(), facts, { warnings: [warning('punctuation.widened')] })).toEqual([]);
  });

  it('are the parts no letter goes out without, in the order of the letter', () => {
    const document = finished();
    document.head = { title: [textRun(' ')], salutation: [] };
    document.tail = { ...document.tail, units: [''], date: undefined };
    expect(openPoints(document, facts, null)).toEqual([
      { kind: 'missing', part: 'docNumber', where: { part: 'docNumber' } },
      { kind: 'missing', part: 'title', where: { part: 'title' } },
      { kind: 'missing', part: 'salutation', where: { part: 'salutation' } },
      { kind: 'missing', part: 'signature', where: { part: 'unit' } },
      { kind: 'missing', part: 'date', where: { part: 'date' } },
    ]);
  });

  it('are prompts nobody wrote over, of headings and attachments too, and not those that were', () => {
    const document = finished();
    const open = promptParagraph('写明措施');
    const title = heading(1, '', { prompt: '小标题' });
    const written = paragraph('已写。', { prompt: '写明进展' });
    document.sections = [section('progress', [written, open], title)];
    expect(openPoints(document, facts, null)).toEqual([
      { kind: 'prompt', text: '小标题', where: { part: 'block', blockId: title.id } },
      { kind: 'prompt', text: '写明措施', where: { part: 'block', blockId: open.id } },
    ]);
  });

  it('is a field of the case without a value, once; those for some letters only are none', () => {
    const document = finished();
    document.head.title = [textRun('关于'), fieldRun('caseNumber'), textRun('提案的答复')];
    document.sections = [
      section('opening', [paragraph([fieldRun('caseNumber'), fieldRun('caseTitle'), fieldRun('coUnits')])]),
    ];
    expect(openPoints(document, facts, null)).toMatchObject([
      { kind: 'emptyField', field: 'caseNumber', where: { part: 'title' } },
      { kind: 'emptyField', field: 'caseTitle', where: { part: 'block' } },
    ]);
  });

  it('is what the import was unsure of, until it is ticked off or written', () => {
    const report = { warnings: [warning('date.malformed', '2026年4月'), warning('pictures.dropped')] };
    const document = finished();
    expect(openPoints(document, facts, report)).toMatchObject([{ kind: 'import', code: 'pictures.dropped' }]);
    expect(openPoints(document, facts, { ...report, checked: [1] })).toEqual([]);
    document.tail = { ...document.tail, date: undefined, dateText: '2026年4月' };
    expect(openPoints(document, facts, report)).toMatchObject([
      { kind: 'import', code: 'date.malformed', quote: '2026年4月' },
      { kind: 'import', code: 'pictures.dropped' },
    ]);
    const numbered = { warnings: [warning('caseNumber.missing')] };
    expect(openPoints(finished(), facts, numbered)).toHaveLength(1);
    expect(openPoints(finished(), { ...facts, number: '12' }, numbered)).toEqual([]);
  });
});
