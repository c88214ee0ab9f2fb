import type { VersionInfo } from '#shared/contract/versions.ts';

export interface VersionRow {
  version: number;
  created_at: number;
  author: string;
  kind: VersionInfo['kind'];
  name: string;
  characters: number;
}

export function rowToVersion(row: VersionRow): VersionInfo {
  return {
    version: row.version,
    createdAt: row.created_at,
    author: row.author,
    kind: row.kind,
    name: row.name,
    characters: row.characters,
  };
}
