import { undoImportChange } from '#shared/document/import-undo.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { stringifyReplyDocument } from '#shared/document/stringify.ts';
import type { ImportChange } from '#shared/domain/import-report.ts';

/**
 * The letter with changes of the import taken back, the last first. `undone` are the ids of those that could be: where
 * the text was edited since, it stays as the person wrote it.
 */
export function takeBack(
  document: ReplyDocument,
  changes: readonly ImportChange[],
): { document: ReplyDocument; undone: string[] } {
  const undone: string[] = [];
  let result = document;
  let text = stringifyReplyDocument(document);
  for (const change of changes.toReversed()) {
    const next = undoImportChange(result, change);
    const nextText = stringifyReplyDocument(next);
    if (nextText === text) continue;
    result = next;
    text = nextText;
    undone.push(change.id);
  }
  return { document: result, undone };
}
