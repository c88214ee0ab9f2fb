import { DafuError } from '#shared/contract/errors.ts';
import type { ImportChange, ImportReport, ImportWarning } from '#shared/domain/import-report.ts';
import type { CommandCall } from './command.ts';

/** How a letter differs from the file it was read from, and what is to be checked in it. */
export interface Alterations {
  /** As given on the command line. */
  source: string;
  /** What was taken out, joined, parted, cleaned or numbered anew. Parts that only went to their place are none. */
  changes: Pick<ImportChange, 'kind' | 'before' | 'after'>[];
  warnings: ImportWarning[];
}

/** Warnings that repeat what the changes say. */
const repeated = new Set<ImportWarning['code']>(['junk.removed', 'punctuation.widened', 'paragraphs.rejoined']);
/** Warnings of words or signs that are in the file and not, or not so, in the letter. */
const lossy = /\.(?:dropped|flattened|present|damaged|unknown|unnumbered)$/;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export function alterationsOf(source: string, report: ImportReport): Alterations {
  const changes = report.changes
    .filter(({ kind }) => kind !== 'line.moved')
    .filter(({ kind, before, after }) => kind !== 'heading.numbered' || bare(before) !== bare(after))
    .map(({ kind, before, after }) => ({ kind, before, after }));
  return { source, changes, warnings: report.warnings.filter(({ code }) => !repeated.has(code)) };
}

/** @throws DafuError IMPORT_ALTERED when the letter is not in every word and number as in its file */
export function refuseAltered({ source, changes, warnings }: Alterations): void {
  const count = changes.length + warnings.filter(({ code }) => lossy.test(code)).length;
  if (count > 0) throw new DafuError('IMPORT_ALTERED', { name: source, changes: count });
}

/** Says for each file what the import changed and what to check, a line each; nothing with `--json`, where the result says it. */
export async function tellAlterations(
  { io, json, words }: CommandCall,
  alterations: readonly Alterations[],
): Promise<void> {
  if (json || alterations.every(({ changes, warnings }) => changes.length + warnings.length === 0)) return;
  const say = await words();
  const line = (source: string, label: string, text: string): void => {
    const shown = text.replace(/\s*\n\s*/g, ' ⏎ ');
    io.err(`${say(shown === '' ? 'export.imported' : 'export.importedText', { source, label, text: shown })}\n`);
  };
  for (const { source, changes, warnings } of alterations) {
    for (const { kind, before, after } of changes)
      line(source, say(`importing:change.${kind}`), after === '' ? before : `${before} → ${after}`);
    for (const { code, quote } of warnings) line(source, say(`importing:warning.${code}`), quote);
  }
}
