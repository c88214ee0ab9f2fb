import type { DomainHandlers } from '#backend/context.ts';
import type { StoreKeeper } from '#backend/db/keeper.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';

export type BackupsProcedure =
  'backups.list' | 'backups.create' | 'backups.restore' | 'backups.remove' | 'backups.forget';

export function backupsHandlers(services: {
  keeper: StoreKeeper;
  documents: DocumentsService;
}): DomainHandlers<BackupsProcedure> {
  const { keeper, documents } = services;
  return {
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
}
