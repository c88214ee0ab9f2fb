import type { WriteDb } from '../db/driver.ts';

export interface AppliedCommandRow {
  procedure: string;
  result: string;
}

export function findAppliedCommand(db: WriteDb, commandId: string): AppliedCommandRow | undefined {
  return db.get<AppliedCommandRow>('SELECT procedure, result FROM applied_commands WHERE command_id = :commandId', {
    commandId,
  });
}

export function insertAppliedCommand(
  db: WriteDb,
  row: { commandId: string; procedure: string; result: string; appliedAt: number },
): void {
  db.run(
    `INSERT INTO applied_commands (command_id, procedure, result, applied_at)
     VALUES (:commandId, :procedure, :result, :appliedAt)`,
    row,
  );
}

export function deleteCommandsBefore(db: WriteDb, time: number): void {
  db.run('DELETE FROM applied_commands WHERE applied_at < :time', { time });
}
