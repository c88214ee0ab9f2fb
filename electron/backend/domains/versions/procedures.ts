import type { DomainHandlers } from '#backend/context.ts';
import type { versionProcedures } from '#shared/contract/versions.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import { createVersionsService, type VersionsService } from './service.ts';

export function createVersionsDomain(
  { clock, ids }: Ground,
  { documents }: { documents: () => DocumentsService },
): Domain<keyof typeof versionProcedures, VersionsService> {
  const versions = createVersionsService({ clock, ids });
  const handlers: DomainHandlers<keyof typeof versionProcedures> = {
    'versions.list'({ documentId }, { db }) {
      documents().newestVersion(db, documentId);
      return versions.list(db, documentId);
    },
    'versions.get': ({ documentId, version }, { db }) => ({ body: versions.getBody(db, documentId, version) }),
    'versions.name'({ documentId, name }, { db, emit }) {
      const named = versions.name(db, documentId, documents().newestVersion(db, documentId), name);
      emit('documents.changed', { documentIds: [documentId] });
      return named;
    },
    'versions.restore': (input, context) => documents().restore(context, input),
  };
  return { service: versions, handlers };
}
