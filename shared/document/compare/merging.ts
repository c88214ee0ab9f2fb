import type { Block, Run } from '../schema.ts';
import type { ChangePlace } from './change-place.ts';
import type { Recorder } from './recorder.ts';

/** What merging blocks needs besides them. */
export interface Merging {
  recorder: Recorder;
  /** An id no part of the letter has. */
  freshId(wanted?: string): string;
  placeOf(block: Block): ChangePlace;
}

/** Under an id of its own where the other letter has the same id for something else. */
export function withFreshIds(block: Block, merging: Merging): Block {
  return {
    ...block,
    id: merging.freshId(block.id),
    ...(block.table && {
      table: {
        ...block.table,
        rows: block.table.rows.map((row) => ({
          ...row,
          id: merging.freshId(row.id),
          cells: row.cells.map((cell) => ({
            ...cell,
            id: merging.freshId(cell.id),
            blocks: cell.blocks.map((inner) => withFreshIds(inner, merging)),
          })),
        })),
      },
    }),
  };
}

export function withoutThreads({ threads: _threads, ...run }: Run): Run {
  return run;
}
