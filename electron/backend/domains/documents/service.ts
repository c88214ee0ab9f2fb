import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import type { CommandContext, Environment } from '#backend/context.ts';
import type { CasesService } from '#backend/domains/cases/service.ts';
import type { ImportReportsService } from '#backend/domains/imports/reports.ts';
import { orderKey } from '#backend/domains/sort-keys.ts';
import type { VersionsService } from '#backend/domains/versions/service.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import type { DocumentSummary, DraftFacts, OpenDocument } from '#shared/contract/documents.ts';
import type { VersionInfo } from '#shared/contract/versions.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { Input } from '#shared/contract/index.ts';
import { parseReplyDocument } from '#shared/document/parse.ts';
import { REPLY_SCHEMA, type ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import { withFreshIds } from '#shared/document/walk.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import {
  countDocuments,
  deleteDocument,
  findDocument,
  insertDocument,
  listTitles,
  touchDocument,
  updateDocument,
  updateState,
  updateTitleKey,
  updateTrashedAt,
} from './queries.ts';
import { derive, prepareDraft, type NewDraft, type PreparedDraft } from '#backend/drafts/prepared-draft.ts';
import { rowToSummary, type DocumentRow } from './rows.ts';
import type { DocumentSearch } from './search.ts';

export interface DocumentsService {
  list(db: ReadDb, input: Input<'documents.list'>): DocumentSummary[];
  /** Drafts outside the trash. */
  count(db: ReadDb): number;
  /** @throws DafuError NOT_FOUND, DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE */
  open(db: ReadDb, documentId: string): OpenDocument;
  /** @throws DafuError NOT_FOUND */
  facts(db: ReadDb, documentId: string): DraftFacts;
  /** The letter and its case, for output. */
  read(db: ReadDb, documentId: string): { document: ReplyDocument; caseFacts: CaseFacts };
  /**
   * Stores a new draft under a fresh id, with its first version. Returns the id. Without a `caseId`, the draft is the
   * first letter of a new case.
   */
  add(context: CommandContext, draft: NewDraft, caseId?: string): string;
  addPrepared(context: CommandContext, draft: PreparedDraft, caseId?: string): void;
  duplicate(context: CommandContext, documentId: string): string;
  /** @throws DafuError FORBIDDEN for a finished letter, CONFLICT, NOT_FOUND, DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE */
  save(context: CommandContext, input: Input<'documents.save'>): { version: number; savedAt: number };
  restore(context: CommandContext, input: Input<'versions.restore'>): { version: number };
  /** Number of the newest version. */
  newestVersion(db: ReadDb, documentId: string): number;
  /**
   * Stores the case of a letter, which is that of all letters of the case. Returns what is stored: the due date may have
   * been filled in.
   */
  saveCase(context: CommandContext, documentId: string, facts: CaseFacts): CaseFacts;
  setState(context: CommandContext, input: Input<'documents.setState'>): void;
  setTrashed(context: CommandContext, documentIds: string[], trashed: boolean): void;
  purge(context: CommandContext, documentIds: string[]): void;
  renewSortKeys(db: WriteDb): void;
}

