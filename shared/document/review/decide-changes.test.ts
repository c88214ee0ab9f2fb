import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { revisionIds } from '../../../tests/support/review-arbitrary.ts';
import { emptyReplyDocument, heading, listItem, paragraph, section } from '../create.ts';
import { headingLabels } from '../numbering.ts';
import { blockText } from '../plain-text.ts';
import { project } from '../projection.ts';
import { reviewMarks } from '../review-marks.ts';
import type { Decision } from '../revision-marks.ts';
import type { Block, ReplyDocument } from '../schema.ts';
import { stringifyReplyDocument } from '../stringify.ts';
import type { Thread } from '../threads.ts';
import { decideChanges, openRevisions } from './decide-changes.ts';

/** Random letters are many, the machine may be busy. */
const PATIENCE = 120_000;
const revisions = Object.fromEntries(
  ['r1', 'r2', 'r3'].map((id, index) => [
    id,
    { author: index < 2 ? '王芳' : '李伟', authorId: `p${index < 2 ? 1 : 2}`, at: index },
  ]),
);
const letterOf = (blocks: Block[], more: Partial<ReplyDocument> = {}): ReplyDocument => ({
  ...emptyReplyDocument(),
  sections: [section('progress', blocks)],
  revisions,
  ...more,
});
const all = (ids: readonly string[], how: Decision) => new Map(ids.map((id) => [id, how]));
const bytes = stringifyReplyDocument;
const texts = ({ sections }: ReplyDocument) => sections.flatMap(({ blocks }) => blocks.map(blockText));
const onChange = (id: string, revision: string, state: Thread['state'] = 'open'): Thread => ({
  id,
  anchor: { type: 'revision', id: revision },
  state,
  kind: 'question',
  severity: 'info',
  quote: '',
  messages: [],
});

