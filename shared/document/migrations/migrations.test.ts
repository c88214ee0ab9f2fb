import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReplyDocument } from '../parse.ts';
import { plainText } from '../plain-text.ts';
import { project } from '../projection.ts';
import { reviewCounts, type ReviewCounts } from '../review-state.ts';
import { stringifyReplyDocument } from '../stringify.ts';

/** A letter as version 1 stored it, and what version 1 made of it. */
interface Golden {
  document: { schema: string };
  accepted: string;
  rejected: string;
  review: Omit<ReviewCounts, 'others'>;
}

const goldenFile = (name: string) => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8');
const everyNode = JSON.parse(goldenFile('reply-1-every-node.json')) as Golden;
const random = goldenFile('reply-1-random.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden);

/** Without lines of nothing but a number: paragraphs that have lost all their text go since version 2 wherever they stand. */
const printed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !/^(?:[一二三四五六七八九十]+、|（[^）]+）|\d+\.|·|[①-⑳])?\s*$/.test(line));

describe('letters stored by version 1', () => {
  it.each([everyNode, ...random].map((golden, index) => [index, golden] as const))(
    'read as they did, with all changes accepted and rejected (%i)',
    (_, { document, accepted, rejected, review }) => {
      expect(document.schema).toBe('dafu.reply/1');
      const letter = checkReplyDocument(document);
      expect(printed(plainText(project(letter, 'accepted')))).toEqual(printed(accepted));
      expect(printed(plainText(project(letter, 'rejected')))).toEqual(printed(rejected));
      expect(reviewCounts(letter)).toEqual({ ...review, others: 0 });
    },
  );

  it('keep every property this program does not know', () => {
    const countOf = (text: string) => text.split('ofALaterVersion').length - 1;
    const letter = checkReplyDocument(everyNode.document);
    expect(countOf(stringifyReplyDocument(letter))).toBe(countOf(JSON.stringify(everyNode.document)));
  });

  it('keep their marks, each in the form all changes have now', () => {
    const { sections, threads, revisions } = checkReplyDocument(everyNode.document);
    const blocks = sections[1]!.blocks;
    expect(blocks[0]!.changes).toEqual([{ field: 'type', revision: 'r4', before: 'paragraph', after: 'heading' }]);
    expect(blocks[1]!.runs.slice(1, 6)).toMatchObject([
      { text: '基本', ins: 'r1' },
      { text: '全部', del: ['r2'] },
      { text: '完成', ins: 'r1', del: ['r2'] },
      { changes: [{ field: 'format', revision: 'r3', before: { bold: true }, after: { underline: true } }] },
      { changes: [{ field: 'format', revision: 'r3', after: { bold: true } }] },
    ]);
    expect(blocks.map(({ mark }) => mark).filter((mark) => mark)).toEqual([{ ins: 'r1' }, { del: ['r2'] }]);
    const table = blocks.find((block) => block.table)!.table!;
    expect(table.columns).toEqual([{ width: 1 }, { width: 2.5 }, { width: 1 }]);
    expect(table.rows.map(({ ins, del }) => ins ?? del)).toEqual([undefined, 'r1', ['r2'], undefined, undefined]);
    expect(threads['t1']).toMatchObject({ anchor: { type: 'text' }, quote: '王晓委员' });
    expect(revisions['r1']).toEqual({ author: '周敏', authorId: 'p1', at: 1_775_000_000_000 });
  });

  it('come out the same however often they are read', () => {
    const once = stringifyReplyDocument(checkReplyDocument(everyNode.document));
    expect(stringifyReplyDocument(checkReplyDocument(JSON.parse(once)))).toBe(once);
  });

  it('keep an earlier value that no block can have where it was', () => {
    const odd = structuredClone(everyNode.document) as Golden['document'] & {
      sections: { blocks: Record<string, unknown>[] }[];
    };
    odd.sections[0]!.blocks[0]!['was'] = { rev: 'r4', props: { level: -7, type: 'heading', colour: 'red' } };
    const [block] = checkReplyDocument(odd).sections[0]!.blocks;
    expect(block).toMatchObject({
      changes: [{ field: 'type', before: 'heading', after: 'paragraph' }],
      was: { rev: 'r4', props: { level: -7, colour: 'red' } },
    });
  });
});
