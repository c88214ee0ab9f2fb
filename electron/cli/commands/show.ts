import { parseReplyDocument } from '#shared/document/parse.ts';
import { plainText } from '#shared/document/plain-text.ts';
import { oneOf } from '../arguments.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

/** Prints a draft as it reads, or (`--as json`, `--json`) its document and case. */
export async function show({ io, args, json, language }: CommandCall): Promise<ExitCode> {
  const form = oneOf('--as', args.text('as') ?? (json ? 'json' : 'text'), ['text', 'json']);
  const { draft, unit } = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
    async (client) => ({
      draft: await client.call('documents.get', { documentId: args.operands[0]! }),
      unit: (await client.call('settings.get', {})).unit,
    }),
  );
  const { id, version, state, body, caseFacts } = draft;
  const document = parseReplyDocument(body);
  if (form === 'text') io.out(plainText(document, unit.wording));
  else io.out(`${JSON.stringify({ id, version, state, caseFacts, document }, null, 2)}\n`);
  return exitCodes.done;
}
