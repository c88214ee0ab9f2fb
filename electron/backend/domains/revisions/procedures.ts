import type { DomainHandlers } from '#backend/context.ts';
import type { DocumentsService } from '#backend/domains/documents/service.ts';
import type { RevisionsService } from './service.ts';

export type RevisionsProcedure = 'revisions.list' | 'revisions.get' | 'revisions.name' | 'revisions.restore';

export function revisionsHandlers(services: {
  documents: DocumentsService;
  revisions: RevisionsService;
}): DomainHandlers<RevisionsProcedure> {
  const { documents, revisions } = services;
  return {
    'revisions.list'({ documentId }, { db }) {
      documents.newestRevision(db, documentId);
      return revisions.list(db, documentId);
    },
    'revisions.get': ({ documentId, revision }, { db }) => ({ body: revisions.getBody(db, documentId, revision) }),
    'revisions.name'({ documentId, name }, { db, emit }) {
      revisions.name(db, documentId, documents.newestRevision(db, documentId), name);
      emit('documents.changed', { documentIds: [documentId] });
      return {};
    },
    'revisions.restore': (input, context) => documents.restore(context, input),
  };
}
