import { arch, platform, release } from 'node:os';
import { existsSync } from 'node:fs';
import type { DomainHandlers } from '#backend/context.ts';
import type { appProcedures } from '#shared/contract/app.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import { DATABASE_VERSION } from '#backend/db/migrations/index.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { safeFileName } from '#backend/files/file-name.ts';
import type { LetterWriters } from '#backend/export/writers.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import type { AppStatus, DoctorReport } from '#shared/contract/app.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { glibcVersion, linuxDesktop } from './linux-desktop.ts';

export function createAppDomain(
  { keeper, host, paths, ids }: Ground,
  services: { settings: SettingsService; documents: DocumentsService; writers: LetterWriters; appVersion: string },
): Domain<keyof typeof appProcedures> {
  const { settings, documents, writers, appVersion } = services;
  const dataFolder = paths.data;

  function status(): AppStatus {
    const { problem } = keeper;
    return {
      state: problem === null ? 'ready' : 'needsAttention',
      problem: problem === null ? null : { code: problem.code, details: problem.details },
      dataFolder,
      appVersion,
      databaseVersion: DATABASE_VERSION,
      interruptedRestore: keeper.interruptedRestore,
      unitConfigured: problem === null && settings.isUnitConfigured(keeper.reader),
    };
  }

  function integrity(): Pick<DoctorReport, 'integrity' | 'integrityMessages'> {
    const { problem } = keeper;
    if (problem !== null) {
      const isDamaged = problem.code === 'DATABASE_CORRUPT';
      return { integrity: isDamaged ? 'damaged' : 'unknown', integrityMessages: [problem.message] };
    }
    const messages = keeper.integrityMessages();
    const isGood = messages.join() === 'ok';
    return { integrity: isGood ? 'ok' : 'damaged', integrityMessages: isGood ? [] : messages };
  }

  const handlers: DomainHandlers<keyof typeof appProcedures> = {
    'app.status': status,
    async 'app.doctor'() {
      const glibc = glibcVersion();
      return {
        versions: {
          dafu: appVersion,
          database: String(DATABASE_VERSION),
          ...(keeper.sqliteVersion !== undefined && { sqlite: keeper.sqliteVersion }),
          node: process.versions.node,
          ...(process.versions.electron !== undefined && { electron: process.versions.electron }),
          system: `${platform()} ${release()} ${arch()}`,
          ...(glibc !== null && { glibc }),
        },
        desktop: platform() === 'linux' ? linuxDesktop(process.env) : null,
        dataFolder,
        ...integrity(),
        fonts: await writers.fontReport(),
      };
    },
    'app.copies': () => keeper.copies(),
    async 'app.recover'({ copy }, { emit }) {
      const movedTo = await keeper.recover(copy);
      emit('backups.changed', {});
      return { movedTo, documents: documents.count(keeper.reader) };
    },
    async 'app.retryOpen'() {
      keeper.open();
      return status();
    },
    async 'app.openDataFolder'() {
      await host.openFolder({ path: dataFolder });
      return {};
    },
    async 'app.saveRescueFile'({ suggestedName, text, document, caseFacts }) {
      const path = await host.pickSaveFile({
        purpose: 'rescue',
        suggestedName: safeFileName(suggestedName),
        extension: 'txt',
        startAt: null,
      });
      if (path === null) return { saved: false };
      const write = (target: string, content: string) =>
        withFileErrors(target, 'user', () => writeWhole(target, new TextEncoder().encode(content), ids()));
      write(path, `\ufeff${text}`);
      // The text alone lacks levels, tables and formats; the document beside it has everything.
      if (document !== '') write(freePath(path), withCase(document, caseFacts));
      return { saved: true };
    },
  };
  return { service: null, handlers };
}

/** The letter stays a valid document by itself: it takes the case along as a property it does not know. */
function withCase(document: string, caseFacts: CaseFacts | undefined): string {
  if (caseFacts === undefined) return document;
  return JSON.stringify({ ...(JSON.parse(document) as object), caseFacts });
}

function freePath(path: string): string {
  for (let index = 1; ; index += 1) {
    const candidate = `${path}${index === 1 ? '' : `.${index}`}.dafu.json`;
    if (!existsSync(candidate)) return candidate;
  }
}
