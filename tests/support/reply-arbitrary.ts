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

/** Each key is there or absent, never `undefined`: documents come from JSON. */
function optional<T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const flag = fc.constant(true as const);
const format: fc.Arbitrary<Format> = fc
  .tuple(optional({ bold: flag, italic: flag, underline: flag, body: flag, redact: flag }), unknownProperties)
  .map(([known, unknown]) => ({ ...known, ...unknown }));

const revision = fc.constantFrom('r1', 'r2', 'r3');
const threadIds = fc.uniqueArray(fc.constantFrom('t1', 't2', 't 3'), { maxLength: 3 });

const marks = optional({
  ins: revision,
  del: revision,
  formatWas: fc.record({ rev: revision, format }),
  threads: threadIds,
  format,
});

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

const review = optional({
  mark: optional({ ins: revision, del: revision }),
  was: fc.record({ rev: revision, props: fc.dictionary(fc.constantFrom('level', 'type'), fc.integer()) }),
});

/** Ids are handed out when the whole document is there. */
const NO_ID = '';

const textBlock: fc.Arbitrary<Block> = fc
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

const span = fc.integer({ min: 1, max: 3 });
const table: fc.Arbitrary<Table> = fc
  .tuple(
    fc.record({
      headerRows: fc.integer({ min: 0, max: 2 }),
      columns: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 4 }),
      rows: fc.array(
        fc
          .tuple(
            fc.array(
              fc
                .tuple(
                  optional({ colSpan: span, rowSpan: span }),
                  fc.array(textBlock, { minLength: 1, maxLength: 2 }),
                  unknownProperties,
                )
                .map(([spans, blocks, unknown]) => ({ ...unknown, id: NO_ID, ...spans, blocks })),
              { minLength: 1, maxLength: 4 },
            ),
            optional({ ins: revision, del: revision }),
            unknownProperties,
          )
          .map(([cells, rowMarks, unknown]) => ({ ...unknown, id: NO_ID, ...rowMarks, cells })),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    unknownProperties,
  )
  .map(([known, unknown]) => ({ ...unknown, ...known }));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: textBlock },
  { weight: 1, arbitrary: unknownProperties.map((x) => ({ ...x, id: NO_ID, type: 'page-break' as const, runs: [] })) },
  { weight: 1, arbitrary: table.map((value) => ({ id: NO_ID, type: 'table' as const, runs: [], table: value })) },
);

const bodyRoles = sectionRoles.filter((role) => role !== 'attachment');

const section: fc.Arbitrary<Section> = fc
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

/** Its item is set when the items have their ids. */
const attachment: fc.Arbitrary<Section> = fc
  .tuple(section, optional({ isLandscape: flag }), unknownProperties)
  .map(([known, layout, unknown]) => ({
    ...known,
    role: 'attachment' as const,
    attachment: { ...unknown, itemId: NO_ID, ...layout },
  }));

const isoDate = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const head = fc
  .tuple(
    optional({
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
    }),
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

const tail = fc
  .tuple(
    fc.record({
      attachments: fc.array(
        text.map((title) => ({ id: NO_ID, title })),
        { maxLength: 3 },
      ),
      units: fc.array(text, { maxLength: 3 }),
      contacts: fc.array(contact, { maxLength: 2 }),
      copyTo: fc.array(text, { maxLength: 2 }),
    }),
    optional({
      date: isoDate,
      dateText: text,
      seal: fc.constantFrom('sealed' as const, 'unsealed' as const, 'name-stamp' as const),
      signerPosts: fc.array(text, { maxLength: 3 }),
      linePitch: fc.constantFrom(26.55, 27.7),
      note: text,
    }),
    unknownProperties,
  )
  .map(([lists, known, unknown]) => ({ ...unknown, ...lists, ...known }));

const revisions = fc.constant({
  r1: { author: '甲', authorId: 'a', at: 1, kind: 'insert' as const },
  r2: { author: '乙', authorId: 'b', at: 2, kind: 'delete' as const },
  r3: { author: '乙', authorId: 'b', at: 3, kind: 'format' as const },
});
const thread = fc.record({
  id: fc.constant('t1'),
  state: fc.constantFrom('open' as const, 'resolved' as const),
  kind: fc.constantFrom(...(['correction', 'suggestion', 'question', 'return'] as const)),
  severity: fc.constantFrom(...(['info', 'warning', 'error'] as const)),
  quote: text,
  messages: fc.array(fc.record({ id: fc.constant('m1'), author: text, at: fc.nat(), text }), { maxLength: 2 }),
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
      threads: fc.oneof(fc.constant({}), fc.record({ t1: thread })),
    }),
    unknownProperties,
  )
  .map(([known, unknown]) => withIds({ ...unknown, schema: REPLY_SCHEMA, id: 'd1', ...known }));

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
