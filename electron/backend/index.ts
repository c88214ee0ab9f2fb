import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { contract, type ProcedureName } from '#shared/contract/index.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import type { Appearance } from '#shared/contract/settings.ts';
import type { Channel } from '#shared/rpc/channel.ts';
import { mergeHandlers, type AllHandlers } from '#shared/rpc/handlers.ts';
import type { HostServices } from '#shared/rpc/host.ts';
import type { ClientMessage, ServerMessage } from '#shared/rpc/messages.ts';
import { createServer, type Call } from '#shared/rpc/server.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import { applyOnce, forgetOldCommands } from './commands/apply-once.ts';
import type { BackendContexts, CommandContext, Emit, Environment } from './context.ts';
import type { ReadDb, WriteDb } from './db/driver.ts';
import { createStoreKeeper } from './db/keeper.ts';
import { storePaths } from './db/paths.ts';
import { storeFiles, type StoreFiles } from './db/store-files.ts';
import { countChange } from './db/store-state.ts';
import type { StoreAccess } from './db/store.ts';
import { appHandlers } from './domains/app/procedures.ts';
import { backupsHandlers } from './domains/backups/procedures.ts';
import { createCasesService } from './domains/cases/service.ts';
import { documentsHandlers } from './domains/documents/procedures.ts';
import { createDocumentSearch } from './domains/documents/search.ts';
import { createDocumentsService } from './domains/documents/service.ts';
import { exportsHandlers } from './domains/exports/procedures.ts';
import { createLetterWriters } from './export/writers.ts';
import { createWrittenFiles } from './files/written-files.ts';
import { formsHandlers } from './domains/forms/procedures.ts';
import { createFormsService } from './domains/forms/service.ts';
import { importsHandlers } from './domains/imports/procedures.ts';
import { createImportReportsService } from './domains/imports/reports.ts';
import { previewHandlers } from './domains/preview/procedures.ts';
import { versionsHandlers } from './domains/versions/procedures.ts';
import { createVersionsService } from './domains/versions/service.ts';
import { settingsHandlers } from './domains/settings/procedures.ts';
import { createShippedProfiles } from './formats/profiles.ts';
import { createSettingsService } from './domains/settings/service.ts';
import { ownSheetsFolder } from './formats/own-sheets.ts';
import { sheetsHandlers } from './domains/sheets/procedures.ts';
import { templatesHandlers } from './domains/templates/procedures.ts';
import { createTemplatesService } from './domains/templates/service.ts';
import { createShippedTemplates } from './formats/shipped-templates.ts';
import { createShippedForms } from './formats/forms.ts';
import { createSheets } from './formats/sheets.ts';
import { createSheetWriters } from './export/sheets/writers.ts';
import { createLetterReader, type LetterReaderOptions } from './threads/import/letter-reader.ts';
import type { Logger } from './log.ts';
import { createPreviewThread } from './threads/preview/preview-thread.ts';

export interface BackendOptions extends Environment {
  /** Absolute. `data` may not exist yet; `resources` holds what is shipped. */
  paths: { data: string; resources: string };
  logger: Logger;
  host: HostServices;
  fontFolders: readonly string[];
  appVersion: string;
  locale: Appearance['language'];
  /** Development and tests: output is validated too, errors carry stacks. */
  isDev: boolean;
  /** `read` for work beside a running app; see `db/store.ts`. Default `own`. */
  access?: StoreAccess;
  /** Whether a data folder without a database gets one. Default true. */
  mayCreate?: boolean;
  /** For tests: what changes the files of the store. */
  files?: StoreFiles;
  /** Time between looks whether a backup is due, ms. Default 15 minutes. */
  backupEveryMs?: number;
  /** What one file to import may take of time and memory. */
  importLimits?: LetterReaderOptions;
}

export interface Backend {
  /** Serves a client on this channel until it closes. */
  connect(channel: Channel<ServerMessage, ClientMessage>): void;
  /** Cancels jobs, waits for what runs, backs up, closes the store. Everything after fails. */
  stop(): Promise<void>;
}

const BACKUP_EVERY_MS = 15 * 60 * 1000;
const SETTLE_MS = 5000;

/** Answered even while the store is not open: they explain the problem or lead out of it. */
const answeredAlways = new Set<ProcedureName>([
  'app.status',
  'app.doctor',
  'app.copies',
  'app.recover',
  'app.retryOpen',
  'app.openDataFolder',
  'app.saveRescueFile',
  'backups.list',
]);

/** Commands after which nothing of what they deleted may be left in the files of the store. */
const erasing = new Set<ProcedureName>(['documents.purge']);

/**
 * The backend: one object, the same in the app, on the command line and in tests. When the store cannot be opened it
 * still answers; `app.status` says why.
 */
