import { describe, expect, it } from 'vitest';
import { emptyReplyDocument, paragraph, section, table } from './create.ts';
import { blockText } from './plain-text.ts';
import { decide, project, type Projection } from './projection.ts';
import type { Decision } from './revision-marks.ts';
import type { Block, ReplyDocument } from './schema.ts';

function texts(projection: Projection, ...blocks: Block[]): string[] {
  const document = { ...emptyReplyDocument(), sections: [section('progress', blocks)] };
  return project(document, projection).sections.flatMap((part) => part.blocks.map(blockText));
}

it('takes insertions and drops deletions, or the other way round', () => {
  const block = paragraph([
    { text: '已' },
    { text: '基本', ins: 'r1' },
    { text: '全部', del: ['r2'] },
    { text: '完成' },
  ]);
  expect(texts('accepted', block)).toEqual(['已基本完成']);
  expect(texts('rejected', block)).toEqual(['已全部完成']);
});

it('drops text that one person inserted and another deleted, either way', () => {
  const block = paragraph([{ text: '甲' }, { text: '乙', ins: 'r1', del: ['r2'] }]);
  expect(texts('accepted', block)).toEqual(['甲']);
  expect(texts('rejected', block)).toEqual(['甲']);
});

it('joins two paragraphs when the deletion of the mark between them is accepted', () => {
  const blocks = [{ ...paragraph('前半，'), mark: { del: ['r1'] } }, paragraph('后半。')];
  expect(texts('accepted', ...blocks)).toEqual(['前半，后半。']);
  expect(texts('rejected', ...blocks)).toEqual(['前半，', '后半。']);
});

it('joins them again when the split is rejected', () => {
  const blocks = [{ ...paragraph('前半，'), mark: { ins: 'r1' } }, paragraph('后半。')];
  expect(texts('rejected', ...blocks)).toEqual(['前半，后半。']);
});

it('gives back the earlier format and level', () => {
  const block: Block = {
    ...paragraph([
      { text: '甲', format: { bold: true }, changes: [{ field: 'format', revision: 'r1', after: { bold: true } }] },
    ]),
    changes: [
      { field: 'type', revision: 'r2', before: 'heading', after: 'paragraph' },
      { field: 'level', revision: 'r2', before: 2 },
    ],
  };
  const document = { ...emptyReplyDocument(), sections: [section('progress', [block])] };
  const [rejected] = project(document, 'rejected').sections[0]?.blocks ?? [];
  expect(rejected).toMatchObject({ type: 'heading', level: 2, runs: [{ text: '甲' }] });
  expect(rejected?.runs[0]).not.toHaveProperty('format');
  const [accepted] = project(document, 'accepted').sections[0]?.blocks ?? [];
  expect(accepted).toMatchObject({ type: 'paragraph', runs: [{ format: { bold: true } }] });
});

function deletedTable(): Block {
  const block = table([['事项'], ['进度']]);
  for (const row of block.table?.rows ?? []) row.del = ['r1'];
  return block;
}

it('drops a table with its last row', () => {
  expect(texts('accepted', paragraph('表前'), deletedTable(), paragraph('表后'))).toEqual(['表前', '表后']);
  expect(texts('rejected', paragraph('表前'), deletedTable(), paragraph('表后'))).toHaveLength(3);
});

it('loses no paragraph whose mark is deleted before a table', () => {
  const before: Block = { ...paragraph('表前'), mark: { del: ['r1'] } };
  expect(texts('accepted', before, table([['事项']]), paragraph('表后'))[0]).toBe('表前');
  expect(texts('accepted', before, deletedTable(), paragraph('表后'))).toEqual(['表前表后']);
});

const decided = (document: ReplyDocument, ...all: [string, Decision][]) =>
  all.reduce((letter, one) => decide(letter, new Map([one])), document);

describe('a field of head or tail', () => {
  const letter = (): ReplyDocument => {
    const document = emptyReplyDocument();
    document.tail.copyTo = ['市政协提案委', '市政府办', '市财政局'];
    document.tail.changes = [
      { field: 'copyTo', revision: 'a', before: ['市政协提案委'], after: ['市政协提案委', '市政府办'] },
      // Wrote it in a copy of his own, in which the other's unit was not there.
      { field: 'copyTo', revision: 'b', before: ['市政协提案委'], after: ['市政协提案委', '市财政局'] },
    ];
    return document;
  };

  it('keeps what either of two reviewers added, and only what was accepted', () => {
    const copyTo = (...all: [string, Decision][]) => decided(letter(), ...all).tail.copyTo;
    expect(copyTo(['a', 'accepted'], ['b', 'accepted'])).toEqual(['市政协提案委', '市政府办', '市财政局']);
    expect(copyTo(['b', 'accepted'], ['a', 'rejected'])).toEqual(['市政协提案委', '市财政局']);
    expect(copyTo(['a', 'accepted'], ['b', 'rejected'])).toEqual(['市政协提案委', '市政府办']);
    expect(copyTo(['b', 'rejected'], ['a', 'rejected'])).toEqual(['市政协提案委']);
  });

  it('has the last accepted value where two reviewers wrote different ones, and none where there was none', () => {
    const document = emptyReplyDocument();
    document.head.category = 'B';
    document.head.changes = [
      { field: 'category', revision: 'a', after: 'A' },
      { field: 'category', revision: 'b', before: 'A', after: 'B' },
    ];
    expect(decided(document, ['b', 'accepted'], ['a', 'accepted']).head.category).toBe('B');
    expect(decided(document, ['b', 'rejected'], ['a', 'accepted']).head.category).toBe('A');
    expect(project(document, 'rejected').head).not.toHaveProperty('category');
  });

  it('waits with a decision while an earlier one is open, and says so', () => {
    const waiting = decided(letter(), ['b', 'accepted']);
    expect(waiting.decided).toEqual({ b: 'accepted' });
    expect(project(waiting, 'rejected').tail.copyTo).toEqual(['市政协提案委', '市财政局']);
    expect(decided(waiting, ['a', 'rejected'])).not.toHaveProperty('decided');
  });
});

