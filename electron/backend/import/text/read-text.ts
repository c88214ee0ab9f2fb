import type { SourceBlock, SourceDocument } from '../source.ts';
import { checkLimit } from '#backend/files/input-limits.ts';

const lineEnd = /\r\n|[\n\r\v\u0085\u2028\u2029]/;

/** Lines of plain text. Tabs, spaces and empty lines are kept: they carry meaning for the recogniser. */
export function readText(text: string, source: Pick<SourceDocument, 'name' | 'format' | 'encoding'>): SourceDocument {
  checkLimit(source.name, 'characters', text.length);
  const blocks: SourceBlock[] = [];
  for (const page of text.replace(/^\ufeff/, '').split('\f')) {
    if (blocks.length > 0) blocks.push({ kind: 'page-break' });
    for (const line of page.split(lineEnd)) {
      checkLimit(source.name, 'lineCharacters', line.length);
      blocks.push({ kind: 'line', text: line });
    }
    checkLimit(source.name, 'paragraphs', blocks.length);
  }
  return { ...source, blocks, warnings: [] };
}
