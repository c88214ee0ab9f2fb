import type { PresenceMarks } from '#shared/document/revision-marks.ts';
import type { Block, ReplyDocument, Run, Section } from '#shared/document/schema.ts';

const signs = { ins: ['{+', '+}'], del: ['[-', '-]'] } as const;

/**
 * A letter whose text shows by signs what is inserted {+so+} and struck [-so-], paragraph marks as ¶. Rows, columns and
 * texts of attachments stand as if nothing were decided; values and order are the suggested ones.
 */
export function markedLetter(document: ReplyDocument): ReplyDocument {
  const { head, sections } = document;
  return {
    ...document,
    head: { ...head, title: marked(head.title), salutation: marked(head.salutation) },
    sections: sections.map((section): Section => ({
      ...unmarked(section),
      ...(section.heading && { heading: markedBlock(section.heading) }),
      blocks: section.blocks.map(markedBlock),
    })),
  };
}

function markedBlock({ mark, ...block }: Block): Block {
  if (block.originOf !== undefined || block.type === 'page-break') return block;
  if (block.table) {
    const { table } = block;
    const rows = table.rows.map((row) => ({
      ...unmarked(row),
      cells: row.cells.map(({ changes: _changes, ...cell }) => ({ ...cell, blocks: cell.blocks.map(markedBlock) })),
    }));
    return { ...block, table: { ...table, columns: table.columns.map(unmarked), rows } };
  }
  const end: Run[] = mark?.ins === undefined && mark?.del === undefined ? [] : [{ ...presenceOf(mark), text: '¶' }];
  return { ...block, runs: marked([...block.runs, ...end]) };
}

/** Neighbours with the same marks stand between one pair of signs. */
function marked(runs: readonly Run[]): Run[] {
  const result: { kind: string; run: Run }[] = [];
  for (const run of runs) {
    const kind = run.del ? 'del' : run.ins === undefined ? '' : 'ins';
    const last = result.at(-1);
    if (kind !== '' && last?.kind === kind) last.run.text += run.text;
    else result.push({ kind, run: kind === '' ? run : { text: run.text } });
  }
  return result.map(({ kind, run }) => {
    const [open, close] = signs[kind as 'ins'] ?? ['', ''];
    return kind === '' ? run : { text: open + run.text + close };
  });
}

function presenceOf({ ins, del }: PresenceMarks): PresenceMarks {
  return { ...(ins !== undefined && { ins }), ...(del && { del }) };
}

function unmarked<T extends PresenceMarks>({ ins: _ins, del: _del, ...rest }: T): T {
  return rest as T;
}
