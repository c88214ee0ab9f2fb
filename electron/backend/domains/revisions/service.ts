import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { Environment } from '#backend/context.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { Profile } from '#shared/contract/settings.ts';
import type { RevisionInfo } from '#shared/contract/revisions.ts';
import { deleteRevision, findBody, insertRevision, listRevisions, nameRevision } from './queries.ts';
import { rowToRevision } from './rows.ts';
import { superfluousRevisions } from './thinning.ts';

/** Thinning looks at every revision of the draft; that often is soon enough. */
const THIN_EVERY = 10;

export interface RevisionsService {
  list(db: ReadDb, documentId: string): RevisionInfo[];
  /** The text of a revision as stored. @throws DafuError NOT_FOUND */
  getBody(db: ReadDb, documentId: string, revision: number): string;
  /** Belongs in the transaction that changes the draft. */
  add(
    db: WriteDb,
    revision: {
      documentId: string;
      revision: number;
      kind: RevisionInfo['kind'];
      author: Profile;
      characters: number;
      body: string;
    },
  ): void;
  name(db: WriteDb, documentId: string, revision: number, name: string): void;
}

export function createRevisionsService({ clock }: Environment): RevisionsService {
  return {
    list: (db, documentId) => listRevisions(db, documentId).map(rowToRevision),
    getBody(db, documentId, revision) {
      const body = findBody(db, documentId, revision);
      if (body === undefined) throw new DafuError('NOT_FOUND', { what: 'revision', id: `${documentId}/${revision}` });
      return body;
    },
    add(db, { author, ...revision }) {
      const now = clock();
      insertRevision(db, { ...revision, createdAt: now, author: author.name, authorId: author.authorId });
      if (revision.revision % THIN_EVERY !== 0) return;
      const revisions = listRevisions(db, revision.documentId).map(rowToRevision);
      for (const old of superfluousRevisions(revisions, now)) deleteRevision(db, revision.documentId, old);
    },
    name(db, documentId, revision, name) {
      const changed = nameRevision(db, { documentId, revision, name });
      if (changed === 0) throw new DafuError('NOT_FOUND', { what: 'revision', id: `${documentId}/${revision}` });
    },
  };
}
