import { setImmediate as breather } from 'node:timers/promises';
import type { DomainHandlers } from '#backend/context.ts';
import type { exportProcedures } from '#shared/contract/exports.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { ImportReportsService } from '#backend/domains/imports/reports.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { itemFailure, type Failure } from '#backend/failure.ts';
import { DafuError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { ExportedFile, ExportFormat } from '#shared/contract/exports.ts';
import { openPoints } from '#shared/document/open-points.ts';
import { titleText } from '#shared/document/plain-text.ts';
import type { Redaction } from '#shared/document/redaction/public-version.ts';
import { reviewCounts } from '#shared/document/review-state.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import {
  letterFileName,
  planTargets,
  refuseExisting,
  withPublicSuffix,
  writeTarget,
  type Target,
} from '#backend/export/targets.ts';
import {
  findingsOf,
  publicationRefusal,
  treatLetter,
  type TreatedLetter,
  type Treatment,
} from '#backend/export/treatment.ts';
import type { LetterWriters } from '#backend/export/writers.ts';
import type { WrittenFiles } from '#backend/files/written-files.ts';

type Treated = Pick<Input<'exports.run'>, 'review' | 'publication'>;
type Planned = Pick<Input<'exports.run'>, 'documentIds' | 'formats' | 'namePattern'> & Treated;

interface FailedLetter {
  documentId: string;
  format: ExportFormat;
  error: Failure;
}

/** Of a letter as a whole, found before anything is written. */
const refusals = new Set<ErrorCode>(['REVIEW_OPEN', 'PUBLICATION_REFUSED']);

export function createExportsDomain(
  { host, logger, ids }: Ground,
  services: {
    documents: DocumentsService;
    importReports: ImportReportsService;
    settings: SettingsService;
    writers: LetterWriters;
    writtenFiles: WrittenFiles;
  },
): Domain<keyof typeof exportProcedures> {
  const { documents, importReports, settings, writers, writtenFiles } = services;

  const treatmentOf = ({ review, publication }: Treated, documentId: string): Treatment => ({
    review: review ?? 'refuse',
    publication: publication && {
      options: publication.options,
      decisions: publication.decisions[documentId] ?? {},
    },
  });

  function treated(db: ReadDb, input: Treated, documentId: string, unit: UnitSettings): TreatedLetter {
    return treatLetter({ ...documents.read(db, documentId), unit }, treatmentOf(input, documentId));
  }

  /** The files of the letters that can be written; the others fail by themselves, each with its first format. */
  async function plan(db: ReadDb, input: Planned): Promise<{ targets: Target<string>[]; failed: FailedLetter[] }> {
    const folder = settings.exportFolder(db);
    if (folder === null) throw new DafuError('FORBIDDEN', { rule: 'exports.folderMissing' });
    const unit = settings.unit(db);
    const letters: { id: string; name: string }[] = [];
    const failed: FailedLetter[] = [];
    for (const id of input.documentIds) {
      await breather();
      try {
        const { document, caseFacts, isPublic } = treated(db, input, id, unit);
        const name = withPublicSuffix(letterFileName(input.namePattern, document, caseFacts), isPublic);
        letters.push({ id, name });
      } catch (error) {
        if (!isDafuError(error) || !refusals.has(error.code)) throw error;
        failed.push({ documentId: id, format: input.formats[0]!, error: itemFailure(error, logger, 'export.failed') });
      }
    }
    return { targets: planTargets(folder, letters, input.formats), failed };
  }

  const handlers: DomainHandlers<keyof typeof exportProcedures> = {
    'exports.getFolder': (_input, { db }) => ({ folder: settings.exportFolder(db) }),
    async 'exports.pickFolder'(_input, context) {
      const folder = await host.pickFolder({ startAt: settings.exportFolder(context.db) });
      if (folder !== null) context.write((command) => settings.saveExportFolder(command, folder));
      return { folder };
    },
    async 'exports.review'({ documentIds }, { db }) {
      const letters: Output<'exports.review'>['letters'] = [];
      for (const documentId of documentIds) {
        await breather();
        const { document, caseFacts } = documents.read(db, documentId);
        letters.push({
          documentId,
          title: titleText(document),
          review: reviewCounts(document),
          disclosure: document.head.disclosure?.kind ?? null,
          refusal: publicationRefusal(document),
          open: openPoints(document, caseFacts, importReports.find(db, documentId)),
        });
      }
      return { letters };
    },
    async 'exports.findPersonalData'({ documentIds, review, options }, { db }) {
      const letters: Output<'exports.findPersonalData'>['letters'] = [];
      for (const documentId of documentIds) {
        await breather();
        letters.push({ documentId, findings: findingsOf(documents.read(db, documentId), review, options) });
      }
      return { letters };
    },
    async 'exports.plan'(input, { db }) {
      const { targets } = await plan(db, input);
      const files = targets.map(({ id, format, name, exists }) => ({
        documentId: id,
        format,
        name,
        exists,
      }));
      return { files };
    },
    async 'exports.run'({ overwrite, pdfStandard, form, ...input }, context) {
      const { targets, failed } = await plan(context.db, input);
      if (!overwrite) refuseExisting(targets);
      const stored = settings.unit(context.db);
      const unit = { ...stored, form: form ?? stored.form };
      const files: ExportedFile[] = [];
      const redacted = new Map<string, Redaction[]>();
      for (const [index, target] of targets.entries()) {
        context.progress({ done: index, total: targets.length, label: target.name });
        // Lets a cancel in: making a letter does not yield.
        await breather();
        context.signal.throwIfAborted();
        const { id: documentId, format, path } = target;
        try {
          const letter = treated(context.db, input, documentId, unit);
          const { bytes, substitutions } = await writers.write(format, letter, pdfStandard);
          writeTarget(target, bytes, overwrite, ids());
          const fileId = ids();
          writtenFiles.add(fileId, path);
          files.push({ documentId, format, path, fileId, bytes: bytes.length, substitutions });
          if (letter.isPublic) redacted.set(documentId, letter.redactions);
        } catch (error) {
          failed.push({ documentId, format, error: itemFailure(error, logger, 'export.failed') });
        }
      }
      context.progress({ done: targets.length, total: targets.length, label: '' });
      const lists = [...redacted].map(([documentId, redactions]) => ({ documentId, redactions }));
      return { files, failed, redacted: lists };
    },
    async 'exports.open'({ fileId }) {
      await host.openPath({ path: writtenFiles.path(fileId) });
      return {};
    },
    async 'exports.reveal'({ fileId }) {
      await host.revealFile({ path: writtenFiles.path(fileId) });
      return {};
    },
  };
  return { service: null, handlers };
}
