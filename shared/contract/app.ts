import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { job, query } from './procedure.ts';
import { errorCodes, type ErrorCode } from './errors.ts';

/**
 * `needsAttention`: the backend is up and answers `app.status`, but the store is not open; `problem` says why. Every
 * other procedure then answers with that same error.
 */
export const appStatusSchema = z.object({
  state: z.enum(['ready', 'needsAttention']),
  problem: z.object({ code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]), details: z.unknown() }).nullable(),
  dataFolder: z.string(),
  appVersion: z.string(),
  databaseVersion: z.number().int(),
  /** A restore that did not end, and whether what is open now is what it put in place. Until the next start. */
  interruptedRestore: z.enum(['applied', 'notApplied']).nullable(),
  /** False until the first-start assistant was finished or skipped. */
  unitConfigured: z.boolean(),
});
export type AppStatus = z.infer<typeof appStatusSchema>;

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

export const doctorReportSchema = z.object({
  versions: z.record(z.string(), z.string()),
  /** Of a Linux session; null on other systems. */
  desktop: z
    .object({ display: z.string().nullable(), wayland: z.string().nullable(), inputMethod: z.string().nullable() })
    .nullable(),
  dataFolder: z.string(),
  integrity: z.enum(['ok', 'damaged', 'unknown']),
  integrityMessages: z.array(z.string()),
  fonts: z.array(
    z.object({ wanted: z.string(), role: z.string(), found: z.boolean(), substitute: z.string().nullable() }),
  ),
});
export type DoctorReport = z.infer<typeof doctorReportSchema>;

export const appProcedures = {
  'app.status': query(z.object({}), appStatusSchema),
  'app.doctor': query(z.object({}), doctorReportSchema),
  /** Newest content first. */
  'backups.list': query(z.object({}), z.array(backupSchema)),
  'backups.create': job(z.object({}), backupSchema),
  /** The present store is saved first (reason `restore`), so that a restore can itself be undone. */
  'backups.restore': job(z.object({ name: z.string() }), z.object({ documents: z.number().int() })),
  /** After a purge: takes the letters out of the backups too. `failed` counts those that could not be searched. */
  'backups.forget': job(
    z.object({ documentIds: z.array(z.string()).max(1000) }),
    z.object({ changed: z.number().int(), failed: z.number().int() }),
  ),
  'backups.remove': job(z.object({ name: z.string() }), z.object({})),
  /** What a missing or damaged store may be got back from, newest content first, each looked into. */
  'app.copies': query(z.object({}), z.array(storeCopySchema)),
  /**
   * Only in `needsAttention` with a missing or corrupt store: opens a copy of what `app.copies` names, or (null) an empty
   * store. What is there is moved aside, never deleted; `movedTo` says where, null when there was nothing.
   */
  'app.recover': job(
    z.object({ copy: z.string().nullable() }),
    z.object({ movedTo: z.string().nullable(), documents: z.number().int() }),
  ),
  /** Tries to open the store again (folder came back, lock gone). */
  'app.retryOpen': job(z.object({}), appStatusSchema),
  'app.openDataFolder': job(z.object({}), z.object({})),
  /**
   * Asks for a place and writes the given text there, and beside it `document` with the case: the last resort when a
   * draft cannot be saved. The second file can be imported and gives the whole draft back.
   */
  'app.saveRescueFile': job(
    z.object({
      suggestedName: z.string().max(200),
      text: z.string(),
      document: z.string(),
      caseFacts: caseFactsSchema.optional(),
    }),
    z.object({ saved: z.boolean() }),
  ),
} as const;
