import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heading, paragraph, section, table, textRun } from '#shared/document/create.ts';
import { project } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { fullLetter, letterOptions } from '../../../../tests/support/letters.ts';
import { replyDocumentArbitrary } from '../../../../tests/support/reply-arbitrary.ts';
import { describeLetter, describeMarked } from './describe.ts';
import type { BodyElement, LetterElement, Span } from './element.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSpan = (value: unknown): value is Span => isRecord(value) && 'underline' in value;
const isGone = (value: unknown): boolean => isRecord(value) && (value['review'] as { isGone?: true })?.isGone === true;

/** Without struck text, without what is gone, without a word of the review; neighbours of one look are one span. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value))
    return value.some(isSpan) ? joined(value as Span[]) : value.filter((item) => !isGone(item)).map(withoutMarks);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'review' && key !== 'rowReviews')
      .map(([key, item]) => [key, withoutMarks(item)]),
  );
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { review: _review, ...span } of spans) {
    if (span.text === '') continue;
    const last = result.at(-1);
    const isOneLook = last && (['bold', 'italic', 'underline'] as const).every((look) => last[look] === span[look]);
    if (isOneLook) last.text += span.text;
    else result.push(span);
  }
  return result;
}

const who = { author: '周敏', authorId: 'a', at: 1 };
const revisions = { r1: who, r2: who };
const reviewed = (blocks: ReplyDocument['sections'][number]['blocks'], more: Partial<ReplyDocument> = {}) => ({
  ...fullLetter(),
  sections: [section('other', blocks)],
  revisions,
  ...more,
});
const bodyOf = (document: ReplyDocument) =>
  describeMarked(document, letterOptions).elements.filter(
    (element): element is BodyElement => 'blockId' in element && element.kind !== 'attachment',
  );
const thread = (id: string, anchor: ReplyDocument['threads'][string]['anchor']) => ({
  [id]: {
    id,
    anchor,
    state: 'open' as const,
    kind: 'question' as const,
    severity: 'info' as const,
    quote: '',
    messages: [],
  },
});

describe('the description of a letter under review', () => {
  it('is that of the accepted letter once its marks are gone', () => {
    fc.assert(
      fc.property(replyDocumentArbitrary, (document) => {
        const clean = describeLetter(project(document, 'accepted'), letterOptions);
        const { elements, form, page } = describeMarked(document, letterOptions);
        expect(withoutMarks(elements)).toEqual(withoutMarks(clean.elements));
        expect({ form, page }).toEqual({ form: clean.form, page: clean.page });
      }),
      { numRuns: 300 },
    );
  });

  it('is that of the letter itself where nobody said anything', () => {
    const letter = fullLetter();
    expect(describeMarked(letter, letterOptions)).toEqual({ ...describeLetter(letter, letterOptions), fields: [] });
  });

  it('says of text who inserted, struck and changed it, and who speaks of it', () => {
    const bold = { field: 'format', revision: 'r2', after: { bold: true } };
    const [text] = bodyOf(
      reviewed([
        paragraph([
          textRun('经'),
          { text: '认真', del: ['r1'] },
          { text: '会同', ins: 'r1', threads: ['t1'] },
          { text: '研究', format: { bold: true }, changes: [bold] },
        ]),
      ]),
    );
    const plain = { bold: false, italic: false, underline: false };
    expect(text).toMatchObject({
      spans: [
        { text: '经', ...plain },
        { text: '', ...plain, review: { struck: { del: ['r1'], text: '认真' } } },
        { text: '会同', ...plain, review: { ins: 'r1', threads: ['t1'] } },
        { text: '研究', ...plain, bold: true, review: { changes: [bold] } },
      ],
    });
  });

  it('keeps the struck text of a paragraph that is joined with the next, and shows one that is gone in its place', () => {
    const struck = (text: string) => ({ ...paragraph([{ text, del: ['r1'] }]), mark: { del: ['r1'] } });
    const page: ReplyDocument['sections'][number]['blocks'] = [
      { ...paragraph([textRun('上'), { text: '删', del: ['r1'] }]), mark: { del: ['r1'] } },
      paragraph('下'),
      struck('末'),
      table([['表']]),
    ];
    const [whole, gone, last] = bodyOf(reviewed(page));
    expect(whole).toMatchObject({
      spans: [{ text: '上' }, { text: '', review: { struck: { text: '删' } } }, { text: '下' }],
    });
    expect(gone).toMatchObject({
      spans: [{ text: '', review: { struck: { text: '末' } } }],
      review: { isGone: true, mark: { del: ['r1'] } },
    });
    expect(last).toMatchObject({ kind: 'table' });
  });

  it('says it of blocks, rows and cells', () => {
    const rows = table([['甲'], ['乙']]);
    const [first, second] = rows.table!.rows;
    second!.ins = 'r1';
    const level = { field: 'level', revision: 'r2', before: 1, after: 2 };
    const title = { ...heading(2, '工作进展'), changes: [level] };
    const [one, two] = bodyOf(
      reviewed([title, rows], {
        threads: {
          ...thread('t1', { type: 'block', id: title.id }),
          ...thread('t2', { type: 'row', id: second!.id }),
          ...thread('t3', { type: 'cell', id: first!.cells[0]!.id }),
        },
      }),
    );
    expect(one).toMatchObject({ review: { changes: [level], threads: ['t1'] } });
    expect(two).toMatchObject({
      rowReviews: { 1: { ins: 'r1', threads: ['t2'] } },
      rows: [[{ review: { threads: ['t3'] } }], [{}]],
    });
    expect((two as Extract<LetterElement, { kind: 'table' }>).rowReviews).not.toHaveProperty('0');
  });

  it('says it of fields of head and tail, those too that are not printed any more', () => {
    const letter = fullLetter();
    const category = { field: 'category', revision: 'r1', before: 'A类', after: 'B类' };
    const copyTo = { field: 'copyTo', revision: 'r2', before: ['市财政局'], after: [] };
    const { elements, fields } = describeMarked(
      {
        ...letter,
        head: { ...letter.head, category: 'B类', changes: [category] },
        tail: { ...letter.tail, copyTo: [], changes: [copyTo] },
        revisions,
        threads: thread('t1', { type: 'field', field: 'tail.date' }),
      },
      letterOptions,
    );
    expect(fields).toEqual([
      { field: 'head.category', changes: [category], threads: [] },
      { field: 'tail.date', changes: [], threads: ['t1'] },
      { field: 'tail.copyTo', changes: [copyTo], threads: [] },
    ]);
    expect(elements.some(({ kind }) => kind === 'colophon')).toBe(false);
  });

  it('breaks the lines of a title where the printed one breaks, whatever was struck in it', () => {
    const letter = fullLetter();
    const words = '云州市民政局关于市政协六届五次会议第0168号提案的答复';
    const title = [textRun(words.slice(0, 8)), { text: '（第二次送审稿）', del: ['r1'] }, textRun(words.slice(8))];
    const described = describeMarked({ ...letter, head: { ...letter.head, title }, revisions }, letterOptions);
    const shown = described.elements.find(({ kind }) => kind === 'title') as { spans: Span[] } & LetterElement;
    const printed = describeLetter({ ...letter, head: { ...letter.head, title: [textRun(words)] } }, letterOptions);
    expect(withoutMarks([shown])).toEqual(printed.elements.filter(({ kind }) => kind === 'title'));
    expect(shown.spans.filter(({ review }) => review?.struck)).toHaveLength(1);
  });
});
