import type { DomainHandlers } from '#backend/context.ts';
import { DafuError } from '#shared/contract/errors.ts';
import { isDafuError } from '#shared/rpc/wire-error.ts';
import type { backupProcedures } from '#shared/contract/backups.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';

/** Copies of the store: on demand, and by themselves every `everyMs` after a change. */
export function createBackupsDomain(
  { keeper, logger, emit: tell }: Ground,
  { documents, everyMs }: { documents: DocumentsService; everyMs: number },
): Domain<keyof typeof backupProcedures> {
  let timer: ReturnType<typeof setInterval> | undefined;
  let isBackingUp = false;
  async function backUpIfDue(): Promise<void> {
    if (keeper.problem !== null || isBackingUp) return;
    isBackingUp = true;
    try {
      if (await keeper.backUpIfChanged('periodic')) tell('backups.changed', {});
    } catch (error) {
      logger.error('backup.failed', { error });
      const known = isDafuError(error) ? error : new DafuError('INTERNAL', {});
      keeper.giveUpIfDamaged(known);
      tell('backups.failed', { code: known.code, details: known.details });
    } finally {
      isBackingUp = false;
    }
  }

  const handlers: DomainHandlers<keyof typeof backupProcedures> = {
    'backups.list': () => keeper.backups(),
    async 'backups.create'(_input, { emit }) {
      const backup = await keeper.backUp('manual');
      emit('backups.changed', {});
      return backup;
    },
    async 'backups.restore'({ name }, { emit }) {
      await keeper.restore(name);
      emit('backups.changed', {});
      return { documents: documents.count(keeper.reader) };
    },
    async 'backups.forget'({ documentIds }, { emit }) {
      const outcome = await keeper.forgetInBackups(documentIds);
      emit('backups.changed', {});
      return outcome;
    },
    async 'backups.remove'({ name }, { emit }) {
      keeper.removeBackup(name);
      emit('backups.changed', {});
      return {};
    },
  };
  return {
    service: null,
    handlers,
    start() {
      timer = setInterval(() => void backUpIfDue(), everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
    },
  };
}
