import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { Environment } from '#backend/context.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { Profile } from '#shared/contract/settings.ts';
import type { VersionInfo } from '#shared/contract/versions.ts';
import { deleteVersion, findBody, insertVersion, listVersions, nameVersion } from './queries.ts';
import { rowToVersion } from './rows.ts';
import { superfluousVersions } from './thinning.ts';

/** Thinning looks at every version of the draft; that often is soon enough. */
const THIN_EVERY = 10;

export interface VersionsService {
  list(db: ReadDb, documentId: string): VersionInfo[];
  /** The text of a version as stored. @throws DafuError NOT_FOUND */
  getBody(db: ReadDb, documentId: string, version: number): string;
  /** Belongs in the transaction that changes the draft. */
  add(
    db: WriteDb,
    version: {
      documentId: string;
      version: number;
      kind: VersionInfo['kind'];
      author: Profile;
      characters: number;
      body: string;
    },
  ): void;
  /** @throws DafuError NOT_FOUND */
  name(db: WriteDb, documentId: string, version: number, name: string): VersionInfo;
}

export function createVersionsService({ clock }: Environment): VersionsService {
  return {
    list: (db, documentId) => listVersions(db, documentId).map(rowToVersion),
    getBody(db, documentId, version) {
      const body = findBody(db, documentId, version);
      if (body === undefined) throw new DafuError('NOT_FOUND', { what: 'version', id: `${documentId}/${version}` });
      return body;
    },
    add(db, { author, ...version }) {
      const now = clock();
      insertVersion(db, { ...version, createdAt: now, author: author.name, authorId: author.authorId });
      if (version.version % THIN_EVERY !== 0) return;
      const versions = listVersions(db, version.documentId).map(rowToVersion);
      for (const old of superfluousVersions(versions, now)) deleteVersion(db, version.documentId, old);
    },
    name(db, documentId, version, name) {
      const row = nameVersion(db, { documentId, version, name });
      if (row === undefined) throw new DafuError('NOT_FOUND', { what: 'version', id: `${documentId}/${version}` });
      return rowToVersion(row);
    },
  };
}
