import { oneOf } from '../arguments.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

/** Lists the drafts, newest change first: id, state, case number, due date, title; separated by tabs. */
export async function list({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const state = oneOf('--state', args.text('state') ?? 'all', ['all', 'drafting', 'finished', 'trash']);
  const chosen = await language();
  const summaries = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: chosen, purpose: 'look' },
    (client) =>
      client.call('documents.list', { search: args.text('search') ?? '', state, sort: 'updatedAt', direction: 'desc' }),
  );
  if (json) {
    io.out(`${JSON.stringify(summaries)}\n`);
    return exitCodes.done;
  }
  const say = await words();
  if (summaries.length === 0 && io.isTerminal) io.err(`${say('list.empty')}\n`);
  for (const { id, state: ofDraft, caseNumber, dueOn, title } of summaries) {
    io.out(`${[id, say(`state.${ofDraft}`), caseNumber, dueOn ?? '', title].join('\t')}\n`);
  }
  return exitCodes.done;
}
