import type { z } from 'zod';
import { appProcedures } from './app.ts';
import { backupProcedures } from './backups.ts';
import { caseProcedures } from './cases.ts';
import { documentProcedures } from './documents.ts';
import { exportProcedures } from './exports.ts';
import { formProcedures } from './forms.ts';
import { importProcedures } from './imports.ts';
import type { JobProgress } from './procedure.ts';
import { previewProcedures } from './preview.ts';
import { versionProcedures } from './versions.ts';
import { settingsProcedures } from './settings.ts';
import { sheetProcedures } from './sheets.ts';
import { templateProcedures } from './templates.ts';

/** Every procedure of the backend, each declared once: names, kinds, types and validation come from here. */
export const contract = {
  ...appProcedures,
  ...backupProcedures,
  ...settingsProcedures,
  ...documentProcedures,
  ...caseProcedures,
  ...versionProcedures,
  ...templateProcedures,
  ...formProcedures,
  ...importProcedures,
  ...exportProcedures,
  ...previewProcedures,
  ...sheetProcedures,
} as const;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
export type Input<P extends ProcedureName> = z.infer<Contract[P]['input']>;
export type Output<P extends ProcedureName> = z.infer<Contract[P]['output']>;
export type NamesOfKind<K extends 'query' | 'command' | 'job'> = {
  [P in ProcedureName]: Contract[P]['kind'] extends K ? P : never;
}[ProcedureName];

/** The part of an AbortSignal a job needs; `shared` knows neither DOM nor Node types. */
export interface CancelSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface JobContext {
  signal: CancelSignal;
  progress(step: JobProgress): void;
}
