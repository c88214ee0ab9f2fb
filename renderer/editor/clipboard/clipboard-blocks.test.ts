import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/document/schema.ts';
import { blocksOfOwnNodes } from './own-blocks.ts';
import { blocksOfText } from './text-blocks.ts';

const texts = (blocks: Block[]) => blocks.map((block) => block.runs.map((run) => run.text).join(''));

describe('pasted text', () => {
  it('makes a paragraph of every line that says something', () => {
    expect(texts(blocksOfText('\u3000\u3000第一段\r\n\r\n第二段\t续\n\u200b'))).toEqual(['第一段', '第二段 续']);
  });

  it('ends a line wherever a program ends one', () => {
    expect(texts(blocksOfText('甲\v乙\f丙\u2028丁\u2029戊\u0085己'))).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
  });
});

describe('own clipboard', () => {
  const text = (value: string, $: Record<string, string> = {}) => ({
    type: 'text',
    version: 1,
    text: value,
    format: 0,
    $,
  });

  it('unwraps sections, keeps ids and leaves review marks behind', () => {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      $: { bid: 'b1', mark: '{"ins":"r1"}' },
      children: [text('甲', { ins: 'r1', threads: '["t1"]' }), text('乙', { del: '["r2"]' })],
    };
    const blocks = blocksOfOwnNodes([{ type: 'section', version: 1, children: [paragraph] }, text('丙')]);
    expect(blocks[0]).toEqual({ id: 'b1', type: 'paragraph', runs: [{ text: '甲' }, { text: '乙' }] });
    expect(texts(blocks)).toEqual(['甲乙', '丙']);
  });
});
