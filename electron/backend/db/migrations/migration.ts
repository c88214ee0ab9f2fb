export interface Migration {
  /** The `user_version` the database has afterwards. */
  version: number;
  name: string;
  /** SQL script; runs with foreign keys switched off, inside the transaction of the whole run. */
  up: string;
}
