import { undoImportChange } from '#shared/document/import-undo.ts';
import { listLabels } from '#shared/document/numbering.ts';
import { runsText } from '#shared/document/plain-text.ts';
import type { Block, ReplyDocument, Table } from '#shared/document/schema.ts';
import { blocksOf } from '#shared/document/walk.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';
import type { SourceBlock, SourceCell, SourceDocument, SourceLine } from './source.ts';

/** An imported draft as the lines it was read from: what the import did and nobody took back since is undone. */
export function sourceOfDraft(document: ReplyDocument, report: ImportReport): SourceDocument {
  const done = report.changes.filter(({ id }) => !report.undone.includes(id));
  const undone = done.toReversed().reduce(undoImportChange, document);
  const labels = listLabels(undone);
  const { name, format, encoding } = report.source;
  const blocks = [...blocksOf(undone)].map(({ block }) => sourceBlock(block, labels.get(block.id)));
  return { name, format, encoding, blocks, warnings: [] };
}

function sourceBlock(block: Block, label: string | undefined): SourceBlock {
  if (block.type === 'page-break') return { kind: 'page-break' };
  return block.table ? sourceTable(block.table) : sourceLine(block, label);
}

function sourceLine({ runs, props, level }: Block, label: string | undefined): SourceLine {
  const { list, align } = props ?? {};
  const depth = ([1, 2, 3, 4] as const).find((known) => known === (level ?? 1)) ?? 1;
  return {
    kind: 'line',
    text: runsText(runs),
    runs: runs.map(({ text, format = {} }) => ({
      text,
      ...(format.bold && { bold: true }),
      ...(format.italic && { italic: true }),
      ...(format.underline && { underline: true }),
    })),
    style: {
      ...(align && align !== 'left' && { align }),
      ...(list && { list: { label: label ?? '', style: list, level: depth } }),
    },
  };
}

function sourceTable({ headerRows, columns, rows }: Table): SourceBlock {
  const cells = rows.map((row) =>
    row.cells.map(({ colSpan, rowSpan, blocks }): SourceCell => ({
      lines: blocks.map((block) => sourceLine(block, undefined)),
      ...(colSpan !== undefined && { colSpan }),
      ...(rowSpan !== undefined && { rowSpan }),
    })),
  );
  return { kind: 'table', headerRows, columns: columns.map(({ width }) => width), rows: cells };
}
