import { changesEverywhere } from './0002-changes-everywhere.ts';

/**
 * Steps from schema version n to n + 1, in order: `migrations[0]` leads from 1 to 2. Each is a pure function that
 * changes only what it must and also rewrites the `schema` property. Never edit one that was released.
 */
export const migrations: readonly ((document: Record<string, unknown>) => Record<string, unknown>)[] = [
  changesEverywhere,
];

/** The version this program reads and writes. */
export const REPLY_SCHEMA_VERSION = migrations.length + 1;
