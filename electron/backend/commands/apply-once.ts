import { DafuError } from '#shared/contract/errors.ts';
import type { WriteDb } from '../db/driver.ts';
import { deleteCommandsBefore, findAppliedCommand, insertAppliedCommand } from './queries.ts';

/** A client retries within seconds; a day is far more than enough. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/**
 * Runs a command, unless its id was applied before: then its first result is returned and nothing is done. Id and
 * result are stored in the transaction of the command itself.
 */
export function applyOnce<T>(
  db: WriteDb,
  command: { commandId: string; procedure: string; now: number },
  work: () => T,
): T {
  const { commandId, procedure, now } = command;
  const applied = findAppliedCommand(db, commandId);
  if (applied !== undefined) {
    if (applied.procedure !== procedure) {
      throw new DafuError('VALIDATION_FAILED', { issues: [`commandId: was used for ${applied.procedure}`] });
    }
    return JSON.parse(applied.result) as T;
  }
  const result = work();
  insertAppliedCommand(db, { commandId, procedure, result: JSON.stringify(result), appliedAt: now });
  return result;
}

export function forgetOldCommands(db: WriteDb, now: number): void {
  deleteCommandsBefore(db, now - REMEMBERED_MS);
}
