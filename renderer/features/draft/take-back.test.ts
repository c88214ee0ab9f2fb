import { describe, expect, it } from 'vitest';
import { emptyReplyDocument, paragraph, section } from '#shared/document/create.ts';
import { blockText } from '#shared/document/plain-text.ts';
import { takeBack } from './take-back.ts';

describe('taking back changes of an import', () => {
  it('goes from the last to the first and tells which could be taken back', () => {
    const block = paragraph('一，二');
    const letter = { ...emptyReplyDocument(), sections: [section('opening', [block])] };
    const change = (id: string, from: string, to: string) => ({
      id,
      kind: 'punctuation.widened' as const,
      before: to,
      after: from,
      blockId: block.id,
      undo: [{ op: 'replace' as const, blockId: block.id, from, to }],
    });
    const { document, undone } = takeBack(letter, [
      change('1', '一 二', '一  二'),
      change('2', '，', ' '),
      change('3', '改过的', ''),
    ]);
    expect(undone).toEqual(['2', '1']);
    expect(document.sections[0]?.blocks.map(blockText)).toEqual(['一  二']);
  });
});
