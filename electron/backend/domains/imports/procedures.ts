import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DomainHandlers } from '#backend/context.ts';
import type { importProcedures } from '#shared/contract/imports.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { itemFailure, type Failure } from '#backend/failure.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { createImportReportsService, type ImportReportsService } from './reports.ts';
import { createLetterReader, type LetterReaderOptions } from '#backend/threads/import/letter-reader.ts';
import type { LetterSource } from '#backend/threads/import/tasks.ts';
import { limits } from '#backend/files/input-limits.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { importExtensions } from '#shared/contract/imports.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { strictAssert } from '#shared/lib/assert.ts';

/** One thing to import. A file is read from disk when its turn comes. */
interface Source {
  name: string;
  load: () => LetterSource;
}

export function createImportsDomain(
  { host, paths, logger, ids }: Ground,
  services: { settings: SettingsService; documents: () => DocumentsService; limits: LetterReaderOptions | undefined },
): Domain<keyof typeof importProcedures, ImportReportsService> {
  const { settings, documents } = services;
  const importReports = createImportReportsService();
  const reader = createLetterReader(services.limits);
  const samplesFolder = join(paths.resources, 'samples');

  const fromFile = (path: string): Source => ({
    name: basename(path),
    load: () => ({ kind: 'file', name: basename(path), bytes: readCapped(path, limits.bytes) }),
  });

  async function sourcesOf(input: Input<'imports.run'>): Promise<Source[]> {
    switch (input.from) {
      case 'picker': {
        const paths = await host.pickFiles({ purpose: 'import', extensions: [...importExtensions], multiple: true });
        return paths.map(fromFile);
      }
      case 'tokens':
        return Promise.all(input.tokens.map((token) => host.takeDroppedFile({ token }).then(fromFile, refused)));
      case 'text':
        return [{ name: '', load: () => ({ kind: 'text', name: '', text: input.text }) }];
      case 'html':
        return [{ name: '', load: () => ({ kind: 'html', name: '', html: input.html }) }];
      case 'sample':
        return [fromFile(samplePath(samplesFolder))];
    }
  }

  const handlers: DomainHandlers<keyof typeof importProcedures> = {
    async 'imports.run'(input, context) {
      const sources = await sourcesOf(input);
      const imported: Output<'imports.run'>['imported'] = [];
      const refused: { name: string; error: Failure }[] = [];
      for (const [index, { name, load }] of sources.entries()) {
        context.progress({ done: index, total: sources.length, label: name });
        try {
          const draft = await reader.draft(ids(), load(), context.signal);
          context.write((command) => documents().addPrepared(command, draft));
          const { documentId } = draft;
          imported.push({ documentId, name, isAgain: importReports.sameFile(context.db, documentId).length > 0 });
        } catch (error) {
          refused.push({ name, error: itemFailure(error, logger, 'import.failed') });
        }
      }
      context.progress({ done: sources.length, total: sources.length, label: '' });
      return { imported, refused };
    },
    async 'imports.takeApart'({ documentId }, context) {
      const { body, importReport } = documents().open(context.db, documentId);
      const letters =
        importReport === null
          ? []
          : await reader.letters({ name: importReport.source.name, body, report: importReport }, context.signal);
      if (letters.length === 0) return { documentIds: [] };
      context.write((command) => {
        for (const letter of letters) documents().addPrepared(command, letter);
        documents().setTrashed(command, [documentId], true);
      });
      return { documentIds: letters.map((letter) => letter.documentId) };
    },
    'imports.sameFile': ({ documentId }, { db }) => ({ drafts: importReports.sameFile(db, documentId) }),
    'imports.markChecked'({ documentId, warning, isChecked }, context) {
      const importReport = importReports.markChecked(context.db, documentId, warning, isChecked);
      context.emit('documents.changed', { documentIds: [documentId] });
      return { importReport };
    },
    'imports.markUndone'({ documentId, changeIds, isUndone }, context) {
      const importReport = importReports.markUndone(context.db, documentId, changeIds, isUndone);
      context.emit('documents.changed', { documentIds: [documentId] });
      return { importReport };
    },
    async 'imports.readCase'({ text }, { db }) {
      const { fullName, shortName } = settings.unit(db);
      return { caseFacts: await reader.caseFacts({ kind: 'text', name: '', text }, { fullName, shortName }) };
    },
  };
  return { service: importReports, handlers, stop: () => reader.close() };
}

/** A file the host did not let through is one of the batch, like one that cannot be read. */
function refused(error: unknown): Source {
  if (!isDafuError(error) || error.code !== 'IMPORT_UNSUPPORTED') throw error;
  return {
    name: (error.details as { name: string }).name,
    load() {
      throw error;
    },
  };
}

function samplePath(folder: string): string {
  const name = readdirSync(folder)
    .toSorted()
    .find((file) => file.endsWith('.txt'));
  strictAssert(name !== undefined, 'no sample letter is installed');
  return join(folder, name);
}
