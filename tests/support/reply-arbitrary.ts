import fc from 'fast-check';
import {
  disclosureKinds,
  fieldNames,
  listStyles,
  REPLY_SCHEMA,
  sectionRoles,
  type Block,
  type Format,
  type ReplyDocument,
  type Run,
  type RunObject,
  type Section,
  type Table,
} from '#shared/document/schema.ts';
import {
  movePlans,
  moved,
  optional,
  presence,
  revision,
  revisions,
  seldomPresence,
  thread,
  withChanges,
  withItemChanges,
  withSpanChanges,
} from './review-arbitrary.ts';

/**
 * Random documents for property tests: everything the schema allows that a round trip could lose, unknown properties
 * included. Ids are unique (law 5); revision marks name revisions that exist.
 */
const textChunk = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('经研究', '答复如下', '，', '。', '“人工智能”', 'AI', '2026', '𠮷', '👍', '　'),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
/** No zero-width space: the editor drops it by rule. No lone surrogates: JSON text cannot carry them through UTF-8. */
const text = fc
  .array(textChunk, { maxLength: 8 })
  .map((chunks) => chunks.join('').replaceAll('\u200b', '').toWellFormed());

const unknownProperties = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('futureA', 'futureB'),
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([{ deep: ['x'] }])),
      { minKeys: 1 },
    ),
  },
);

const flag = fc.constant(true as const);
const format: fc.Arbitrary<Format> = fc
  .tuple(optional({ bold: flag, italic: flag, underline: flag, body: flag, redact: flag }), unknownProperties)
  .map(([known, unknown]) => ({ ...known, ...unknown }));

const threadIds = fc.uniqueArray(fc.constantFrom('t1', 't2', 't 3'), { maxLength: 3 });

const marks = fc
  .tuple(
    presence,
    withChanges(optional({ threads: threadIds, format }), { format: fc.option(format, { nil: undefined }) }),
  )
  .map(([present, more]) => ({ ...present, ...more }));

const object: fc.Arbitrary<{ text: string; object?: RunObject }> = fc.oneof(
  { weight: 8, arbitrary: text.map((value) => ({ text: value })) },
  { weight: 1, arbitrary: unknownProperties.map((x) => ({ text: '\n', object: { ...x, type: 'break' as const } })) },
  { weight: 1, arbitrary: unknownProperties.map((x) => ({ text: '\t', object: { ...x, type: 'tab' as const } })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ text, field: fc.constantFrom(...fieldNames), around: optional({ before: text, after: text }) })
      .map(({ text: value, field, around }) => ({ text: value, object: { type: 'field' as const, field, ...around } })),
  },
  {
    weight: 1,
    arbitrary: optional({ alt: text }).map((alt) => ({ text: '', object: { type: 'image' as const, ...alt } })),
  },
);

export const runArbitrary: fc.Arbitrary<Run> = fc
  .tuple(object, marks, unknownProperties)
  .map(([content, mark, unknown]) => ({ ...unknown, ...content, ...mark }));
const runs = fc.array(runArbitrary, { maxLength: 5 });

const props = fc
  .tuple(
    optional({
      prompt: text,
      align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
      start: fc.integer({ min: -3, max: 99 }),
    }),
    unknownProperties,
  )
  .map(([known, unknown]) => ({ ...known, ...unknown }));

const review = optional({ mark: presence });

/** Ids are handed out when the whole document is there. */
const NO_ID = '';

const plainBlock: fc.Arbitrary<Block> = fc
  .tuple(
    fc.oneof(
      fc.record({ type: fc.constant('paragraph' as const) }),
      fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }) }),
      fc.record({
        type: fc.constant('list-item' as const),
        level: fc.integer({ min: 1, max: 4 }),
        list: fc.constantFrom(...listStyles),
      }),
    ),
    runs,
    fc.option(props, { nil: undefined }),
    review,
    unknownProperties,
  )
  .map(([kind, blockRuns, blockProps, reviewMarks, unknown]) => {
    const { list, ...type } = { list: undefined, ...kind };
    const allProps = list ? { ...blockProps, list } : blockProps;
    return { ...unknown, id: NO_ID, ...type, ...(allProps && { props: allProps }), runs: blockRuns, ...reviewMarks };
  });
const textBlock: fc.Arbitrary<Block> = withChanges(plainBlock, {
  type: fc.constantFrom('paragraph', 'heading', 'list-item'),
  level: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  props: fc.option(props, { nil: undefined }),
});

const cell = (span: fc.Arbitrary<{ colSpan?: number; rowSpan?: number }>) =>
  fc
    .tuple(span, fc.array(textBlock, { minLength: 1, maxLength: 2 }), unknownProperties)
    .map(([spans, blocks, unknown]) => ({ ...unknown, id: NO_ID, ...spans, blocks }));
const width = fc.double({ min: 0.1, max: 10, noNaN: true });