describe('a moved paragraph', () => {
  const [one, two, three] = [paragraph('一段。'), paragraph('二段。'), paragraph('三段。')];
  const place: Block = { id: 'place', type: 'paragraph', runs: [], originOf: three.id };
  const moved: Block = {
    ...three,
    runs: [{ text: '三段' }, { text: '（已改）', ins: 'b' }, { text: '。' }],
    moves: [{ revision: 'a', from: 'place' }],
  };
  const letter = { ...emptyReplyDocument(), sections: [section('progress', [moved, one, two, place])] };
  const read = (...all: [string, Decision][]) => decided(letter, ...all).sections[0]!.blocks.map(blockText);

  it('goes back where it was with what was changed in it', () => {
    expect(read(['a', 'rejected'], ['b', 'accepted'])).toEqual(['一段。', '二段。', '三段（已改）。']);
    expect(read(['b', 'rejected'], ['a', 'accepted'])).toEqual(['三段。', '一段。', '二段。']);
    expect(texts('accepted', moved, one, two, place)).toEqual(['三段（已改）。', '一段。', '二段。']);
  });
});

describe('a table', () => {
  const suggested = (): Block => {
    const block = table([
      ['事项', '进度', '备注'],
      ['清淤', '完成', '五月'],
    ]);
    const { rows, columns } = block.table!;
    columns[1]!.del = ['a'];
    const span = { field: 'span', revision: 'b', before: { columns: 1, rows: 1 }, after: { columns: 2, rows: 1 } };
    rows[1]!.cells[0]!.changes = [span];
    return block;
  };

  it('loses a column without the text of a merged cell', () => {
    expect(texts('accepted', suggested())).toEqual(['事项\t备注\n清淤 完成\t五月']);
    expect(texts('rejected', suggested())).toEqual(['事项\t进度\t备注\n清淤\t完成\t五月']);
  });

  it('waits with a column while a merge in it is open', () => {
    const letter = { ...emptyReplyDocument(), sections: [section('progress', [suggested()])] };
    const waiting = decided(letter, ['a', 'accepted']);
    expect(waiting.sections[0]!.blocks[0]!.table!.columns).toHaveLength(3);
    const after = decided(waiting, ['b', 'rejected']).sections[0]!.blocks[0]!;
    expect([blockText(after), after.table!.columns]).toEqual(['事项\t备注\n清淤\t五月', [{ width: 1 }, { width: 1 }]]);
  });

  it('keeps a cell as it was when its new span would cut through a merged one', () => {
    const block = table([
      ['甲', '乙', '丙'],
      ['丁', '戊'],
    ]);
    const [first, second] = block.table!.rows;
    second!.cells[1]!.colSpan = 2;
    first!.cells[1]!.changes = [
      { field: 'span', revision: 'a', before: { columns: 1, rows: 1 }, after: { columns: 1, rows: 2 } },
    ];
    expect(texts('accepted', block)).toEqual(['甲\t乙\t丙\n丁\t戊']);
    first!.cells[1]!.changes[0]!.after = { columns: 2, rows: 2 };
    expect(texts('accepted', block)).toEqual(['甲\t乙 丙 戊\n丁']);
  });

  it('that is struck and was moved stays until both are decided, and leaves no place behind', () => {
    const moved: Block = { ...deletedTable(), moves: [{ revision: 'a', from: 'place' }] };
    const place: Block = { id: 'place', type: 'paragraph', runs: [], originOf: moved.id };
    const joins: Block = { ...paragraph('前半，'), mark: { del: ['b'] } };
    const letter = { ...emptyReplyDocument(), sections: [section('plan', [moved, joins, place, paragraph('后半。')])] };
    const waiting = decided(letter, ['r1', 'accepted'], ['b', 'accepted']);
    expect(waiting.sections[0]!.blocks).toHaveLength(4);
    expect(decided(waiting, ['a', 'accepted']).sections[0]!.blocks.map(blockText)).toEqual(['前半，后半。']);
  });

  it('moves a cell over a struck row into the next one', () => {
    const block = table([['甲', '乙'], ['丙'], ['丁', '戊']]);
    const { rows } = block.table!;
    rows[0]!.cells[0]!.rowSpan = 2;
    rows[0]!.del = ['a'];
    expect(texts('accepted', block)).toEqual(['甲\t丙\n丁\t戊']);
  });
});

it('leaves a thread about a whole paragraph on what it was joined with', () => {
  const [first, second] = [{ ...paragraph('前半，'), mark: { del: ['a'] } }, paragraph('后半。')];
  const thread = { id: 't', state: 'open', kind: 'question', severity: 'info', quote: '前半，', messages: [] } as const;
  const letter: ReplyDocument = {
    ...emptyReplyDocument(),
    sections: [section('progress', [first, second])],
    threads: { t: { ...thread, messages: [], anchor: { type: 'block', id: first.id } } },
  };
  expect(project(letter, 'accepted').threads['t']!.anchor).toEqual({ type: 'block', id: second.id });
  expect(project(letter, 'rejected').threads['t']!.anchor).toEqual({ type: 'block', id: first.id });
});
