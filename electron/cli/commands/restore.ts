import type { StoreCopy } from '#shared/contract/backups.ts';
import type { Client } from '#shared/rpc/client.ts';
import { UsageError } from '../arguments.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend, type SessionOptions } from '../session.ts';

/**
 * Puts a backup in place of the present store, which is backed up first; or opens one of what is left (`--list`), or an
 * empty store (`--empty`), where the present one is missing or damaged.
 */
export async function restore(call: CommandCall): Promise<ExitCode> {
  const { io, args, language } = call;
  const [name] = args.operands;
  const wishes = [name !== undefined, args.flag('list'), args.flag('empty')].filter(Boolean).length;
  if (wishes !== 1) throw new UsageError(`usage.${wishes === 0 ? 'tooFew' : 'only'}_restore`, {}, 'restore');
  const session: SessionOptions = {
    dataFolder: dataFolder(args.text('data'), io),
    language: await language(),
    purpose: 'restore',
  };
  return args.flag('list') ? listCopies(call, session) : restoreTo(call, session, name ?? null);
}

async function listCopies({ io, json, words }: CommandCall, session: SessionOptions): Promise<ExitCode> {
  const copies = await withBackend({ ...session, purpose: 'look', acceptProblem: true }, (client) =>
    client.call('app.copies', {}),
  );
  if (json) {
    io.out(`${JSON.stringify(copies)}\n`);
    return exitCodes.done;
  }
  const say = await words();
  for (const { name, state, documents, lastChangeAt } of copies) {
    const changed = lastChangeAt === null ? '' : new Date(lastChangeAt).toISOString();
    io.out(`${[name, say(`restore.state.${state}`), documents, changed].join('\t')}\n`);
  }
  return exitCodes.done;
}

async function restoreTo(
  { io, json, words }: CommandCall,
  session: SessionOptions,
  name: string | null,
): Promise<ExitCode> {
  const { documents, movedTo } = await withBackend(session, async (client) => {
    const isOpen = (await client.call('app.status', {})).problem === null;
    if (!isOpen || name === null)
      return client.runJob('app.recover', { copy: name && (await findCopy(client, name)) }).done;
    const restored = await client.runJob('backups.restore', { name: name.replace(/^backups\//, '') }).done;
    return { ...restored, movedTo: undefined };
  });
  if (json) {
    io.out(`${JSON.stringify({ name, documents, ...(movedTo !== undefined && { movedTo }) })}\n`);
    return exitCodes.done;
  }
  const say = await words();
  const done =
    name === null
      ? say('restore.empty')
      : say(movedTo === undefined ? 'restore.done' : 'restore.opened', { name, documents });
  io.out(`${[done, typeof movedTo === 'string' ? say('restore.movedTo', { path: movedTo }) : ''].join(' ').trim()}\n`);
  return exitCodes.done;
}

/** A backup may be named as `dafu backup --list` names it, without its folder. */
async function findCopy(client: Client, name: string): Promise<string> {
  const copies: StoreCopy[] = await client.call('app.copies', {});
  return copies.find((copy) => copy.name === name || copy.name === `backups/${name}`)?.name ?? name;
}
