import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { always, job, query } from './procedure.ts';
import { storeCopySchema } from './backups.ts';
import { failureSchema } from './errors.ts';

/**
 * `needsAttention`: the backend is up and answers `app.status`, but the store is not open; `problem` says why. Every
 * other procedure then answers with that same error.
 */
export const appStatusSchema = z.object({
  state: z.enum(['ready', 'needsAttention']),
  problem: failureSchema.nullable(),
  dataFolder: z.string(),
  appVersion: z.string(),
  databaseVersion: z.number().int(),
  /** A restore that did not end, and whether what is open now is what it put in place. Until the next start. */
  interruptedRestore: z.enum(['applied', 'notApplied']).nullable(),
  /** False until the first-start assistant was finished or skipped. */
  unitConfigured: z.boolean(),
});
export type AppStatus = z.infer<typeof appStatusSchema>;

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
  'app.status': query(z.object({}), appStatusSchema, {
    on: { 'settings.changed': (_input, { keys }) => keys.includes('unitConfigured') },
  }),
  'app.doctor': query(z.object({}), doctorReportSchema, { outside: true }),
  /** What a missing or damaged store may be got back from, newest content first, each looked into. */
  'app.copies': query(z.object({}), z.array(storeCopySchema), { on: { 'backups.changed': always } }),
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
