import Database from 'better-sqlite3';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#backend/testing/backend.ts';
import { createHandle, openDatabase } from './driver.ts';
import { mapDatabaseError } from './errors.ts';

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return expect.unreachable('nothing was thrown');
}

describe('failures of SQLite', () => {
  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_READONLY', 'DATABASE_READONLY'],
    ['SQLITE_READONLY_DBMOVED', 'DATABASE_READONLY'],
    ['SQLITE_CORRUPT', 'DATABASE_CORRUPT'],
    ['SQLITE_CORRUPT_INDEX', 'DATABASE_CORRUPT'],
    ['SQLITE_NOTADB', 'DATABASE_CORRUPT'],
    ['SQLITE_IOERR_SHORT_READ', 'DATABASE_CORRUPT'],
    ['SQLITE_BUSY', 'DATABASE_LOCKED'],
    ['SQLITE_BUSY_RECOVERY', 'DATABASE_LOCKED'],
    ['SQLITE_LOCKED', 'DATABASE_LOCKED'],
    ['SQLITE_CANTOPEN', 'DATA_FOLDER_UNUSABLE'],
    ['SQLITE_CANTOPEN_ISDIR', 'DATA_FOLDER_UNUSABLE'],
    ['SQLITE_IOERR_WRITE', 'DATA_FOLDER_UNUSABLE'],
    ['SQLITE_PERM', 'DATA_FOLDER_UNUSABLE'],
  ])('%s is told as %s', (code, expected) => {
    const mapped = mapDatabaseError(new Database.SqliteError('the words of SQLite', code), '/data/dafu.db');
    expect(mapped).toMatchObject({ code: expected, details: { path: '/data/dafu.db' } });
  });

  it('that are mistakes of ours stay what they are', () => {
    for (const code of ['SQLITE_ERROR', 'SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_MISUSE']) {
      const error = new Database.SqliteError('m', code);
      expect(mapDatabaseError(error, 'p')).toBe(error);
    }
  });

  it('are recognised when they really happen', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.db');
    const database = openDatabase(path, { readonly: false, busyTimeoutMs: 0 });
    database.exec('CREATE TABLE t (a TEXT) STRICT');

    const reader = openDatabase(path, { readonly: true, busyTimeoutMs: 0 });
    expect(caught(() => createHandle(reader).run("INSERT INTO t VALUES ('x')"))).toMatchObject({
      code: 'DATABASE_READONLY',
    });

    database.pragma('max_page_count = 2');
    const big = { text: 'x'.repeat(100_000) };
    expect(caught(() => createHandle(database).run('INSERT INTO t VALUES (:text)', big))).toMatchObject({
      code: 'DISK_FULL',
    });

    database.exec('BEGIN EXCLUSIVE');
    expect(caught(() => createHandle(reader).all('SELECT * FROM t'))).toMatchObject({ code: 'DATABASE_LOCKED' });
    reader.close();
    database.close();

    const notADatabase = join(folder, 'b.db');
    writeFileSync(notADatabase, 'plain text, and enough of it to fill a header of one hundred bytes. '.repeat(4));
    const open = openDatabase(notADatabase, { readonly: false, busyTimeoutMs: 0 });
    expect(caught(() => createHandle(open).all('SELECT * FROM t'))).toMatchObject({ code: 'DATABASE_CORRUPT' });
    open.close();

    mkdirSync(join(folder, 'c.db'));
    expect(caught(() => openDatabase(join(folder, 'c.db'), { readonly: false, busyTimeoutMs: 0 }))).toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    });
    expect(caught(() => openDatabase(join(folder, 'd.db'), { readonly: true, busyTimeoutMs: 0 }))).toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    });
    expect(existsSync(join(folder, 'd.db'))).toBe(false);
  });
});
