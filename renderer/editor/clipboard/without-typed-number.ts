import type { Block, Run } from '#shared/document/schema.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { numberedLine, typedNumber } from '#shared/document/typed-number.ts';

/**
 * A heading or an item of a numbered list without the number that is written before it: the letter computes its own.
 * The level of a heading is the one its number says; text that runs in after a heading is text.
 */
export function withoutTypedNumber(block: Block): Block {
  const text = runsText(block.runs);
  if (block.type === 'list-item') {
    const number = typedNumber(text);
    if (number?.list !== block.props?.list || !number || number.end === text.length) return block;
    return { ...block, runs: runsFrom(block.runs, number.end) };
  }
  if (block.type !== 'heading') return block;
  const number = typedNumber(text);
  if (!number?.level || number.end === text.length) return block;
  const line = numberedLine(text);
  const bodyStart = line?.kind === 'heading' ? line.bodyStart : text.length;
  return {
    ...block,
    level: number.level,
    runs: [
      ...runsUpTo(runsFrom(block.runs, number.end), bodyStart - number.end),
      ...runsFrom(block.runs, bodyStart).map((run) => ({ ...run, format: { ...run.format, body: true as const } })),
    ],
  };
}

function runsFrom(runs: Run[], start: number): Run[] {
  let rest = start;
  return runs.flatMap((run) => {
    const cut = Math.min(rest, run.text.length);
    rest -= cut;
    return cut === run.text.length && cut > 0 ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

function runsUpTo(runs: Run[], end: number): Run[] {
  let rest = end;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, rest);
    rest -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
