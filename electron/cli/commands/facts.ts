import { basename, resolve } from 'node:path';
import { readCapped } from '#backend/files/read-capped.ts';
import { importBytes } from '#backend/import/index.ts';
import { limits } from '#backend/files/input-limits.ts';
import { letterFacts } from '#shared/document/facts.ts';
import { exitCodes, type ExitCode } from '../io.ts';
import type { CommandCall } from '../command.ts';

/** Prints what the importer finds in a file, as JSON. Touches no store. */
export async function facts({ io, args }: CommandCall): Promise<ExitCode> {
  const path = resolve(io.cwd, args.operands[0]!);
  const result = importBytes({ name: basename(path), bytes: readCapped(path, limits.bytes) });
  io.out(`${JSON.stringify(letterFacts(result), null, 2)}\n`);
  return exitCodes.done;
}
