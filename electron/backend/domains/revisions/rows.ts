import type { RevisionInfo } from '#shared/contract/revisions.ts';

export interface RevisionRow {
  revision: number;
  created_at: number;
  author: string;
  kind: RevisionInfo['kind'];
  name: string;
  characters: number;
}

export function rowToRevision(row: RevisionRow): RevisionInfo {
  return {
    revision: row.revision,
    createdAt: row.created_at,
    author: row.author,
    kind: row.kind,
    name: row.name,
    characters: row.characters,
  };
}
