import { fieldPaths } from '#shared/document/letter-fields.ts';
import { resolvePresence, type VerdictOf } from '#shared/document/resolve/values.ts';
import type { Change } from '#shared/document/revision-marks.ts';
import type { Block, ReplyDocument, Run, Table } from '#shared/document/schema.ts';
import type { Anchor } from '#shared/document/threads.ts';
import { everyBlock, mapRuns } from '#shared/document/walk.ts';
import type { BodyElement, CellElement, CellParagraph, ElementOf, LetterElement, Span } from './element.ts';
import type { BlockReview, FieldReview, SpanReview } from './review.ts';
import { runReview } from './spans.ts';

/** Marks laid aside on the runs go with them wherever a projection puts them. */
export function withMarksAside(document: ReplyDocument): ReplyDocument {
  const { decided = {} } = document;
  const verdictOf: VerdictOf = (revision) => (Object.hasOwn(decided, revision) ? decided[revision] : 'accepted');
  return mapRuns(document, (run) => withMarksOfRun(run, verdictOf));
}

function withMarksOfRun(run: Run, verdictOf: VerdictOf): Run {
  const { ins, del, changes, threads } = run;
  const said = { ...(ins !== undefined && { ins }), ...(changes && { changes }), ...(threads && { threads }) };
  const isStruck = del !== undefined && resolvePresence(run, verdictOf) === undefined;
  if (isStruck && (ins === undefined || verdictOf(ins) === 'accepted')) {
    const { del: _del, object: _object, ...rest } = run;
    const review: SpanReview = { ...said, struck: { del, text: run.text } };
    return { ...rest, text: '', [runReview]: review };
  }
  return Object.keys(said).length > 0 ? { ...run, [runReview]: said } : run;
}

/** What is said of blocks, rows and cells. */
export interface Sayings {
  ofBlock(id: string): BlockReview | undefined;
  withRows(table: ElementOf<'table'>): ElementOf<'table'>;
}

/** @param accepted the document with all changes accepted */
export function sayings(document: ReplyDocument, accepted: ReplyDocument): Sayings {
  const threads = threadsByAnchor(document);
  const blocks = new Map(Array.from(everyBlock(document), (block) => [block.id, block]));
  const tables = new Map(Array.from(everyBlock(accepted), ({ id, table }) => [id, table]));
  const before = [...blocks.values()].flatMap(({ table }) => table?.rows ?? []);
  const rows = new Map(before.map((row) => [row.id, row]));
  const cells = new Map(before.flatMap((row) => row.cells.map((cell) => [cell.id, cell])));
  const rowReview = ({ id }: Table['rows'][number]) => {
    const { ins, del } = rows.get(id) ?? {};
    return compact({ ins, del, threads: threads.get(`row ${id}`) });
  };
  const cellReview = (id: string) => compact({ changes: cells.get(id)?.changes, threads: threads.get(`cell ${id}`) });
  return {
    ofBlock(id) {
      const { mark, changes, moves } = blocks.get(id) ?? ({} as Partial<Block>);
      const presence = compact({ ins: mark?.ins, del: mark?.del });
      return compact({ mark: presence, changes, moves, threads: threads.get(`block ${id}`) });
    },
    withRows(element) {
      const stored = tables.get(element.blockId)?.rows ?? [];
      const reviews = stored.flatMap((row, index) => {
        const review = rowReview(row);
        return review ? [[index, review] as const] : [];
      });
      return {
        ...element,
        ...(reviews.length > 0 && { rowReviews: Object.fromEntries(reviews) }),
        rows: element.rows.map((cellsOfRow, row) =>
          cellsOfRow.map((cell, index): CellElement => {
            const review = cellReview(stored[row]?.cells[index]?.id ?? '');
            return review ? { ...cell, review } : cell;
          }),
        ),
      };
    },
  };
}

