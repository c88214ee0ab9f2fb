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
  /** False until the first-start assistant was finished or skipped. */
  unitConfigured: z.boolean(),
});
export type AppStatus = z.infer<typeof appStatusSchema>;

export const backupSchema = z.object({
  /** File name inside the backup folder. */
  name: z.string(),
  createdAt: z.number(),
  bytes: z.number(),
  reason: z.enum(['periodic', 'close', 'migration', 'manual', 'restore']),
  documents: z.number().int(),
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
  'backups.list': query(z.object({}), z.array(backupSchema)),
  'backups.create': job(z.object({}), backupSchema),
  /** The present store is saved first (reason `restore`), so that a restore can itself be undone. */
  'backups.restore': job(z.object({ name: z.string() }), z.object({ documents: z.number().int() })),
  /** Only in `needsAttention` with a corrupt store: moves it aside and starts from the newest good backup, or empty. */
  'app.recover': job(
    z.object({ from: z.enum(['newest-backup', 'empty']) }),
    z.object({ movedTo: z.string(), documents: z.number().int() }),
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
