import type { ReplyDocument } from './schema.ts';

/** Known keys in the order they are written; all others follow by name. One list serves all object types. */
const keyOrder = new Map(
  [
    'schema',
    'id',
    'type',
    'role',
    'level',
    'field',
    'before',
    'after',
    'text',
    'format',
    'head',
    'heading',
    'sections',
    'issuer',
    'docNumber',
    'docNumberText',
    'code',
    'year',
    'serial',
    'category',
    'disclosure',
    'kind',
    'reason',
    'signer',
    'urgency',
    'secrecy',
    'copyNumber',
    'title',
    'salutation',
    'props',
    'prompt',
    'align',
    'list',
    'start',
    'runs',
    'object',
    'ins',
    'del',
    'mark',
    'changes',
    'revision',
    'moves',
    'from',
    'originOf',
    'threads',
    'table',
    'headerRows',
    'columns',
    'width',
    'span',
    'rows',
    'cells',
    'colSpan',
    'rowSpan',
    'blocks',
    'source',
    'attachment',
    'itemId',
    'isLandscape',
    'tail',
    'attachments',
    'units',
    'date',
    'dateText',
    'seal',
    'signerPosts',
    'linePitch',
    'contacts',
    'name',
    'phones',
    'details',
    'label',
    'place',
    'note',
    'copyTo',
    'revisions',
    'decided',
  ].map((key, index) => [key, index]),
);

function compareKeys(a: string, b: string): number {
  const rankA = keyOrder.get(a) ?? keyOrder.size;
  const rankB = keyOrder.get(b) ?? keyOrder.size;
  if (rankA !== rankB) return rankA - rankB;
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(source).sort(compareKeys)) {
    if (source[key] !== undefined) ordered[key] = canonical(source[key]);
  }
  return ordered;
}

/** The stored form: equal documents give equal bytes, whatever order their properties were set in. */
export function stringifyReplyDocument(document: ReplyDocument): string {
  return JSON.stringify(canonical(document));
}
