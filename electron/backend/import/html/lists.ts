import type { ListStyle } from '#shared/document/schema.ts';
import type { SourceStyle } from '../source.ts';

export interface ListState {
  tag: string;
  /** The `type` attribute of the list. */
  type: string;
  next: number;
}

/** The hint for the next item of an open list; `depth` counts from 1. */
export function listHint(state: ListState, depth: number): NonNullable<SourceStyle['list']> {
  const level = Math.min(depth, 4) as 1 | 2 | 3 | 4;
  const style: ListStyle = state.tag === 'ol' ? 'decimal' : 'bullet';
  return { label: style === 'bullet' ? '·' : '', style, level };
}