export function createBackend(options: BackendOptions): Backend {
  const { clock, ids, host, logger, appVersion, isDev } = options;
  const environment: Environment = { clock, ids };
  const paths = storePaths(options.paths.data);

  const keeper = createStoreKeeper({
    paths,
    access: options.access ?? 'own',
    mayCreate: options.mayCreate ?? true,
    clock,
    ids,
    logger,
    files: options.files ?? storeFiles,
    prepare(transaction) {
      transaction((db) => {
        const context: CommandContext = { db, emit: server.emit };
        settings.ensureProfile(context);
        templates.forgetDeleted(context);
        forgetOldCommands(db, clock());
        search.catchUp(db);
      });
    },
    onChange: () => server.emit('app.statusChanged', {}),
  });

  const settings = createSettingsService(environment, { locale: options.locale });
  const cases = createCasesService(environment, settings);
  const versions = createVersionsService(environment);
  const importReports = createImportReportsService();
  const search = createDocumentSearch(versions);
  const documents = createDocumentsService(environment, { settings, cases, versions, importReports, search });
  const shipped = createShippedTemplates(join(options.paths.resources, 'templates'));
  const templates = createTemplatesService(environment, shipped);
  const reader = createLetterReader(options.importLimits);
  const forms = createFormsService(environment, {
    shipped: createShippedForms(join(options.paths.resources, 'forms')),
    settings,
  });
  const previewThread = createPreviewThread({
    resourcesFolder: options.paths.resources,
    fontFolders: options.fontFolders,
  });
  const writers = createLetterWriters({
    resourcesFolder: options.paths.resources,
    fontFolders: options.fontFolders,
    ownForm: (id) => forms.get(currentReader, id),
  });

  const writtenFiles = createWrittenFiles();
  const ownFolder = ownSheetsFolder(options.paths.data);

  const handlers: AllHandlers<BackendContexts> = mergeHandlers(
    appHandlers(environment, {
      keeper,
      settings,
      documents,
      writers,
      host,
      dataFolder: options.paths.data,
      appVersion,
    }),
    backupsHandlers({ keeper, documents }),
    settingsHandlers(environment, {
      settings,
      profiles: createShippedProfiles(join(options.paths.resources, 'profiles')),
      ownForm: (db, formId) => forms.get(db, formId),
      host,
    }),
    documentsHandlers({ documents, templates, settings, importReports }),
    versionsHandlers({ documents, versions }),
    templatesHandlers(environment, { templates, documents, host }),
    formsHandlers(environment, { forms, host }),
    importsHandlers(environment, {
      documents,
      importReports,
      settings,
      reader,
      host,
      logger,
      samplesFolder: join(options.paths.resources, 'samples'),
    }),
    previewHandlers({ documents, settings, writers, thread: previewThread }),
    exportsHandlers(environment, { documents, importReports, settings, writers, writtenFiles, host, logger }),
    sheetsHandlers(environment, {
      documents,
      settings,
      sheets: createSheets({ shipped: join(options.paths.resources, 'sheets'), own: ownFolder }),
      ownFolder,
      writers: createSheetWriters({ resourcesFolder: options.paths.resources, fontFolders: options.fontFolders }),
      writtenFiles,
      host,
      logger,
    }),
  );

  /** Follows the keeper: a job may go on after the store was replaced. */
  const currentReader = {
    all: (sql, parameters) => keeper.reader.all(sql, parameters),
    get: (sql, parameters) => keeper.reader.get(sql, parameters),
  } as ReadDb;

  /** One transaction; its events leave after the commit. */
  function writeBy<T>(run: (work: (db: WriteDb) => T) => T, work: (context: CommandContext) => T): T {
    const events: [EventName, unknown][] = [];
    const emit: Emit = (name, payload) => void events.push([name, payload]);
    const result = run((db) => {
      const outcome = work({ db, emit });
      if (events.length > 0) countChange(db, clock());
      return outcome;
    });
    for (const [name, payload] of events) server.emit(name, payload as EventPayload<typeof name>);
    return result;
  }
  const write = <T>(work: (context: CommandContext) => T): T => writeBy(keeper.transaction, work);

  function run(procedure: ProcedureName, input: unknown, call: Call): unknown {
    // Kind and types are tied together by the contract; here, where the name is a variable, TypeScript cannot see it.
    const handler = handlers[procedure] as (input: unknown, context: unknown) => unknown;
    switch (contract[procedure].kind) {
      case 'query':
        return handler(input, { db: currentReader });
      case 'command':
        return writeBy(erasing.has(procedure) ? keeper.erase : keeper.transaction, (context) => {
          const { commandId } = call;
          if (commandId === undefined) return handler(input, context);
          return applyOnce(context.db, { commandId, procedure, now: clock() }, () => handler(input, context));
        });
      case 'job':
        return handler(input, {
          db: currentReader,
          write,
          emit: server.emit,
          signal: call.signal,
          progress: (step: JobProgress) => call.progress(step),
        });
    }
  }

  const server = createServer({
    backendId: ids(),
    newIncidentId: ids,
    isDev,
    async dispatch(procedure, input, call) {
      if (contract[procedure].kind === 'command') await keeper.whenWritable();
      if (keeper.problem !== null && !answeredAlways.has(procedure)) throw keeper.problem;
      return run(procedure, input, call);
    },
    onFailure(procedure, { code, incidentId }, error) {
      logger[code === 'INTERNAL' ? 'error' : 'warn']('call.failed', { procedure, code, incidentId, error });
      if (isDafuError(error)) keeper.giveUpIfDamaged(error);
    },
  });

  keeper.open();
  const timer = setInterval(() => void backUpIfDue(), options.backupEveryMs ?? BACKUP_EVERY_MS);
  let backupIsDue = false;
  async function backUpIfDue(): Promise<void> {
    if (keeper.problem !== null || backupIsDue) return;
    backupIsDue = true;
    try {
      if (await keeper.backUpIfChanged('periodic')) server.emit('backups.changed', {});
    } catch (error) {
      logger.error('backup.failed', { error });
      const known = isDafuError(error) ? error : new DafuError('INTERNAL', {});
      keeper.giveUpIfDamaged(known);
      server.emit('backups.failed', { code: known.code, details: known.details });
    } finally {
      backupIsDue = false;
    }
  }
  timer.unref();

  return {
    connect: (channel) => server.connect(channel),
    async stop() {
      clearInterval(timer);
      server.cancelAll();
      await Promise.all([reader.close(), previewThread.close()]);
      // A job that does not hear of the cancel must not keep the store from being closed.
      await Promise.race([server.settled(), setTimeout(SETTLE_MS, undefined, { ref: false })]);
      server.close();
      await keeper.close();
      logger.info('backend.stopped');
    },
  };
}