export function createDocumentsService(
  { clock, ids }: Environment,
  services: {
    settings: SettingsService;
    cases: CasesService;
    versions: VersionsService;
    importReports: ImportReportsService;
    search: DocumentSearch;
  },
): DocumentsService {
  const { settings, cases, versions, importReports, search } = services;

  function getRow(db: ReadDb, id: string): DocumentRow {
    const row = findDocument(db, id);
    if (row === undefined) throw new DafuError('NOT_FOUND', { what: 'document', id });
    return row;
  }

  function factsOf(db: ReadDb, row: DocumentRow): DraftFacts {
    return {
      caseFacts: cases.getCase(db, row.case_id),
      state: row.state,
      importReport: importReports.find(db, row.id),
    };
  }

  function readBody(db: ReadDb, row: DocumentRow): { body: string; document: ReplyDocument } {
    const stored = versions.getBody(db, row.id, row.version);
    const document = withDocumentId(row.id, () => parseReplyDocument(stored));
    // A body of the current schema leaves byte for byte as it came in.
    const isCurrent = stored.startsWith(`{"schema":"${REPLY_SCHEMA}"`);
    return { body: isCurrent ? stored : stringifyReplyDocument(document), document };
  }

  function add(context: CommandContext, draft: NewDraft, caseId?: string): string {
    const documentId = ids();
    addPrepared(context, prepareDraft(documentId, draft), caseId);
    return documentId;
  }

  function addPrepared(
    context: CommandContext,
    draft: PreparedDraft,
    caseId = cases.create(context, draft.caseFacts),
  ): void {
    const { db, emit } = context;
    const { documentId, body, title, characters, letterText, report } = draft;
    const author = settings.profile(db);
    insertDocument(db, {
      id: documentId,
      caseId,
      title,
      titleKey: orderKey(title),
      characters,
      version: 1,
      createdAt: clock(),
      updatedBy: author.name,
    });
    const kind = report === null ? 'created' : 'imported';
    versions.add(db, { documentId, version: 1, kind, author, characters, body });
    search.add(db, { documentId, letterText });
    if (report !== null) importReports.put(db, documentId, report);
    emit('documents.changed', { documentIds: [documentId] });
  }

  /** The one way a stored letter changes: compare-and-set, with the version in the same transaction. */
  function replaceBody(
    { db, emit }: CommandContext,
    change: { documentId: string; baseVersion: number; body: string; kind: VersionInfo['kind'] },
  ): { version: number; savedAt: number } {
    const { documentId, baseVersion, body, kind } = change;
    const row = getRow(db, documentId);
    if (kind === 'edit' && versions.getBody(db, documentId, row.version) === body) {
      // Nothing changed, or the answer to this very save was lost and the window sends it again.
      return { version: row.version, savedAt: row.updated_at };
    }
    if (row.version !== baseVersion) {
      throw new DafuError('CONFLICT', { what: 'document', id: documentId, currentVersion: row.version });
    }
    // 已办结: to be read until somebody opens it again.
    if (row.state === 'finished') throw new DafuError('FORBIDDEN', { rule: 'documents.finished' });
    const document = withDocumentId(documentId, () => parseReplyDocument(body));
    if (document.id !== documentId) {
      // The text of another letter: a mix-up in the window must never overwrite this one.
      throw new DafuError('DOCUMENT_INVALID', { id: documentId, issues: [`id: is ${document.id}`] });
    }
    const version = baseVersion + 1;
    const author = settings.profile(db);
    const savedAt = clock();
    const derived = derive(document);
    updateDocument(db, {
      id: documentId,
      baseVersion,
      version,
      ...derived,
      titleKey: orderKey(derived.title),
      updatedAt: savedAt,
      updatedBy: author.name,
    });
    versions.add(db, { documentId, version, kind, author, characters: derived.characters, body });
    search.saved(db, { documentId, version, document });
    emit('documents.changed', { documentIds: [documentId], onlyText: true });
    return { version, savedAt };
  }

  function forEach({ emit }: CommandContext, documentIds: string[], change: (id: string) => number): void {
    for (const id of documentIds) {
      if (change(id) === 0) throw new DafuError('NOT_FOUND', { what: 'document', id });
    }
    emit('documents.changed', { documentIds });
  }

  return {
    list(db, { search: words, state, sort, direction, page }) {
      const filter = {
        trashed: state === 'trash',
        state: state === 'all' || state === 'trash' ? null : state,
        sort,
        direction,
        page,
      };
      return search.find(db, filter, words).map(rowToSummary);
    },
    count: countDocuments,
    open(db, documentId) {
      const row = getRow(db, documentId);
      return {
        id: documentId,
        caseId: row.case_id,
        version: row.version,
        body: readBody(db, row).body,
        ...factsOf(db, row),
      };
    },
    facts: (db, documentId) => factsOf(db, getRow(db, documentId)),
    read(db, documentId) {
      const row = getRow(db, documentId);
      return { document: readBody(db, row).document, caseFacts: cases.getCase(db, row.case_id) };
    },
    add,
    addPrepared,
    duplicate(context, documentId) {
      const row = getRow(context.db, documentId);
      const { document } = readBody(context.db, row);
      return add(context, { document: withFreshIds(document), caseFacts: cases.getCase(context.db, row.case_id) });
    },
    save: (context, input) => replaceBody(context, { ...input, kind: 'edit' }),
    restore(context, { documentId, baseVersion, version }) {
      const old = versions.getBody(context.db, documentId, version);
      const body = stringifyReplyDocument(withDocumentId(documentId, () => parseReplyDocument(old)));
      return { version: replaceBody(context, { documentId, baseVersion, body, kind: 'restore' }).version };
    },
    newestVersion: (db, documentId) => getRow(db, documentId).version,
    saveCase(context, documentId, facts) {
      const { db, emit } = context;
      const { case_id: caseId } = getRow(db, documentId);
      const stored = cases.save(context, caseId, facts);
      touchDocument(db, { id: documentId, updatedAt: clock(), updatedBy: settings.profile(db).name });
      emit('documents.changed', { documentIds: cases.letters(db, caseId).map((letter) => letter.documentId) });
      return stored;
    },
    setState(context, { documentIds, state }) {
      forEach(context, documentIds, (id) => updateState(context.db, { id, state }));
    },
    setTrashed(context, documentIds, trashed) {
      const trashedAt = trashed ? clock() : null;
      forEach(context, documentIds, (id) => updateTrashedAt(context.db, { id, trashedAt }));
    },
    purge(context, documentIds) {
      forEach(context, documentIds, (id) => {
        const row = getRow(context.db, id);
        if (row.trashed_at === null) throw new DafuError('FORBIDDEN', { rule: 'documents.purge' });
        const gone = deleteDocument(context.db, id);
        cases.letterGone(context, row.case_id);
        return gone;
      });
    },
    renewSortKeys(db) {
      for (const { id, title } of listTitles(db)) updateTitleKey(db, { id, titleKey: orderKey(title) });
    },
  };
}

/** Names the draft in errors about its text; the text itself may name none, or another. */
function withDocumentId<T>(id: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DafuError)) throw error;
    if (error.code === 'DOCUMENT_INVALID') {
      const { issues } = error.details as { issues: string[] };
      throw new DafuError('DOCUMENT_INVALID', { id, issues }, { cause: error });
    }
    if (error.code === 'DOCUMENT_FROM_FUTURE') {
      const { schema } = error.details as { schema: string };
      throw new DafuError('DOCUMENT_FROM_FUTURE', { id, schema }, { cause: error });
    }
    throw error;
  }
}
