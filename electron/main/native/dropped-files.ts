import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, extname, isAbsolute } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { importExtensions } from '#shared/contract/imports.ts';

const lifetimeMs = 10 * 60_000;
const maxTokens = 1000;

/**
 * Dropped files travel as one-use tokens: the window never names a path, so a page that was taken over can read only
 * what a person has dropped on it, once.
 */
export class DroppedFiles {
  readonly #paths = new Map<string, { path: string; expiresAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Throws for anything but an absolute path: a `File` made by script has none. */
  issue(path: string): string {
    if (!isAbsolute(path)) throw new Error('not a file of the file system');
    const now = this.#now();
    for (const [token, entry] of this.#paths) if (entry.expiresAt <= now) this.#paths.delete(token);
    if (this.#paths.size >= maxTokens) throw new Error('too many dropped files wait to be read');
    const token = randomUUID();
    this.#paths.set(token, { path, expiresAt: now + lifetimeMs });
    return token;
  }

  /**
   * The path behind a token, which is then spent. Only of what a letter may be read from: whatever else was dropped, the
   * backend does not come to see its path.
   *
   * @throws DafuError NOT_FOUND when it is unknown, spent or older than ten minutes; IMPORT_UNSUPPORTED by extension and
   * kind of file
   */
  take(token: string): string {
    const entry = this.#paths.get(token);
    this.#paths.delete(token);
    if (entry === undefined || entry.expiresAt <= this.#now()) {
      throw new DafuError('NOT_FOUND', { what: 'droppedFile', id: token });
    }
    assertLetterFile(entry.path);
    return entry.path;
  }
}

function assertLetterFile(path: string): void {
  const name = basename(path);
  const extension = extname(path).slice(1).toLowerCase();
  // What has gone since it was dropped is told by whoever reads it.
  const isOther = statSync(path, { throwIfNoEntry: false })?.isFile() === false;
  if (isOther) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-a-file' });
  if (!importExtensions.includes(extension)) throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: extension });
}
