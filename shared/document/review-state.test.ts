import { expect, it } from 'vitest';
import fc from 'fast-check';
import { replyDocumentArbitrary } from '../../tests/support/reply-arbitrary.ts';
import { emptyReplyDocument, heading, paragraph, section, table, textRun } from './create.ts';
import { project } from './projection.ts';
import { isReviewOpen, reviewCounts } from './review-state.ts';
import type { Block, ReplyDocument, Run } from './schema.ts';

const letterOf = (blocks: Block[], more: Partial<ReplyDocument> = {}): ReplyDocument => ({
  ...emptyReplyDocument(),
  sections: [section('other', blocks)],
  ...more,
});
const none = { insertions: 0, deletions: 0, formats: 0, others: 0, comments: 0 };

it('counts neighbouring runs of one change once, in text, title, cells and paragraph marks', () => {
  const runs: Run[] = [
    textRun('原文'),
    { text: '新', ins: 'r1' },
    { text: '增', ins: 'r1', format: { bold: true } },
    { text: '旧', del: ['r2'] },
    { text: '又新', ins: 'r1' },
  ];
  expect(reviewCounts(letterOf([paragraph(runs)]))).toEqual({ ...none, insertions: 2, deletions: 1 });
  const marked = {
    ...heading(1, '标题'),
    mark: { ins: 'r1', del: ['r2'] },
    changes: [{ field: 'level', revision: 'r3', before: 2, after: 1 }],
  };
  expect(reviewCounts(letterOf([marked]))).toEqual({ ...none, insertions: 1, deletions: 1, formats: 1 });
  const cells = table([
    ['甲', [{ text: '乙', changes: [{ field: 'format', revision: 'r3', before: { bold: true } }] }]],
  ]);
  cells.table!.rows[0]!.ins = 'r1';
  expect(reviewCounts(letterOf([cells]))).toEqual({ ...none, insertions: 1, formats: 1 });
  const head = { title: [{ text: '题', del: ['r2'] }], salutation: [{ text: '王', ins: 'r1' }] };
  expect(reviewCounts(letterOf([paragraph('')], { head }))).toEqual({ ...none, insertions: 1, deletions: 1 });
});

it('counts each open comment once, wherever it points, and none that is resolved', () => {
  const thread = (id: string, state: 'open' | 'resolved') => ({
    [id]: {
      id,
      anchor: { type: 'text' as const },
      state,
      kind: 'question' as const,
      severity: 'info' as const,
      quote: '',
      messages: [],
    },
  });
  const runs: Run[] = [
    { text: '一', threads: ['t1', 't2'] },
    { text: '二', threads: ['t1', 'elsewhere'] },
  ];
  const threads = { ...thread('t1', 'open'), ...thread('t2', 'resolved'), ...thread('t3', 'open') };
  // t1, t3 that lost its text, and the one whose own record is stored elsewhere.
  expect(reviewCounts(letterOf([paragraph(runs)], { threads }))).toEqual({ ...none, comments: 3 });
});

it('finds no change in a letter all changes of which were decided', () => {
  fc.assert(
    fc.property(replyDocumentArbitrary, fc.constantFrom('accepted' as const, 'rejected' as const), (letter, how) => {
      const { comments, ...changes } = reviewCounts(project(letter, how));
      expect(isReviewOpen({ ...changes, comments: 0 })).toBe(false);
      expect(comments).toBeLessThanOrEqual(4);
    }),
  );
});
