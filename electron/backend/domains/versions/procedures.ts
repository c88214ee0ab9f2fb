import type { DomainHandlers } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { VersionsService } from './service.ts';

export type VersionsProcedure = 'versions.list' | 'versions.get' | 'versions.name' | 'versions.restore';

export function versionsHandlers(services: {
  documents: DocumentsService;
  versions: VersionsService;
}): DomainHandlers<VersionsProcedure> {
  const { documents, versions } = services;
  return {
    'versions.list'({ documentId }, { db }) {
      documents.newestVersion(db, documentId);
      return versions.list(db, documentId);
    },
    'versions.get': ({ documentId, version }, { db }) => ({ body: versions.getBody(db, documentId, version) }),
    'versions.name'({ documentId, name }, { db, emit }) {
      versions.name(db, documentId, documents.newestVersion(db, documentId), name);
      emit('documents.changed', { documentIds: [documentId] });
      return {};
    },
    'versions.restore': (input, context) => documents.restore(context, input),
  };
}
