import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend } from '../session.ts';

/** Makes a backup, or (`--list`) lists those there are, newest first. */
export async function backup({ io, args, json, language }: CommandCall): Promise<ExitCode> {
  const backups = await withBackend(
    { dataFolder: dataFolder(args.text('data'), io), language: await language(), purpose: 'look' },
    async (client) =>
      args.flag('list') ? client.call('backups.list', {}) : [await client.runJob('backups.create', {}).done],
  );
  if (json) io.out(`${JSON.stringify(args.flag('list') ? backups : backups[0])}\n`);
  else for (const { name, documents, bytes } of backups) io.out(`${name}\t${documents}\t${bytes}\n`);
  return exitCodes.done;
}
