import { z } from 'zod';
import { always, job, query } from './procedure.ts';

const backupReason = z.enum(['periodic', 'close', 'migration', 'manual', 'restore']);
export type BackupReason = z.infer<typeof backupReason>;

/** A file of the data folder that may hold a former state of the store, and what a look into it found. */
export const storeCopySchema = z.object({
  /** Relative to the data folder, with `/`. */
  name: z.string(),
  /**
   * `previous`, `incoming`: left by a restore or recovery that did not end. `damaged`: moved aside by a recovery. `log`:
   * changes not yet in a database that is gone, of no use alone.
   */
  kind: z.enum(['backup', 'previous', 'incoming', 'damaged', 'log']),
  /** Of a backup with a name of ours. */
  reason: backupReason.nullable(),
  createdAt: z.number(),
  bytes: z.number(),
  /** Only a `good` one can be opened; `future` is of a newer version of the app. */
  state: z.enum(['good', 'damaged', 'future', 'unreadable']),
  /** Drafts outside the trash. */
  documents: z.number().int(),
  lastChangeAt: z.number().nullable(),
  /** Counts the changes of the content. Null in copies of older versions. */
  changes: z.number().int().nullable(),
});
export type StoreCopy = z.infer<typeof storeCopySchema>;

export const backupSchema = storeCopySchema
  .pick({ createdAt: true, bytes: true, state: true, documents: true, lastChangeAt: true, changes: true })
  .extend({
    /** File name inside the backup folder. */
    name: z.string(),
    reason: backupReason,
  });
export type Backup = z.infer<typeof backupSchema>;

export const backupProcedures = {
  /** Newest content first. */
  'backups.list': query(z.object({}), z.array(backupSchema), { on: { 'backups.changed': always } }),
  'backups.create': job(z.object({}), backupSchema),
  /** The present store is saved first (reason `restore`), so that a restore can itself be undone. */
  'backups.restore': job(z.object({ name: z.string() }), z.object({ documents: z.number().int() })),
  /** After a purge: takes the letters out of the backups too. `failed` counts those that could not be searched. */
  'backups.forget': job(
    z.object({ documentIds: z.array(z.string()).max(1000) }),
    z.object({ changed: z.number().int(), failed: z.number().int() }),
  ),
  'backups.remove': job(z.object({ name: z.string() }), z.object({})),
} as const;
