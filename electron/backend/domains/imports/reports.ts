import type { ReadDb, WriteDb } from '#backend/db/driver.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { importReportSchema, type ImportReport } from '#shared/domain/import-report.ts';
import { findReport, findSameFile, putReport } from './queries.ts';

/** What an import did, kept beside the draft it made. */
export interface ImportReportsService {
  find(db: ReadDb, documentId: string): ImportReport | null;
  /** Drafts outside the trash that were imported from the very same file. */
  sameFile(db: ReadDb, documentId: string): { documentId: string; title: string; createdAt: number }[];
  /** `report` is its JSON. */
  put(db: WriteDb, documentId: string, report: string): void;
  /**
   * `isUndone` false: the changes hold again. Returns what is stored.
   *
   * @throws DafuError NOT_FOUND for a draft that was not imported, or a change its report does not have
   */
  markUndone(db: WriteDb, documentId: string, changeIds: string[], isUndone: boolean): ImportReport;
  /**
   * `warning` is the place of a warning in the report. Returns what is stored.
   *
   * @throws DafuError NOT_FOUND for a draft that was not imported, or a warning its report does not have
   */
  markChecked(db: WriteDb, documentId: string, warning: number, isChecked: boolean): ImportReport;
}

export function createImportReportsService(): ImportReportsService {
  function find(db: ReadDb, documentId: string): ImportReport | null {
    const text = findReport(db, documentId);
    return text === undefined ? null : importReportSchema.parse(JSON.parse(text));
  }
  function get(db: ReadDb, documentId: string): ImportReport {
    const report = find(db, documentId);
    if (report === null) throw new DafuError('NOT_FOUND', { what: 'importReport', id: documentId });
    return report;
  }
  function replace(db: WriteDb, documentId: string, report: ImportReport): ImportReport {
    putReport(db, documentId, JSON.stringify(report));
    return report;
  }
  return {
    find,
    sameFile: (db, documentId) =>
      findSameFile(db, documentId).map((row) => ({ documentId: row.id, title: row.title, createdAt: row.created_at })),
    put: putReport,
    markUndone(db, documentId, changeIds, isUndone) {
      const report = get(db, documentId);
      const known = new Set(report.changes.map(({ id }) => id));
      const stranger = changeIds.find((id) => !known.has(id));
      if (stranger !== undefined) throw new DafuError('NOT_FOUND', { what: 'importChange', id: stranger });
      const others = report.undone.filter((id) => !changeIds.includes(id));
      const undone = isUndone ? [...others, ...new Set(changeIds)] : others;
      return replace(db, documentId, { ...report, undone });
    },
    markChecked(db, documentId, warning, isChecked) {
      const report = get(db, documentId);
      if (report.warnings[warning] === undefined) {
        throw new DafuError('NOT_FOUND', { what: 'importWarning', id: String(warning) });
      }
      const others = (report.checked ?? []).filter((index) => index !== warning);
      const checked = isChecked ? [...others, warning] : others;
      return replace(db, documentId, { ...report, checked });
    },
  };
}