/** Rows of unequal length, cells that reach out of the table: it is kept as it came. */
const raggedTable: fc.Arbitrary<Table> = fc.record({
  headerRows: fc.integer({ min: 0, max: 2 }),
  columns: fc.array(
    width.map((value) => ({ width: value })),
    { minLength: 1, maxLength: 4 },
  ),
  rows: fc.array(
    fc
      .tuple(
        fc.array(cell(optional({ colSpan: fc.integer({ min: 1, max: 3 }), rowSpan: fc.integer({ min: 1, max: 3 }) })), {
          minLength: 1,
          maxLength: 4,
        }),
        unknownProperties,
      )
      .map(([cells, unknown]) => ({ ...unknown, id: NO_ID, cells })),
    { minLength: 1, maxLength: 3 },
  ),
});

/** A whole grid, the first cell of which may cover two columns and two rows, with all that can be suggested in it. */
const markedTable: fc.Arbitrary<Table> = fc
  .record({
    columnCount: fc.integer({ min: 2, max: 3 }),
    rowCount: fc.integer({ min: 2, max: 3 }),
    isMerged: fc.boolean(),
  })
  .chain(({ columnCount, rowCount, isMerged }) => {
    const cellAt = (row: number, column: number) =>
      withSpanChanges(cell(fc.constant(isMerged && row + column === 0 ? { colSpan: 2, rowSpan: 2 } : {})));
    const isCovered = (row: number, column: number) => isMerged && row < 2 && column < 2 && row + column > 0;
    const rowOf = (row: number) =>
      fc
        .tuple(
          fc.tuple(
            ...Array.from({ length: columnCount }, (_, column) => column)
              .filter((column) => !isCovered(row, column))
              .map((column) => cellAt(row, column)),
          ),
          seldomPresence,
          unknownProperties,
        )
        .map(([cells, present, unknown]) => ({ ...unknown, id: NO_ID, ...present, cells }));
    const column = fc
      .tuple(withChanges(fc.record({ width }), { width }), seldomPresence, unknownProperties)
      .map(([known, present, unknown]) => ({ ...unknown, ...present, ...known }));
    return withChanges(
      fc.record({
        headerRows: fc.integer({ min: 0, max: 2 }),
        columns: fc.array(column, { minLength: columnCount, maxLength: columnCount }),
        rows: fc.tuple(...Array.from({ length: rowCount }, (_, row) => rowOf(row))),
      }),
      { headerRows: fc.integer({ min: 0, max: 2 }) },
    );
  });

const table: fc.Arbitrary<Table> = fc
  .tuple(fc.oneof({ weight: 1, arbitrary: raggedTable }, { weight: 2, arbitrary: markedTable }), unknownProperties)
  .map(([known, unknown]) => ({ ...unknown, ...known }));

const pageBreak: fc.Arbitrary<Block> = fc
  .tuple(optional({ mark: seldomPresence }), unknownProperties)
  .map(([mark, unknown]) => ({ ...unknown, id: NO_ID, type: 'page-break' as const, runs: [], ...mark }));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: textBlock },
  { weight: 1, arbitrary: pageBreak },
  { weight: 1, arbitrary: table.map((value) => ({ id: NO_ID, type: 'table' as const, runs: [], table: value })) },
);

const bodyRoles = sectionRoles.filter((role) => role !== 'attachment');

const plainSection: fc.Arbitrary<Section> = fc
  .tuple(
    fc.record({ role: fc.constantFrom(...bodyRoles), blocks: fc.array(block, { maxLength: 5 }) }),
    fc.option(textBlock, { nil: undefined }),
    optional({ source: fc.record({ unit: text, contributionId: fc.constant('c1') }) }),
    unknownProperties,
  )
  .map(([known, heading, source, unknown]) => ({
    ...unknown,
    id: NO_ID,
    ...known,
    ...(heading && { heading }),
    ...source,
  }));

const section: fc.Arbitrary<Section> = withChanges(plainSection, { role: fc.constantFrom(...bodyRoles) });

/** Its item is set when the items have their ids. */
const attachment: fc.Arbitrary<Section> = fc
  .tuple(plainSection, optional({ isLandscape: flag }), seldomPresence, unknownProperties)
  .map(([known, layout, present, unknown]) => ({
    ...known,
    ...present,
    role: 'attachment' as const,
    attachment: { ...unknown, itemId: NO_ID, ...layout },
  }));

/** What suggested values can be of fields that may have none. */
function orAbsent(values: Record<string, fc.Arbitrary<unknown>>): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, fc.option(value, { nil: undefined })]),
  );
}

const isoDate = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const headValues = {
  issuer: text,
  docNumber: fc.record({
    code: text,
    year: fc.integer({ min: 1990, max: 2100 }),
    serial: fc.integer({ min: 1, max: 9999 }),
  }),
  docNumberText: text,
  category: fc.constantFrom('A', 'B', 'C'),
  disclosure: fc.record({ kind: fc.constantFrom(...disclosureKinds) }),
  signer: text,
  urgency: text,
  secrecy: text,
  copyNumber: text,
};

