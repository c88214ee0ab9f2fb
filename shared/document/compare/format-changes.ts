import { isSameValue } from '../resolve/patch-value.ts';
import type { Change } from '../revision-marks.ts';
import type { Block } from '../schema.ts';
import type { ChangePlace } from './change-place.ts';
import type { Recorder } from './recorder.ts';

/** Changed type, level and properties of a paragraph, under one revision. */
export function formatChangesOf(a: Block, b: Block, place: ChangePlace, recorder: Recorder): Change[] {
  const fields = recorder.ignores('format') ? [] : (['type', 'level', 'props'] as const);
  const differing = fields.filter((field) => !isSameValue(compared(a, field, recorder), compared(b, field, recorder)));
  if (differing.length === 0) return [];
  const revision = recorder.revision();
  const said = (block: Block) =>
    JSON.stringify(Object.fromEntries(differing.map((field) => [field, block[field] ?? null])));
  recorder.add({ revision, kind: 'format', of: 'block', before: said(a), after: said(b), place });
  return differing.map((field) => ({
    field,
    revision,
    ...(a[field] !== undefined && { before: a[field] }),
    ...(b[field] !== undefined && { after: b[field] }),
  }));
}

function compared(block: Block, field: 'type' | 'level' | 'props', recorder: Recorder): unknown {
  if (field !== 'props' || !recorder.ignores('numbering')) return block[field];
  const { start: _start, list: _list, ...props } = block.props ?? {};
  return props;
}
