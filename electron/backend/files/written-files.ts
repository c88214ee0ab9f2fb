import { DafuError } from '#shared/contract/errors.ts';

/** Files written since the start: the window opens them by id and never by path. */
export interface WrittenFiles {
  add(fileId: string, path: string): void;
  /** @throws DafuError NOT_FOUND */
  path(fileId: string): string;
}

export function createWrittenFiles(): WrittenFiles {
  const paths = new Map<string, string>();
  return {
    add: (fileId, path) => void paths.set(fileId, path),
    path(fileId) {
      const path = paths.get(fileId);
      if (path === undefined) throw new DafuError('NOT_FOUND', { what: 'exportedFile', id: fileId });
      return path;
    },
  };
}
