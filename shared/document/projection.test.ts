import { expect, it } from 'vitest';
import { emptyReplyDocument, paragraph, section, table } from './create.ts';
import { blockText } from './plain-text.ts';
import { project, type Projection } from './projection.ts';
import type { Block } from './schema.ts';

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
