import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { project } from '#shared/document/projection.ts';
import { reviewItems } from '#shared/document/review/review-items.ts';
import { oneOf } from '../arguments.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { markedLetter } from '../marked-letter.ts';
import { withBackend } from '../session.ts';
import { reviewLine } from './review.ts';

const reviews = ['accepted', 'rejected', 'marks'] as const;

/** Prints a draft as it reads, with its changes accepted, rejected or shown, or (`--as json`, `--json`) its document and case. */
export async function show({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const form = oneOf('--as', args.text('as') ?? (json ? 'json' : 'text'), ['text', 'json']);
  const review = oneOf('--review', args.text('review') ?? (form === 'json' ? 'marks' : 'accepted'), reviews);
  const { draft, unit } = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
    async (client) => ({
      draft: await client.call('documents.get', { documentId: args.operands[0]! }),
      unit: (await client.call('settings.get', {})).unit,
    }),
  );
  const { id, version, state, body, caseFacts } = draft;
  const stored = parseReplyDocument(body);
  const document = review === 'marks' ? stored : project(stored, review);
  if (form === 'text') {
    const isMarked = review === 'marks';
    io.out(plainText(isMarked ? markedLetter(stored) : document, unit.wording));
    const items = isMarked ? reviewItems(stored) : [];
    if (items.length > 0) {
      const say = await words();
      io.out(`\n${items.map((item) => reviewLine(item, say)).join('')}`);
    }
  } else io.out(`${JSON.stringify({ id, version, state, caseFacts, document }, null, 2)}\n`);
  return exitCodes.done;
}
