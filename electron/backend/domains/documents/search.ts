import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { VersionsService } from '#backend/domains/versions/service.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { membersText } from '#shared/document/fields.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { sessionText, type CaseFacts } from '#shared/domain/case.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import {
  findCaseText,
  insertSearchText,
  listStale,
  listSummaries,
  updateCaseText,
  updateLetterText,
  type SummaryFilter,
} from './queries.ts';
import type { SummaryRow } from './rows.ts';
import { letterKey, searchKey } from '#backend/drafts/search-key.ts';

/** More words than anybody looks for; each costs a pass over all letters. */
const MAX_NEEDLES = 8;

/** A draft that is saved so often without a new search text gets one. */
const REFRESH_EVERY = 50;

const unreadableCodes = new Set<ErrorCode>(['DOCUMENT_FROM_FUTURE', 'DOCUMENT_INVALID']);

/**
 * The texts drafts are found by. Writing one takes as long as writing the letter itself, so an autosave does not: the
 * search text falls behind, and a search reads such letters themselves. They are few, because the texts are brought up
 * to date when the store is opened and every {@link REFRESH_EVERY} saves.
 */
export interface DocumentSearch {
  add(db: WriteDb, draft: { documentId: string; letterText: string; caseFacts: CaseFacts }): void;
  /** To be told of every new version. */
  saved(db: WriteDb, draft: { documentId: string; version: number; document: ReplyDocument }): void;
  caseSaved(db: WriteDb, documentId: string, caseFacts: CaseFacts): void;
  /** Rows of the desk that hold all words of `search`, newest change first. */
  find(db: ReadDb, filter: Omit<SummaryFilter, 'needles'>, search: string): SummaryRow[];
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

  function matchesNow(db: ReadDb, { id, version }: SummaryRow, needles: readonly string[]): boolean {
    const texts = [letterText(db, id, version) ?? '', findCaseText(db, id) ?? ''];
    return needles.every((needle) => texts.some((text) => text.includes(needle)));
  }

  return {
    add(db, { documentId, letterText, caseFacts }) {
      insertSearchText(db, { documentId, version: 1, letterText, caseText: caseKey(caseFacts) });
    },
    saved(db, { documentId, version, document }) {
      if (version % REFRESH_EVERY === 0) {
        updateLetterText(db, { documentId, version, letterText: letterKey(document) });
      }
    },
    caseSaved: (db, documentId, caseFacts) => updateCaseText(db, { documentId, caseText: caseKey(caseFacts) }),
    find(db, filter, search) {
      const needles = needlesOf(search);
      const rows = listSummaries(db, { ...filter, needles });
      if (needles.length === 0) return rows;
      return rows.filter((row) => row.is_stale === 0 || matchesNow(db, row, needles));
    },
    catchUp(db) {
      for (const { id: documentId, version } of listStale(db)) {
        const text = letterText(db, documentId, version);
        if (text !== undefined) updateLetterText(db, { documentId, version, letterText: text });
      }
    },
  };
}

function caseKey(facts: CaseFacts): string {
  const parts = [facts.number, facts.title, sessionText(facts), membersText(facts), ...facts.coUnits, facts.hostUnit];
  return searchKey(parts.join('\n'));
}

function needlesOf(search: string): string[] {
  return search
    .split(/\s+/)
    .map(searchKey)
    .filter((needle) => needle !== '')
    .slice(0, MAX_NEEDLES);
}
