import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

/** Puts a backup in place of the present store, which is backed up first. */
export async function restore({ io, args, json, language, words }: CommandCall): Promise<ExitCode> {
  const name = args.operands[0]!;
  const { documents } = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'change' },
    (client) => client.runJob('backups.restore', { name }).done,
  );
  io.out(
    json ? `${JSON.stringify({ name, documents })}\n` : `${(await words())('restore.done', { name, documents })}\n`,
  );
  return exitCodes.done;
}
