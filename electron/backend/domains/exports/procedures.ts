import { setImmediate } from 'node:timers/promises';
import type { DomainHandlers, Environment } from '#backend/context.ts';
import type { ReadDb } from '#backend/db/driver.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { itemFailure, type Failure } from '#backend/failure.ts';
import type { Logger } from '#backend/log.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { ExportedFile, ExportFormat } from '#shared/contract/transfer.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import { letterFileName, planTargets, refuseExisting, writeTarget, type Target } from './targets.ts';
import type { LetterWriters } from './writers.ts';
import type { WrittenFiles } from './written-files.ts';

export type ExportsProcedure =
  'exports.getFolder' | 'exports.pickFolder' | 'exports.plan' | 'exports.run' | 'exports.open' | 'exports.reveal';

export function exportsHandlers(
  { ids }: Environment,
  services: {
    documents: DocumentsService;
    settings: SettingsService;
    writers: LetterWriters;
    writtenFiles: WrittenFiles;
    host: HostServices;
    logger: Logger;
  },
): DomainHandlers<ExportsProcedure> {
  const { documents, settings, writers, writtenFiles, host, logger } = services;

  function plan(
    db: ReadDb,
    input: { documentIds: string[]; formats: ExportFormat[]; namePattern: string },
  ): Target<string>[] {
    const folder = settings.exportFolder(db);
    if (folder === null) throw new DafuError('FORBIDDEN', { rule: 'exports.folderMissing' });
    const letters = input.documentIds.map((id) => {
      const { document, caseFacts } = documents.read(db, id);
      return { id, name: letterFileName(input.namePattern, document, caseFacts) };
    });
    return planTargets(folder, letters, input.formats);
  }

  return {
    'exports.getFolder': (_input, { db }) => ({ folder: settings.exportFolder(db) }),
    async 'exports.pickFolder'(_input, context) {
      const folder = await host.pickFolder({ startAt: settings.exportFolder(context.db) });
      if (folder !== null) context.write((command) => settings.saveExportFolder(command, folder));
      return { folder };
    },
    'exports.plan'(input, { db }) {
      const files = plan(db, input).map(({ id, format, name, exists }) => ({ documentId: id, format, name, exists }));
      return { files };
    },
    async 'exports.run'({ overwrite, pdfStandard, form, ...input }, context) {
      const targets = plan(context.db, input);
      if (!overwrite) refuseExisting(targets);
      const stored = settings.unit(context.db);
      const unit = { ...stored, form: form ?? stored.form };
      const files: ExportedFile[] = [];
      const failed: { documentId: string; format: ExportFormat; error: Failure }[] = [];
      for (const [index, target] of targets.entries()) {
        context.progress({ done: index, total: targets.length, label: target.name });
        // Lets a cancel in: making a letter does not yield.
        await setImmediate();
        context.signal.throwIfAborted();
        const { id: documentId, format, path } = target;
        try {
          const letter = { ...documents.read(context.db, documentId), unit };
          const { bytes, substitutions } = await writers.write(format, letter, pdfStandard);
          writeTarget(target, bytes, overwrite, ids());
          const fileId = ids();
          writtenFiles.add(fileId, path);
          files.push({ documentId, format, path, fileId, bytes: bytes.length, substitutions });
        } catch (error) {
          failed.push({ documentId, format, error: itemFailure(error, logger, 'export.failed') });
        }
      }
      context.progress({ done: targets.length, total: targets.length, label: '' });
      return { files, failed };
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
}
