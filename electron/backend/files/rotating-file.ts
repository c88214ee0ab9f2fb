import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';

/**
 * Appends lines to `path`; when it would grow beyond `maxBytes` it becomes `path.1`, `path.1` becomes `path.2` …, and
 * the oldest of `keep` files is overwritten. Writing is synchronous: the last line before a crash is the one wanted.
 */
export function createRotatingFile(path: string, maxBytes: number, keep: number): { write(line: string): void } {
  let size = existsSync(path) ? statSync(path).size : 0;
  return {
    write(line) {
      const bytes = Buffer.byteLength(line);
      if (size > 0 && size + bytes > maxBytes) {
        rotate(path, keep);
        size = 0;
      }
      appendFileSync(path, line);
      size += bytes;
    },
  };
}

function rotate(path: string, keep: number): void {
  for (let index = keep - 1; index >= 1; index -= 1) {
    const older = index === 1 ? path : `${path}.${index - 1}`;
    if (existsSync(older)) renameSync(older, `${path}.${index}`);
  }
}
