import { compareLetters } from '#shared/document/compare/compare-letters.ts';
import { differences } from '#shared/document/compare/differences.ts';
import { plainText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { mapBlocks } from '#shared/document/walk.ts';
import { letterOf } from './letters.ts';
import { reportBudget, reportRatio } from './report.ts';
import { median, timeCalls } from './stats.ts';

/** A letter of 50,000 characters and the same with about 500 words changed, against a comparison by character. */
export async function benchCompare(): Promise<void> {
  const first = withOwnWords(letterOf(50_000));
  const second = withWordsChanged(first, 500);
  const revision = { author: 'bench', authorId: 'bench', at: 0 };
  const [a, b] = [plainText(first), plainText(second)].map((text) => [...text]);
  const letters = await timeCalls(5, 2, () => compareLetters(first, second, { revision }));
  const characters = await timeCalls(5, 2, () => differences(a!, b!));
  const name = 'compare two versions of 50,000 characters with 500 changed words';
  reportBudget(name, median(letters), 500);
  reportRatio(name, median(letters), { name: 'the same text compared by character', value: median(characters) }, 5);
}

/** Paragraphs of the made letter are alike; here each has words no other has. */
function withOwnWords(letter: ReplyDocument): ReplyDocument {
  let count = 0;
  return mapBlocks(letter, (block) => {
    count += 1;
    const runs = block.runs.map((run) => ({ ...run, text: run.text.replaceAll('问题', `第${count}类问题`) }));
    return { ...block, runs };
  });
}

function withWordsChanged(letter: ReplyDocument, changes: number): ReplyDocument {
  let left = changes;
  const changed = (text: string) =>
    text.replaceAll(/认真|优化/gu, (word) => {
      left -= 1;
      return left < 0 ? word : { 认真: '抓紧', 优化: '调整' }[word]!;
    });
  return mapBlocks(letter, (block) => ({
    ...block,
    runs: block.runs.map((run) => ({ ...run, text: changed(run.text) })),
  }));
}
