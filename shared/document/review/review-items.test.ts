import fc from 'fast-check';
import { expect, it } from 'vitest';
import en from '#resources/locales/en/review.json' with { type: 'json' };
import zh from '#resources/locales/zh-CN/review.json' with { type: 'json' };
import { replyDocumentArbitrary } from '../../../tests/support/reply-arbitrary.ts';
import { emptyReplyDocument, heading, paragraph, section, table } from '../create.ts';
import { reviewMarks } from '../review-marks.ts';
import type { Block, ReplyDocument } from '../schema.ts';
import type { Thread } from '../threads.ts';
import { changeWords, placeWords, type Say } from './review-words.ts';
import { reviewItems, type ReviewItem } from './review-items.ts';

/** Looks a key up as the window and the command line do; a missing one is an error. */
const sayIn =
  (words: object): Say =>
  (key, values = {}) => {
    const path = key.replace('review:', '').split('.');
    const text = path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], words);
    if (typeof text !== 'string') throw new Error(`no words for ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };
const chinese = sayIn(zh);

const thread = (id: string, anchor: Thread['anchor'], more: Partial<Thread> = {}): Thread => ({
  id,
  anchor,
  state: 'open',
  kind: 'question',
  severity: 'info',
  quote: '',
  messages: [],
  ...more,
});
const letterOf = (blocks: Block[], more: Partial<ReplyDocument> = {}): ReplyDocument => ({
  ...emptyReplyDocument(),
  sections: [section('progress', blocks)],
  revisions: { r1: { author: '王芳', authorId: 'p1', at: 7 } },
  ...more,
});
function told(item: ReviewItem): string {
  if (item.type === 'thread') return `${item.id} ${placeWords(item.place, chinese)} ${item.now}`;
  const { kind, before, after, place } = changeWords(item, chinese);
  return `${item.revision} ${kind} ${place}: ${before}→${after}`;
}
const toldOf = (letter: ReplyDocument) => reviewItems(letter).map(told);

it('tells changes and threads in the order in which the letter is read', () => {
  const base = emptyReplyDocument();
  const cells = table([['甲', [{ text: '乙', ins: 'cell' }]]]);
  cells.table!.rows[0]!.del = ['row'];
  const letter = letterOf(
    [
      heading(1, [{ text: '进展' }, { text: '情况', del: ['head'] }]),
      paragraph([
        { text: '已', threads: ['text'] },
        { text: '全部', del: ['r1'], threads: ['text'] },
        { text: '完成', ins: 'r1' },
      ]),
      cells,
    ],
    {
      head: {
        ...base.head,
        signer: '李',
        title: [{ text: '关于' }, { text: '老街', ins: 'title' }],
        changes: [{ field: 'signer', revision: 'signer', before: '张', after: '李' }],
      },
      tail: { ...base.tail, date: '2026-04-17', changes: [{ field: 'date', revision: 'date', after: '2026-04-17' }] },
      threads: {
        gone: thread('gone', { type: 'block', id: 'nowhere' }),
        onChange: thread('onChange', { type: 'revision', id: 'r1' }),
        text: thread('text', { type: 'text' }),
        field: thread('field', { type: 'field', field: 'tail.date' }),
        whole: thread('whole', { type: 'letter' }),
      },
    },
  );
  expect(toldOf(letter)).toEqual([
    'whole 全文 ',
    'signer 改动 签发人: 张→李',
    'title 插入 标题: →老街',
    'head 删除 工作进展（第1部分），标题“一、进展”: 情况→',
    'text 工作进展（第1部分），第2段 已',
    'r1 替换 工作进展（第1部分），第2段: 全部→完成',
    'onChange 工作进展（第1部分），第2段 ',
    'row 删除 工作进展（第1部分），第1个表格，第1行: 表格行：甲\t乙→',
    'cell 插入 工作进展（第1部分），第1个表格，第1行，第2列: →乙',
    'field 成文日期 ',
    'date 改动 成文日期: （无）→2026年4月17日',
    'gone 全文 ',
  ]);
  expect(reviewItems(letter).at(-1)).toMatchObject({ isDetached: true });
});

it('takes neighbouring text of one change for one part, over paragraph marks too, and no more', () => {
  const letter = letterOf([
    {
      ...paragraph([
        { text: '甲', ins: 'r1' },
        { text: '乙', ins: 'r1', format: { bold: true } },
      ]),
      mark: { ins: 'r1' },
    },
    paragraph([{ text: '丙', ins: 'r1' }, { text: '隔' }, { text: '丁', ins: 'r1' }]),
  ]);
  expect(toldOf(letter)).toEqual(['r1 插入 工作进展（第1部分），第1段: →甲乙¶丙 / 丁']);
});

it('tells splits, joins, formats, moves and merged cells apart', () => {
  const place: Block = { ...paragraph(''), id: 'place', originOf: 'b' };
  const cells = table([['甲', '乙']]);
  cells.table!.rows[0]!.cells[0]!.changes = [
    { field: 'span', revision: 'span', before: { columns: 1, rows: 1 }, after: { columns: 2, rows: 1 } },
  ];
  const letter = letterOf([
    { ...paragraph('前半'), mark: { ins: 'split' } },
    { ...paragraph('后半'), mark: { del: ['join'] } },
    { ...heading(2, '层次'), changes: [{ field: 'level', revision: 'level', before: 1, after: 2 }] },
    paragraph([
      { text: '粗', format: { bold: true }, changes: [{ field: 'format', revision: 'bold', after: { bold: true } }] },
    ]),
    place,
    cells,
    { ...paragraph('移来'), id: 'b', moves: [{ revision: 'move', from: 'place' }] },
  ]);
  expect(toldOf(letter)).toEqual([
    'split 分段 工作进展（第1部分），第1段: →¶',
    'join 并段 工作进展（第1部分），第2段: ¶→',
    'level 格式 工作进展（第1部分），标题“（一）层次”: “层次”：1级→“层次”：2级',
    'bold 格式 工作进展（第1部分），第4段: “粗”：（无）→“粗”：加粗',
    'span 改动 工作进展（第1部分），第1个表格，第1行，第1列: 占1列、1行→占2列、1行',
    'move 移动 工作进展（第1部分），第5段: 工作进展（第1部分），第5段→工作进展（第1部分），第5段',
  ]);
});

it('shows a thread that names no record, and the words that are there now', () => {
  const letter = letterOf(
    [paragraph([{ text: '甲', threads: ['t1', 'elsewhere'] }]), paragraph([{ text: '乙', threads: ['t1'] }])],
    { threads: { t1: thread('t1', { type: 'text' }, { quote: '原文', state: 'resolved' }) } },
  );
  expect(reviewItems(letter)).toMatchObject([
    { id: 't1', now: '甲\n乙', state: 'resolved', thread: { quote: '原文' } },
    { id: 'elsewhere', now: '甲', state: 'open' },
  ]);
});

it('names every change of any letter once, each mark in one of its parts, in words of both languages', () => {
  fc.assert(
    fc.property(replyDocumentArbitrary, (letter) => {
      const items = reviewItems(letter);
      const changes = items.filter((item) => item.type === 'change');
      const marks = [...reviewMarks(letter)];
      expect(changes.map(({ revision }) => revision).toSorted()).toEqual(
        [...new Set(marks.map(({ revision }) => revision))].toSorted(),
      );
      for (const { revision, parts } of changes) {
        expect(new Set(parts.map(({ kind }) => kind))).toEqual(
          new Set(marks.filter((mark) => mark.revision === revision).map(({ kind }) => kind)),
        );
      }
      expect(items.filter((item) => item.type === 'thread').map(({ id }) => id)).toEqual(
        expect.arrayContaining(Object.keys(letter.threads)),
      );
      for (const change of changes) for (const words of [zh, en]) changeWords(change, sayIn(words));
    }),
    { numRuns: 300 },
  );
}, 120_000);
