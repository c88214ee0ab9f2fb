import { describe, expect, it } from 'vitest';
import { importBytes } from '#backend/import/index.ts';
import { emptyReplyDocument, fieldRun, heading, paragraph, table, textRun } from '#shared/document/create.ts';
import { fillFields } from '#shared/document/fields.ts';
import { plainText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { allBlockIds } from '#shared/document/walk.ts';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';

const facts: CaseFacts = {
  ...emptyCaseFacts(),
  kind: 'suggestion',
  body: '云津市人大',
  session: '十六届二次会议',
  number: '温36',
  title: '关于老街停车的建议',
  members: [
    { name: '王二', lead: true, collective: false },
    { name: '李四', lead: false, collective: false },
  ],
  coUnits: ['市公安局', '市城管局'],
  receivedOn: '2026-03-02',
  dueOn: '2026-06-02',
};

/** A letter with what no other format brings back: fields, review marks, prompts, an unknown property. */
function letter(): ReplyDocument {
  const empty = emptyReplyDocument();
  const [opening, progress, ...others] = empty.sections;
  const document = {
    ...empty,
    later: { unknown: ['stays'] },
    head: { ...empty.head, title: [textRun('对'), fieldRun('caseTitle'), textRun('的答复')] },
    sections: [
      {
        ...opening!,
        blocks: [
          paragraph([
            textRun('经'),
            { ...fieldRun('coUnits'), object: { type: 'field', field: 'coUnits', before: '会同', after: '' } },
            textRun('研究，'),
            fieldRun('session'),
            textRun('第'),
            fieldRun('caseNumber'),
            textRun('号由'),
            fieldRun('members'),
            textRun('提出。'),
          ] as never),
        ],
      },
      {
        ...progress!,
        blocks: [
          heading(1, [textRun('工作进展')]),
          paragraph([
            { text: '删去的话', del: ['r1'] },
            { text: '新的话', ins: 'r1', format: { bold: true } },
          ] as never),
          table(
            [
              ['车位', '数量'],
              ['老街', '120'],
            ],
            1,
          ),
        ],
      },
      ...others,
    ],
    revisions: { r1: { authorId: 'a', author: '张三', at: 1_780_000_000_000 } },
  } as unknown as ReplyDocument;
  return fillFields(document, facts, defaultUnitSettings);
}

const bytesOf = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown, name = '稿.dafu.json') => importBytes({ name, bytes: bytesOf(value) });

/** The document with the ids that must differ taken out. */
function withoutIds(document: ReplyDocument): unknown {
  return JSON.parse(stringifyReplyDocument(document), (key, value: unknown) => (key === 'id' ? undefined : value));
}

describe('a draft in our own format', () => {
  const original = letter();

  it.each([
    ['a rescue file', { ...original, caseFacts: facts }],
    [
      'a rescue file that went through an editor',
      `\ufeff${JSON.stringify({ ...original, caseFacts: facts }, null, 2)}\r\n`,
    ],
    ['document and case side by side', { id: 'x', version: 7, document: original, caseFacts: facts }],
  ])('comes back whole from %s', (_, file) => {
    const { document, caseFacts, report } = read(file);
    expect(withoutIds(document)).toEqual(withoutIds(original));
    expect(caseFacts).toEqual(facts);
    expect(report).toEqual({
      source: { name: '稿.dafu.json', format: 'json', encoding: 'utf-8' },
      recognised: [],
      changes: [],
      warnings: [],
      junkLines: [],
      undone: [],
    });
  });

  it('gets new ids, so that it can be read beside itself', () => {
    const [first, second] = [read(original), read(original)].map(({ document }) => allBlockIds(document));
    expect(new Set([...first!, ...second!, ...allBlockIds(original)]).size).toBe(first!.length * 3);
  });

  it('without its case keeps what its fields print when they are filled again', () => {
    const { document, caseFacts } = read(original);
    expect(caseFacts).toMatchObject({
      number: '温36',
      title: facts.title,
      members: facts.members,
      coUnits: facts.coUnits,
    });
    const again = fillFields(document, caseFacts, defaultUnitSettings);
    expect(plainText(again)).toBe(plainText(original));
    expect(plainText(again)).toContain(
      '经会同市公安局、市城管局研究，云津市人大十六届二次会议第温36号由王二、李四提出。',
    );
  });

  it.each([
    ['empty', emptyReplyDocument()],
    ['not-a-draft', 'no JSON {'],
    ['not-a-draft', ['dafu.reply/1']],
    ['not-a-draft', { name: 'package', version: '1.0.0' }],
    ['not-a-draft', { document: 'dafu.reply/1' }],
    ['template', { schema: 'dafu.template/1', document: original }],
    ['damaged', { ...original, sections: 'none' }],
    ['damaged', { ...original, caseFacts: { title: 1 } }],
    ['damaged', { schema: 'dafu.reply/01', id: 'x' }],
  ])('is refused as %s: %j', (reason, file) => {
    expect(() => read(file)).toThrow(
      expect.objectContaining({ code: 'IMPORT_UNSUPPORTED', details: { name: '稿.dafu.json', reason } }),
    );
  });

  it('of a newer version is refused as that', () => {
    expect(() => read({ ...original, schema: 'dafu.reply/9' })).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_FROM_FUTURE' }),
    );
  });
});
