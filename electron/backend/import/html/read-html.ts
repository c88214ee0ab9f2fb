import type { SourceDocument } from '../source.ts';
export function readHtml(html: string, source: Pick<SourceDocument, 'name' | 'format' | 'encoding'>): SourceDocument {
  return { ...source, blocks: [{ kind: 'line', text: html }], warnings: [] };
}