/** The threads of an anchor by `type id`, in the order of the letter. */
function threadsByAnchor(document: ReplyDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, anchor } of Object.values(document.threads)) {
    const key = `${anchor.type} ${anchorId(anchor)}`;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

function anchorId(anchor: Anchor): string {
  if (anchor.type === 'field') return anchor.field;
  return 'id' in anchor && typeof anchor.id === 'string' ? anchor.id : '';
}

/** Of the fields somebody changed or spoke of, in the order of the letter. */
export function fieldReviews(document: ReplyDocument): FieldReview[] {
  const threads = threadsByAnchor(document);
  const changesOf = (part: string, changes: readonly Change[] = []) =>
    changes.map((change) => ({ path: `${part}.${change.field}`, change }));
  const all = [...changesOf('head', document.head.changes), ...changesOf('tail', document.tail.changes)];
  return fieldPaths
    .map((field) => ({
      field,
      changes: all.filter(({ path }) => path === field).map(({ change }) => change),
      threads: threads.get(`field ${field}`) ?? [],
    }))
    .filter((review) => review.changes.length > 0 || review.threads.length > 0);
}

/** The clean elements, each with the spans of the marked one, and between them what is gone. */
export function withReview(
  clean: readonly LetterElement[],
  marked: readonly LetterElement[],
  said: Sayings,
): LetterElement[] {
  const isBlock = (element: LetterElement): element is BodyElement =>
    'blockId' in element && element.kind !== 'attachment';
  const body = mergedBlocks(clean.filter(isBlock), marked.filter(isBlock), said);
  const first = clean.findIndex(isBlock);
  const head = clean.slice(0, first < 0 ? headEnd(clean) : first);
  const tail = clean.slice(head.length).filter((element) => !isBlock(element));
  const others = [...head, ...body, ...tail];
  return others.map((element) => {
    if (element.kind === 'title' || element.kind === 'salutation') {
      const own = marked.find(({ kind }) => kind === element.kind) as typeof element | undefined;
      return { ...element, spans: own?.spans ?? element.spans };
    }
    if (element.kind !== 'attachment') return element;
    const own = marked.find((other) => other.kind === 'attachment' && other.blockId === element.blockId);
    return own?.kind === 'attachment' ? { ...element, body: mergedBlocks(element.body, own.body, said) } : element;
  });
}

const headKinds = new Set<LetterElement['kind']>(['head', 'mark', 'title', 'category', 'salutation']);

function headEnd(elements: readonly LetterElement[]): number {
  const end = elements.findIndex(({ kind }) => !headKinds.has(kind));
  return end < 0 ? elements.length : end;
}

function mergedBlocks(clean: readonly BodyElement[], marked: readonly BodyElement[], said: Sayings): BodyElement[] {
  return inOrder(clean, marked, isSpokenOf, (element, own) => {
    const other = own?.kind === element.kind ? own : undefined;
    const review = reviewOf(element, own === element, said);
    return { ...withSpans(element, other, said), ...(review && { review }) };
  });
}

function reviewOf({ blockId }: { blockId: string }, isGone: boolean, said: Sayings): BlockReview | undefined {
  const review = said.ofBlock(blockId);
  return isGone ? { ...review, isGone } : review;
}

function withSpans(element: BodyElement, marked: BodyElement | undefined, said: Sayings): BodyElement {
  switch (element.kind) {
    case 'heading': {
      const { spans, bodySpans } = marked?.kind === 'heading' ? marked : element;
      return { ...element, spans, bodySpans };
    }
    case 'paragraph':
    case 'list-item':
      return { ...element, spans: marked && 'spans' in marked ? marked.spans : element.spans };
    case 'table':
      return marked?.kind === 'table' ? said.withRows(mergedTable(element, marked, said)) : element;
    case 'page-break':
      return element;
  }
}

function mergedTable(clean: ElementOf<'table'>, marked: ElementOf<'table'>, said: Sayings): ElementOf<'table'> {
  const rows = clean.rows.map((cells, row) =>
    cells.map((cell, index): CellElement => {
      const paragraphs = marked.rows[row]?.[index]?.paragraphs ?? [];
      const isSpoken = ({ spans }: CellParagraph) => hasReview(spans);
      const merge = (element: CellParagraph, own: CellParagraph | undefined): CellParagraph => {
        const review = reviewOf(element, own === element, said);
        return { ...element, spans: own?.spans ?? element.spans, ...(review && { review }) };
      };
      return { ...cell, paragraphs: inOrder(cell.paragraphs, paragraphs, isSpoken, merge) };
    }),
  );
  return { ...clean, rows };
}

/**
 * Every clean item, merged with the marked one of its block, and before it what of the marked is gone and spoken of:
 * that is merged with itself.
 */
function inOrder<T extends { blockId: string }>(
  clean: readonly T[],
  marked: readonly T[],
  isSpoken: (item: T) => boolean,
  merge: (item: T, own: T | undefined) => T,
): T[] {
  const own = new Map(marked.map((item) => [item.blockId, item]));
  const ids = new Set(clean.map(({ blockId }) => blockId));
  const goneBefore = new Map<string, T[]>();
  let waiting: T[] = [];
  for (const item of marked) {
    if (ids.has(item.blockId)) {
      goneBefore.set(item.blockId, waiting);
      waiting = [];
    } else if (isSpoken(item)) waiting.push(item);
  }
  const gone = (items: readonly T[]) => items.map((item) => merge(item, item));
  return [
    ...clean.flatMap((item) => [...gone(goneBefore.get(item.blockId) ?? []), merge(item, own.get(item.blockId))]),
    ...gone(waiting),
  ];
}

function isSpokenOf(element: BodyElement): boolean {
  if (element.kind === 'heading') return hasReview([...element.spans, ...element.bodySpans]);
  return 'spans' in element && hasReview(element.spans);
}

function hasReview(spans: readonly Span[]): boolean {
  return spans.some(({ review }) => review !== undefined);
}

/** Without what is undefined; undefined when nothing is left. */
function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T | undefined {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as T) : undefined;
}
