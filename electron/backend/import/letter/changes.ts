import { newId } from '#shared/lib/ids.ts';
import type { ImportChange, ImportReport, ImportWarning, RecognisedPart } from '#shared/domain/import-report.ts';

type Undo = ImportChange['undo'][number];
const quoteLength = 200;

export function shorten(text: string): string {
  // Not through the middle of a surrogate pair.
  return text.length <= quoteLength ? text : `${text.slice(0, quoteLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Characters left before the first difference. */
const leadIn = 20;

/** Two long texts from shortly before where they begin to differ, so that the difference is in sight. */
export function shortenPair(before: string, after: string): { before: string; after: string } {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = after === '' || Math.max(before.length, after.length) <= quoteLength ? 0 : Math.max(0, same - leadIn);
  const cut = (text: string) => shorten(from === 0 ? text : `…${text.slice(from).replace(/^[\udc00-\udfff]/, '')}`);
  return { before: cut(before), after: cut(after) };
}

/** Collects what an import did, in the order it was done. */
export class ChangeLog {
  readonly changes: ImportChange[] = [];
  readonly warnings: ImportWarning[] = [];
  readonly recognised: RecognisedPart[] = [];
  readonly junkLines: string[] = [];

  change(kind: ImportChange['kind'], before: string, after: string, blockId: string | null, undo: Undo[]): void {
    this.changes.push({ id: newId(), kind, ...shortenPair(before, after), blockId, undo });
  }

  warn(code: ImportWarning['code'], message: string, quote = ''): void {
    this.warnings.push({ code, message, quote: shorten(quote) });
  }

  recognise(part: RecognisedPart['part'], text: string, blockId: string | null = null): void {
    this.recognised.push({ part, text: shorten(text), blockId });
  }

  report(source: ImportReport['source']): ImportReport {
    const { changes, warnings, recognised, junkLines } = this;
    return { source, recognised, changes, warnings, junkLines, undone: [] };
  }
}
