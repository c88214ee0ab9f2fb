import type { QueryClient } from '@tanstack/react-query';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { Backend } from './backend.ts';

/** Which queries an event makes stale. Only events do: a command that changes something always emits one. */
export function invalidateOnEvents(backend: Backend, queries: QueryClient): () => void {
  const stale = (...procedures: ProcedureName[]) => {
    void queries.invalidateQueries({ predicate: (query) => procedures.includes(query.queryKey[0] as ProcedureName) });
  };
  let wasLost = false;
  const unsubscribe = [
    backend.on('documents.changed', () =>
      stale(
        'documents.list',
        'documents.get',
        'revisions.list',
        'exports.plan',
        'exports.review',
        'exports.findPersonalData',
        'imports.sameFile',
      ),
    ),
    backend.on('templates.changed', () => stale('templates.list', 'templates.get')),
    backend.on('forms.changed', () => stale('forms.list', 'forms.get')),
    backend.on('settings.changed', () => stale('settings.get', 'exports.getFolder', 'exports.plan', 'forms.list')),
    backend.on('backups.changed', () => stale('backups.list', 'app.copies')),
    backend.on('app.statusChanged', () => void queries.invalidateQueries()),
    // Events sent while the connection was down are gone, so everything may be stale.
    backend.onConnectionChange(() => {
      if (backend.connectionState() === 'lost') wasLost = true;
      else if (backend.connectionState() === 'connected' && wasLost) {
        wasLost = false;
        void queries.invalidateQueries();
      }
    }),
  ];
  return () => unsubscribe.forEach((stop) => stop());
}
