import { reviewItems, type ReviewItem } from '#shared/document/review/review-items.ts';
import { changeWords, placeWords } from '#shared/document/review/review-words.ts';
import type { CommandCall } from '../command.ts';
import { worstExitCode, reportFailure, type ReportedFailure } from '../report-error.ts';
import { collectLetters } from '../named-letters.ts';
import type { ExitCode } from '../io.ts';
import type { Words } from '../words.ts';

/** Prints the changes and threads of a file or draft in reading order, a line each, or as JSON. */
export async function review(call: CommandCall): Promise<ExitCode> {
  const { io, args, json, words } = call;
  const failures: { source: string; failure: ReportedFailure }[] = [];
  const letters = await collectLetters(call, args.operands, failures);
  const say = await words();
  for (const { letter } of letters) {
    const items = reviewItems(letter.document);
    if (json)
      io.out(
        `${JSON.stringify({ id: letter.document.id, items: items.map((item) => inWords(item, say)) }, null, 2)}\n`,
      );
    else for (const item of items) io.out(reviewLine(item, say));
  }
  for (const { source, failure } of failures) await reportFailure(io, failure, { json, words, subject: source });
  return worstExitCode(failures.map(({ failure }) => failure));
}

/** An item as it is, with what a person is told of it. */
function inWords(item: ReviewItem, say: Words): object {
  if (item.type === 'change') return { ...item, words: changeWords(item, say) };
  return { ...item, words: { place: placeWords(item.place, say) } };
}

/** Id, state, author, kind, place and what it says, separated by tabs. */
export function reviewLine(item: ReviewItem, say: Words): string {
  const columns = [item.type === 'change' ? item.revision : item.id, say(`review:state.${item.state}`)];
  if (item.type === 'change') {
    const { kind, before, after, place } = changeWords(item, say);
    columns.push(item.author, kind, place, before, after);
  } else {
    const { thread, now, isDetached } = item;
    const place = isDetached ? say('review:detached') : placeWords(item.place, say);
    columns.push(
      thread?.messages[0]?.author ?? '',
      thread ? `${say(`review:threadKind.${thread.kind}`)} ${say(`review:severity.${thread.severity}`)}` : '',
      place,
    );
    columns.push(thread?.quote ?? now, (thread?.messages ?? []).map(({ text }) => text).join(' / '));
  }
  return `${columns.map((column) => column.replace(/\s+/g, ' ')).join('\t')}\n`;
}
