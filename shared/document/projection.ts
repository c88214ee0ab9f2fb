import type { Block, ReplyDocument, Run, Section, Table } from './schema.ts';

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
 * block of its list; the joined block is that next block, as in OOXML, where the mark that stays decides.
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
  const result: Block[] = [];
  let carried: Run[] = [];
  for (const block of blocks) {
    const plain = projectBlock(block, projection);
    plain.runs = [...carried, ...plain.runs];
    carried = [];
    const isMarkGone = projection === 'accepted' ? block.mark?.del !== undefined : block.mark?.ins !== undefined;
    if (isMarkGone && block !== blocks.at(-1)) carried = plain.runs;
    else result.push(plain);
  }
  return result;
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
    const { ins, del, ...rest } = row;
    if (projection === 'accepted' ? del !== undefined : ins !== undefined) return [];
    return [{ ...rest, cells: row.cells.map((cell) => ({ ...cell, blocks: projectBlocks(cell.blocks, projection) })) }];
  });
  return { ...table, rows };
}