const head = fc
  .tuple(
    withChanges(optional(headValues), orAbsent(headValues)),
    fc.record({ title: runs, salutation: runs }),
    unknownProperties,
  )
  .map(([known, lines, unknown]) => ({ ...unknown, ...known, ...lines }));

const contact = fc
  .tuple(
    fc.record({ name: text, phones: fc.array(text, { maxLength: 2 }) }),
    optional({
      details: fc.array(
        fc
          .tuple(
            fc.record({ label: text, text }),
            optional({ place: fc.constantFrom('before' as const, 'between' as const) }),
            unknownProperties,
          )
          .map(([known, place, unknown]) => ({ ...unknown, ...known, ...place })),
        { maxLength: 3 },
      ),
    }),
  )
  .map(([known, more]) => ({ ...known, ...more }));

const tailLists = {
  units: fc.array(text, { maxLength: 3 }),
  contacts: fc.array(contact, { maxLength: 2 }),
  copyTo: fc.array(text, { maxLength: 2 }),
};
const tailValues = {
  date: isoDate,
  dateText: text,
  seal: fc.constantFrom('sealed' as const, 'unsealed' as const, 'name-stamp' as const),
  signerPosts: fc.array(text, { maxLength: 3 }),
  linePitch: fc.constantFrom(26.55, 27.7),
  note: text,
};
const attachments = fc.array(
  text.map((title) => ({ id: NO_ID, title })),
  { maxLength: 3 },
);

const tail = fc
  .tuple(
    withChanges(
      fc
        .tuple(fc.record({ attachments, ...tailLists }), optional(tailValues))
        .map(([lists, known]) => ({ ...lists, ...known })),
      { ...tailLists, ...orAbsent(tailValues) },
    ),
    unknownProperties,
  )
  .map(([known, unknown]) => ({ ...unknown, ...known }));

const movesAndItems = fc.record({
  blocks: movePlans,
  sections: movePlans,
  items: fc.array(fc.record({ revision, take: fc.nat(3) }), { maxLength: 2 }),
});

export const replyDocumentArbitrary: fc.Arbitrary<ReplyDocument> = fc
  .tuple(
    fc.record({
      head,
      sections: fc
        .tuple(fc.array(section, { minLength: 1, maxLength: 5 }), fc.array(attachment, { maxLength: 3 }))
        .map(([body, attachments]) => [...body, ...attachments]),
      tail,
      revisions,
      threads: fc.oneof(fc.constant({}), fc.record({ t1: thread(text) })),
    }),
    unknownProperties,
    movesAndItems,
  )
  .map(([known, unknown, suggested]) => {
    const document = withIds({ ...unknown, schema: REPLY_SCHEMA, id: 'd1', ...known });
    const lists = document.sections.map(({ blocks }) => blocks);
    const blockPlace = (id: string, originOf: string): Block => ({ id, type: 'paragraph', runs: [], originOf });
    const blocks = moved(lists, suggested.blocks, blockPlace);
    const sections = document.sections.map((one, index) => ({ ...one, blocks: blocks[index]! }));
    const body = sections.filter(({ role }) => role !== 'attachment');
    const placeOf = (id: string, originOf: string): Section => ({ id, role: 'other', blocks: [], originOf });
    return {
      ...document,
      sections: [
        ...moved([body], suggested.sections, placeOf).flat(),
        ...sections.filter((one) => !body.includes(one)),
      ],
      tail: withItemChanges(document, suggested.items),
    };
  });

function withIds(document: ReplyDocument): ReplyDocument {
  let count = 0;
  const next = (prefix: string) => `${prefix}${(count += 1)}`;
  const numbered = (source: Block): Block => ({
    ...source,
    id: next('b'),
    ...(source.table && {
      table: {
        ...source.table,
        rows: source.table.rows.map((row) => ({
          ...row,
          id: next('row'),
          cells: row.cells.map((cell) => ({ ...cell, id: next('cell'), blocks: cell.blocks.map(numbered) })),
        })),
      },
    }),
  });
  const items = document.tail.attachments.map((item) => ({ ...item, id: next('a') }));
  // An item has one text at most; a text whose item was deleted elsewhere is still part of the letter.
  const unwritten = items.map(({ id }) => id);
  return {
    ...document,
    sections: document.sections.map((source) => ({
      ...source,
      id: next('s'),
      ...(source.attachment && { attachment: { ...source.attachment, itemId: unwritten.shift() ?? next('lost') } }),
      ...(source.heading && { heading: numbered(source.heading) }),
      blocks: source.blocks.map(numbered),
    })),
    tail: { ...document.tail, attachments: items },
  };
}
