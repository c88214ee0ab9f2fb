import Database from 'better-sqlite3';
import { mapDatabaseError } from './errors.ts';

/** The driver's own handle; only files in `db/` touch it. */
export type RawDatabase = Database.Database;

export type SqlValue = string | number | null;
export type SqlParameters = Record<string, SqlValue>;

declare const readBrand: unique symbol;
declare const writeBrand: unique symbol;

/** A handle on a read-only connection: SQLite itself refuses writes through it. */
export interface ReadDb {
  readonly [readBrand]: true;
  all<Row>(sql: string, parameters?: SqlParameters): Row[];
  get<Row>(sql: string, parameters?: SqlParameters): Row | undefined;
}

/** A handle that lives inside one transaction. */
export interface WriteDb extends ReadDb {
  readonly [writeBrand]: true;
  /** Returns the number of rows changed. */
  run(sql: string, parameters?: SqlParameters): number;
}

/** Opens a connection. @throws DafuError when the file cannot be opened or is not a database */
export function openDatabase(path: string, options: { readonly: boolean; busyTimeoutMs: number }): RawDatabase {
  return withDatabaseErrors(path, () => {
    const database = new Database(path, {
      readonly: options.readonly,
      fileMustExist: options.readonly,
      timeout: options.busyTimeoutMs,
    });
    try {
      database.pragma('foreign_keys = ON');
      database.pragma('trusted_schema = OFF');
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

/** Wraps a connection for domain code: statements are prepared once, parameters always bound, errors mapped. */
export function createHandle(database: RawDatabase): WriteDb {
  const statements = new Map<string, Database.Statement<[SqlParameters]>>();
  const run = <T>(sql: string, work: (statement: Database.Statement<[SqlParameters]>) => T): T =>
    withDatabaseErrors(database.name, () => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = database.prepare<[SqlParameters]>(sql);
        statements.set(sql, statement);
      }
      return work(statement);
    });
  return {
    all: (sql, parameters = {}) => run(sql, (statement) => statement.all(parameters)),
    get: (sql, parameters = {}) => run(sql, (statement) => statement.get(parameters)),
    run: (sql, parameters = {}) => run(sql, (statement) => statement.run(parameters).changes),
  } as WriteDb;
}

export function withDatabaseErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw mapDatabaseError(error, path);
  }
}
