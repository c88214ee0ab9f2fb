import type { TrackedMark } from '#backend/word/read/revision.ts';

/** Whether a mark or a row is gone once tracked changes are accepted. */
export function isDeleted(mark: TrackedMark | undefined): boolean {
  return mark?.deletion !== undefined || mark?.['moved-from'] !== undefined;
}

/** Whether a mark was tracked as come, gone or moved. */
export function isTracked(mark: TrackedMark | undefined): boolean {
  return isDeleted(mark) || mark?.insertion !== undefined || mark?.['moved-to'] !== undefined;
}
