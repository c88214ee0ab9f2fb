import { setTimeout } from 'node:timers/promises';
import { contract, type ProcedureName } from '#shared/contract/index.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import type { Appearance } from '#shared/contract/settings.ts';
import type { Channel } from '#shared/rpc/channel.ts';
import { handlersOf, mergeHandlers, type AllHandlers } from '#shared/rpc/handlers.ts';
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
import { createAppDomain } from './domains/app/procedures.ts';
import { createBackupsDomain } from './domains/backups/procedures.ts';
import { createCasesDomain } from './domains/cases/procedures.ts';
import { createDocumentsDomain } from './domains/documents/procedures.ts';
import type { DocumentsService } from './domains/documents/service.ts';
import type { Domain, Ground } from './domains/domain.ts';
import { createExportsDomain } from './domains/exports/procedures.ts';
import { createLetterWriters } from './export/writers.ts';
import { createWrittenFiles } from './files/written-files.ts';
import { createFormsDomain } from './domains/forms/procedures.ts';
import { createImportsDomain } from './domains/imports/procedures.ts';
import { createPreviewDomain } from './domains/preview/procedures.ts';
import { createVersionsDomain } from './domains/versions/procedures.ts';
import { createSettingsDomain } from './domains/settings/procedures.ts';
import { createSheetsDomain } from './domains/sheets/procedures.ts';
import { createTemplatesDomain } from './domains/templates/procedures.ts';
import type { LetterReaderOptions } from './threads/import/letter-reader.ts';
import type { Logger } from './log.ts';

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

/** What they have in common, whatever they answer. */
type AnyDomain = Pick<Domain<never, unknown>, 'prepare' | 'start' | 'stop'>;

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
const erasing = new Set<ProcedureName>(['documents.purge', 'cases.remove']);

/**
 * The backend: one object, the same in the app, on the command line and in tests. When the store cannot be opened it
 * still answers; `app.status` says why.
 */
export function createBackend(options: BackendOptions): Backend {
  const { clock, ids, host, logger, appVersion, isDev } = options;
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
        forgetOldCommands(db, clock());
        for (const domain of domains as readonly AnyDomain[]) domain.prepare?.(context);
      });
    },
    onChange: () => server.emit('app.statusChanged', {}),
  });

  /** Follows the keeper: a job may go on after the store was replaced. */
  const currentReader = {
    all: (sql, parameters) => keeper.reader.all(sql, parameters),
    get: (sql, parameters) => keeper.reader.get(sql, parameters),
  } as ReadDb;

  const ground: Ground = {
    clock,
    ids,
    keeper,
    reader: currentReader,
    emit: (name, payload) => server.emit(name, payload),
    host,
    logger,
    paths: options.paths,
    fontFolders: options.fontFolders,
  };
  const { resources: resourcesFolder } = options.paths;
  const writtenFiles = createWrittenFiles();

  const later = { documents: (): DocumentsService => documents.service };
  const settings = createSettingsDomain(ground, {
    locale: options.locale,
    ownForm: (db, formId) => forms.service.get(db, formId),
  });
  const forms = createFormsDomain(ground, { settings: settings.service });
  const writers = createLetterWriters({
    resourcesFolder,
    fontFolders: options.fontFolders,
    ownForm: (id) => forms.service.get(currentReader, id),
  });
  const versions = createVersionsDomain(ground, later);
  const cases = createCasesDomain(ground, { settings: settings.service, ...later });
  const imports = createImportsDomain(ground, { settings: settings.service, limits: options.importLimits, ...later });
  const templates = createTemplatesDomain(ground, later);
  const documents: ReturnType<typeof createDocumentsDomain> = createDocumentsDomain(ground, {
    settings: settings.service,
    cases: cases.service,
    versions: versions.service,
    importReports: imports.service,
    templates: templates.service,
  });
  const services = {
    settings: settings.service,
    importReports: imports.service,
    documents: documents.service,
    writers,
    writtenFiles,
  };
  const domains = [
    createAppDomain(ground, { ...services, appVersion }),
    createBackupsDomain(ground, { ...services, everyMs: options.backupEveryMs ?? BACKUP_EVERY_MS }),
    settings,
    forms,
    templates,
    documents,
    cases,
    versions,
    imports,
    createPreviewDomain(ground, services),
    createExportsDomain(ground, services),
    createSheetsDomain(ground, services),
  ] as const;
  const handlers: AllHandlers<BackendContexts> = mergeHandlers(...handlersOf(domains));

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
  for (const domain of domains as readonly AnyDomain[]) domain.start?.();

  return {
    connect: (channel) => server.connect(channel),
    async stop() {
      server.cancelAll();
      await Promise.all((domains as readonly AnyDomain[]).map(async (domain) => domain.stop?.()));
      // A job that does not hear of the cancel must not keep the store from being closed.
      await Promise.race([server.settled(), setTimeout(SETTLE_MS, undefined, { ref: false })]);
      server.close();
      await keeper.close();
      logger.info('backend.stopped');
    },
  };
}
