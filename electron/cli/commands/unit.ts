import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { versionedUnitSettings } from '#shared/domain/unit-settings-migrations.ts';
import { changedSettings, valueAt } from '#shared/domain/unit-setting-index.ts';
import { oneOf, UsageError } from '../arguments.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import { dataFolder } from '../places.ts';
import type { CommandCall } from '../command.ts';
import { withBackend, type SessionOptions } from '../session.ts';

/** Shows the unit's settings, writes them to a file, or takes over those of a file and prints what changed. */
export async function unitSettings(call: CommandCall): Promise<ExitCode> {
  const { io, args, language } = call;
  const [word = '', file] = args.operands;
  const action = oneOf('unit', word, ['show', 'export', 'import']);
  if ((action === 'show') !== (file === undefined)) throw new UsageError('usage.unitFile', {}, 'unit');
  const session: SessionOptions = {
    dataFolder: dataFolder(args.text('data'), io),
    language: await language(),
    purpose: action === 'import' ? 'change' : 'look',
  };
  switch (action) {
    case 'show':
      return show(call, session);
    case 'export':
      return exportTo(call, session, resolve(io.cwd, file ?? ''));
    case 'import':
      return importFrom(call, session, resolve(io.cwd, file ?? ''));
  }
}

async function show({ io }: CommandCall, session: SessionOptions): Promise<ExitCode> {
  const { unit } = await withBackend(session, (client) => client.call('settings.get', {}));
  io.out(`${JSON.stringify(versionedUnitSettings(unit), null, 2)}\n`);
  return exitCodes.done;
}

async function exportTo({ io, args, json }: CommandCall, session: SessionOptions, path: string): Promise<ExitCode> {
  if (existsSync(path) && !args.flag('force')) throw new DafuError('FILE_EXISTS', { path });
  const host = { pickSaveFile: () => Promise.resolve(path) };
  await withBackend({ ...session, host }, (client) => client.runJob('settings.exportUnit', {}).done);
  io.out(json ? `${JSON.stringify({ path })}\n` : `${path}\n`);
  return exitCodes.done;
}

async function importFrom({ io, json }: CommandCall, session: SessionOptions, path: string): Promise<ExitCode> {
  const host = { pickFiles: () => Promise.resolve([path]) };
  const changes = await withBackend({ ...session, host }, async (client) => {
    const { unit: before } = await client.call('settings.get', {});
    const { read } = await client.runJob('settings.readUnitFile', {}).done;
    if (read === null) throw new DafuError('CANCELLED', {});
    const { unit, ownForm } = read;
    const forms = await client.call('forms.list', {});
    if (ownForm && !forms.some(({ id }) => id === ownForm.id)) await client.call('forms.restore', { form: ownForm });
    await client.call('settings.saveUnit', { unit });
    return changedSettings(before, unit).map((id) => ({
      setting: id,
      before: valueAt(before, id),
      after: valueAt(unit, id),
    }));
  });
  if (json) io.out(`${JSON.stringify({ changes })}\n`);
  else {
    for (const { setting, before, after } of changes) {
      io.out(`${setting}\t${JSON.stringify(before)}\t${JSON.stringify(after)}\n`);
    }
  }
  return exitCodes.done;
}
