import type { WordBlock } from '#backend/word/read/model.ts';
import type { SourceBlock, SourceLine } from '../source.ts';
import { flattenBlocks } from './blocks.ts';
import { Fields } from './fields.ts';
import type { Story } from './story.ts';

/** Nothing but the number of a page, as — 1 — or 第 1 页 共 3 页. */
const pageNumber = /^[\s\d\-—–―－_·•.~/|第页共总]*$/;

/** Headers and footers are printed on each page; what they say is told, for somebody may miss it. */
export function noteMargin(margin: readonly WordBlock[], story: Story): void {
  for (const { text } of linesIn(flattenBlocks(margin, beside(story)))) {
    if (!pageNumber.test(text)) story.findings.add('margins.dropped', 'a header or footer was left out', text);
  }
}

/** Words of a footnote or endnote on one line. */
export function noteOf(note: readonly WordBlock[], story: Story): string {
  const lines = linesIn(flattenBlocks(note, beside(story))).map((line) => line.text.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function linesIn(blocks: SourceBlock[]): SourceLine[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.lines) : block.kind === 'line' ? [block] : [],
  );
}

/** A story of its own. A note that refers to a note is not followed: it could refer to itself. */
function beside(story: Story): Story {
  return { ...story, fields: new Fields(story.findings), prompts: [], noteText: () => '' };
}
