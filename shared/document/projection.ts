import type { Block, ReplyDocument, Run, Section, Table, TableRow } from './schema.ts';

/** `accepted`: all tracked changes taken; `rejected`: all refused, that is the text before them. */
export type Projection = 'accepted' | 'rejected';

export function projectRuns(runs: Run[], projection: Projection): Run[] {
  return runs.flatMap((run) => {
    const { ins, del, formatWas, ...rest } = run;
    if (projection === 'accepted' ? del !== undefined : ins !== undefined) return [];
    if (projection === 'accepted' || formatWas === undefined) return [rest];
    const { format: _format, ...plain } = rest;
    return [Object.keys(formatWas.format).length > 0 ? { ...plain, format: formatWas.format } : plain];
  });
}

/**
 * The document without any tracked change. Comments stay. A block whose paragraph mark goes is joined with the next
 * block of its list; the joined block is that next block, as in OOXML, where the mark that stays decides. Before a
 * table or a page break, which hold no text, it stays as it is. A table without rows is gone.
 */
export function project(document: ReplyDocument, projection: Projection): ReplyDocument {
  return {
    ...document,
    head: {
      ...document.head,
      title: projectRuns(document.head.title, projection),
      salutation: projectRuns(document.head.salutation, projection),
    },
    sections: document.sections.map((section) => projectSection(section, projection)),
    revisions: {},
  };
}

function projectSection(section: Section, projection: Projection): Section {
  const { heading, ...rest } = section;
  return {
    ...rest,
    ...(heading && { heading: projectBlock(heading, projection) }),
    blocks: projectBlocks(section.blocks, projection),
  };
}

function projectBlocks(blocks: Block[], projection: Projection): Block[] {
  const kept = blocks.filter((block) => block.table === undefined || hasRows(block.table, projection));
  const result: Block[] = [];
  let carried: Run[] = [];
  for (const [index, block] of kept.entries()) {
    const plain = projectBlock(block, projection);
    plain.runs = [...carried, ...plain.runs];
    carried = [];
    const isMarkGone = projection === 'accepted' ? block.mark?.del !== undefined : block.mark?.ins !== undefined;
    if (isMarkGone && holdsText(block) && holdsText(kept[index + 1])) carried = plain.runs;
    else result.push(plain);
  }
  return result;
}

function holdsText(block: Block | undefined): boolean {
  return block !== undefined && block.type !== 'table' && block.type !== 'page-break';
}

function projectBlock(block: Block, projection: Projection): Block {
  const { mark: _mark, was, table, ...rest } = block;
  const earlier = projection === 'rejected' && was ? was.props : {};
  return {
    ...rest,
    ...earlier,
    runs: projectRuns(block.runs, projection),
    ...(table && { table: projectTable(table, projection) }),
  };
}

function projectTable(table: Table, projection: Projection): Table {
  const rows = table.rows.flatMap((row) => {
    if (isRowGone(row, projection)) return [];
    const { ins: _ins, del: _del, ...rest } = row;
    return [{ ...rest, cells: row.cells.map((cell) => ({ ...cell, blocks: projectBlocks(cell.blocks, projection) })) }];
  });
  return { ...table, rows };
}

function hasRows(table: Table, projection: Projection): boolean {
  return table.rows.some((row) => !isRowGone(row, projection));
}

function isRowGone({ ins, del }: TableRow, projection: Projection): boolean {
  return (projection === 'accepted' ? del : ins) !== undefined;
}