describe('whatever the letter, deciding', () => {
  const decision = fc.constantFrom<Decision>('accepted', 'rejected');
  const inSomeOrder = fc.shuffledSubarray([...revisionIds], { minLength: revisionIds.length });

  it(
    'ends in the same bytes one by one in any order, by author, and all at once, as the projection says (law 6)',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, decision, inSomeOrder, (letter, how, order) => {
          const open = openRevisions(letter);
          fc.pre(open.length > 0);
          const atOnce = decideChanges(letter, all(open, how));
          const oneByOne = order
            .filter((id) => open.includes(id))
            .reduce((document, id) => decideChanges(document, new Map([[id, how]])).document, letter);
          const byAuthor = ['乙', '甲'].reduce(
            (document, author) => decideChanges(document, all(openRevisions(document, author), how)).document,
            letter,
          );
          expect(bytes(oneByOne)).toBe(bytes(atOnce.document));
          expect(bytes(byAuthor)).toBe(bytes(atOnce.document));
          // Deciding closes the threads on the changes, which looking at a projection does not.
          expect(bytes({ ...atOnce.document, revisions: {}, threads: letter.threads })).toBe(
            bytes(project(letter, how)),
          );
        }),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );

  it(
    'leaves nothing open, and says of every change once whose it was, what and where',
    () => {
      fc.assert(
        fc.property(replyDocumentArbitrary, fc.array(decision, { minLength: 5, maxLength: 5 }), (letter, verdicts) => {
          const marked = new Set([...reviewMarks(letter)].map(({ revision }) => revision));
          const decisions = new Map(revisionIds.map((id, index) => [id as string, verdicts[index]!]));
          const { document, entries, unapplied } = decideChanges(letter, decisions);
          expect([...reviewMarks(document)]).toEqual([]);
          expect(new Set(entries.map(({ revision }) => revision))).toEqual(marked);
          expect(entries).toHaveLength(marked.size);
          for (const entry of entries) {
            expect(entry.author).toBe(letter.revisions[entry.revision]!.author);
            expect(entry.decision).toBe(decisions.get(entry.revision));
            expect(entry.parts.length).toBeGreaterThan(0);
          }
          expect(unapplied.filter(({ revision }) => marked.has(revision))).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );
});

it('keeps on record what was decided, why, and which threads it closed', () => {
  const letter = letterOf(
    [
      paragraph([
        { text: '已' },
        { text: '基本', ins: 'r1' },
        { text: '全部', del: ['r1'] },
        { text: '完成', ins: 'r3' },
      ]),
    ],
    { threads: { t1: onChange('t1', 'r1'), t2: onChange('t2', 'r3'), t3: onChange('t3', 'r1', 'resolved') } },
  );
  const { document, entries } = decideChanges(letter, new Map([['r1', 'rejected']]), '数据已核实');
  expect(texts(document)).toEqual(['已全部完成']);
  expect(entries).toMatchObject([
    {
      revision: 'r1',
      author: '王芳',
      kind: 'replacement',
      parts: [
        { kind: 'insertion', text: '基本' },
        { kind: 'deletion', text: '全部' },
      ],
      place: { part: 'body', block: { number: 1 } },
      decision: 'rejected',
      reason: '数据已核实',
      threads: ['t1'],
    },
  ]);
  expect(document.threads).toMatchObject({ t1: { state: 'resolved' }, t2: { state: 'open' } });
  expect(openRevisions(document)).toEqual(['r3']);
});

it('decides what one author suggested and leaves the others', () => {
  const letter = letterOf([
    paragraph([{ text: '甲', ins: 'r1' }, { text: '乙' }]),
    paragraph([
      { text: '丙', del: ['r2'] },
      { text: '丁', ins: 'r3' },
    ]),
  ]);
  expect(openRevisions(letter, '王芳')).toEqual(['r1', 'r2']);
  expect(openRevisions(letter, 'p2')).toEqual(['r3']);
  const { document } = decideChanges(letter, all(openRevisions(letter, '王芳'), 'accepted'));
  expect(texts(document)).toEqual(['甲乙', '丁']);
  expect([...reviewMarks(document)]).toEqual([{ revision: 'r3', kind: 'insertion' }]);
});

it('leaves what comes after a deleted paragraph its own type, level and number', () => {
  const struck = (block: Block): Block => ({
    ...block,
    runs: block.runs.map((run) => ({ ...run, del: ['r1'] })),
    mark: { del: ['r1'] },
  });
  const survivors: Block[] = [
    heading(2, '停车', { start: 3 }),
    listItem('paren', '甲'),
    paragraph('乙', { align: 'center' }),
  ];
  for (const survivor of survivors) {
    for (const gone of [heading(1, '删去'), paragraph('删去'), listItem('bullet', '删去', 2)]) {
      const { document } = decideChanges(letterOf([struck(gone), survivor]), all(['r1'], 'accepted'));
      expect(document.sections[0]!.blocks).toEqual([survivor]);
    }
  }
  const { document } = decideChanges(letterOf([struck(paragraph('删去')), survivors[0]!]), all(['r1'], 'accepted'));
  expect([...headingLabels(document).values()]).toEqual(['（三）']);
});

it('keeps on record what went with the decision of another, and closes the threads on it', () => {
  const letter = letterOf([paragraph([{ text: '甲', ins: 'r1', del: ['r3'] }, { text: '乙' }])], {
    threads: { t1: onChange('t1', 'r1') },
  });
  const { document, entries } = decideChanges(letter, all(['r3'], 'accepted'), '重复');
  expect(texts(document)).toEqual(['乙']);
  expect(entries.map(({ revision, decision, reason, threads }) => [revision, decision, reason, threads])).toEqual([
    ['r1', 'gone', undefined, ['t1']],
    ['r3', 'accepted', '重复', []],
  ]);
  expect(document.revisions).not.toHaveProperty('r1');
  expect(document.threads).toMatchObject({ t1: { state: 'resolved' } });
  expect(decideChanges(letter, all(['r3'], 'rejected')).entries).toMatchObject([{ revision: 'r3' }]);
});

describe('what cannot be applied keeps nothing else from being', () => {
  it('an unknown change, and one that is decided and waits', () => {
    const waiting = letterOf([paragraph([{ text: '甲', ins: 'r1' }])], {
      decided: { r2: 'accepted' },
      tail: {
        ...emptyReplyDocument().tail,
        note: '丙',
        changes: [
          { field: 'note', revision: 'r3', before: '甲', after: '乙' },
          { field: 'note', revision: 'r2', before: '乙', after: '丙' },
        ],
      },
    });
    const decisions = new Map<string, Decision>([
      ['gone', 'accepted'],
      ['r2', 'rejected'],
      ['r1', 'accepted'],
    ]);
    const { document, entries, unapplied } = decideChanges(waiting, decisions);
    expect(texts(document)).toEqual(['甲']);
    expect(entries.map(({ revision }) => revision)).toEqual(['r1']);
    expect(unapplied).toEqual([
      { revision: 'gone', why: 'unknown' },
      { revision: 'r2', why: 'decided' },
    ]);
    expect(document).toMatchObject({ decided: { r2: 'accepted' }, tail: { note: '丙' } });
  });

  it('a move the old place of which is gone: it is refused, and said that it stays', () => {
    const moved: Block = { ...paragraph('移来'), moves: [{ revision: 'r1', from: 'nowhere' }] };
    const letter = letterOf([moved, paragraph([{ text: '甲', ins: 'r3' }, { text: '乙' }])]);
    const { document, unapplied } = decideChanges(letter, all(['r1', 'r3'], 'rejected'));
    expect(texts(document)).toEqual(['移来', '乙']);
    expect(unapplied).toEqual([{ revision: 'r1', why: 'stays' }]);
    expect([...reviewMarks(document)]).toEqual([]);
  });

  it('changes nothing when there is nothing to apply', () => {
    const letter = letterOf([paragraph('甲')]);
    expect(decideChanges(letter, all(['gone'], 'accepted')).document).toBe(letter);
  });
});
