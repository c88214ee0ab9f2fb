import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { VersionsService } from '#backend/domains/versions/service.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import {
  findCaseText,
  insertSearchText,
  listStale,
  listSummaries,
  updateLetterText,
  type SummaryFilter,
} from './queries.ts';
import type { SummaryRow } from './rows.ts';
import { letterKey, needlesOf } from '#backend/drafts/search-key.ts';

/** A draft that is saved so often without a new search text gets one. */
const REFRESH_EVERY = 50;

const unreadableCodes = new Set<ErrorCode>(['DOCUMENT_FROM_FUTURE', 'DOCUMENT_INVALID']);

/**
 * The texts drafts are found by. Writing one takes as long as writing the letter itself, so an autosave does not: the
 * search text falls behind, and a search reads such letters themselves. They are few, because the texts are brought up
 * to date when the store is opened and every {@link REFRESH_EVERY} saves.
 */
export interface DocumentSearch {
  add(db: WriteDb, draft: { documentId: string; letterText: string }): void;
  /** To be told of every new version. */
  saved(db: WriteDb, draft: { documentId: string; version: number; document: ReplyDocument }): void;
  /** Rows of the desk that hold all words of `search`. */
  find(db: ReadDb, filter: Omit<SummaryFilter, 'needles' | 'alsoIds'>, search: string): SummaryRow[];
  catchUp(db: WriteDb): void;
}

export function createDocumentSearch(versions: VersionsService): DocumentSearch {
  /** Undefined for a letter this version cannot read: it is told when somebody opens it, and is no reason to stop. */
  function letterText(db: ReadDb, documentId: string, version: number): string | undefined {
    const body = versions.getBody(db, documentId, version);
    try {
      return letterKey(parseReplyDocument(body));
    } catch (error) {
      if (isDafuError(error) && unreadableCodes.has(error.code)) return undefined;
      throw error;
    }
  }

  function matchesNow(
    db: ReadDb,
    { id, version }: { id: string; version: number },
    needles: readonly string[],
  ): boolean {
    const texts = [letterText(db, id, version) ?? '', findCaseText(db, id) ?? ''];
    return needles.every((needle) => texts.some((text) => text.includes(needle)));
  }

  return {
    add(db, { documentId, letterText }) {
      insertSearchText(db, { documentId, version: 1, letterText });
    },
    saved(db, { documentId, version, document }) {
      if (version % REFRESH_EVERY === 0) {
        updateLetterText(db, { documentId, version, letterText: letterKey(document) });
      }
    },
    find(db, filter, search) {
      const needles = needlesOf(search);
      const behind = needles.length === 0 ? [] : listStale(db).filter((draft) => matchesNow(db, draft, needles));
      return listSummaries(db, { ...filter, needles, alsoIds: behind.map(({ id }) => id) });
    },
    catchUp(db) {
      for (const { id: documentId, version } of listStale(db)) {
        const text = letterText(db, documentId, version);
        if (text !== undefined) updateLetterText(db, { documentId, version, letterText: text });
      }
    },
  };
}
