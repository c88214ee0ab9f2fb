type Json = Record<string, unknown>;

/**
 * 1 → 2: one form for every suggested change (`changes`, with the value before and after), strikes by several people
 * (`del` is a list), columns as objects, threads with an anchor, revisions without a kind.
 */
export function changesEverywhere(document: Json): Json {
  return {
    ...document,
    schema: 'dafu.reply/2',
    head: isObject(document['head'])
      ? {
          ...document['head'],
          ...mapped(document['head'], 'title', run),
          ...mapped(document['head'], 'salutation', run),
        }
      : document['head'],
    ...mapped(document, 'sections', (section) => ({
      ...section,
      ...(isObject(section['heading']) && { heading: block(section['heading']) }),
      ...mapped(section, 'blocks', block),
    })),
    revisions: values(document['revisions'], ({ kind: _kind, ...revision }) => revision),
    threads: values(document['threads'], (thread) => ({ ...thread, anchor: { type: 'text' } })),
  };
}

function run(source: Json): Json {
  const { formatWas, ...rest } = struck(source);
  if (!isObject(formatWas)) return rest;
  const { rev, format, ...unknown } = formatWas;
  const isPlain = isObject(format) && Object.keys(format).length === 0;
  const change = {
    ...unknown,
    field: 'format',
    revision: rev,
    ...(!isPlain && { before: format }),
    ...('format' in rest && { after: rest['format'] }),
  };
  return { ...rest, changes: [change] };
}

function block(source: Json): Json {
  const { was, ...rest } = source;
  return {
    ...rest,
    ...mapped(rest, 'runs', run),
    ...(isObject(rest['mark']) && { mark: struck(rest['mark']) }),
    ...(isObject(was) && changesOfBlock(was, rest)),
    ...(isObject(rest['table']) && { table: table(rest['table']) }),
  };
}

/** Version 1 did not say what an earlier value can be: one that no block can have rides along where it was. */
function changesOfBlock({ rev, props, ...unknown }: Json, now: Json): Json {
  const entries = isObject(props) ? Object.entries(props) : [];
  const changes = entries
    .filter(([field, value]) => isValueOf(field, value))
    .map(([field, before]) => ({
      ...unknown,
      field,
      revision: rev,
      before,
      ...(field in now && { after: now[field] }),
    }));
  const others = entries.filter(([field, value]) => !isValueOf(field, value));
  return {
    ...(changes.length > 0 && { changes }),
    ...((changes.length === 0 || others.length > 0) && { was: { ...unknown, rev, props: Object.fromEntries(others) } }),
  };
}

function isValueOf(field: string, value: unknown): boolean {
  if (field === 'type') return ['paragraph', 'heading', 'list-item', 'table', 'page-break'].includes(String(value));
  if (field === 'level') return [1, 2, 3, 4].includes(Number(value)) && typeof value === 'number';
  if (field !== 'props' || !isObject(value)) return false;
  const { prompt = '', align = 'left', list = 'bullet', start = 1 } = value;
  return (
    typeof prompt === 'string' &&
    ['left', 'center', 'right'].includes(String(align)) &&
    ['bullet', 'decimal', 'paren', 'circled'].includes(String(list)) &&
    Number.isInteger(start)
  );
}

function table(source: Json): Json {
  return {
    ...source,
    ...(Array.isArray(source['columns']) && { columns: source['columns'].map((width: unknown) => ({ width })) }),
    ...mapped(source, 'rows', (row) => ({
      ...struck(row),
      ...mapped(row, 'cells', (cell) => ({ ...cell, ...mapped(cell, 'blocks', block) })),
    })),
  };
}

function struck(marked: Json): Json {
  return typeof marked['del'] === 'string' ? { ...marked, del: [marked['del']] } : marked;
}

/** The property `key` with every object of its list changed; nothing where there is no list: the schema will say so. */
function mapped(owner: Json, key: string, change: (item: Json) => Json): Json {
  const list = owner[key];
  if (!Array.isArray(list)) return {};
  return { [key]: list.map((item: unknown) => (isObject(item) ? change(item) : item)) };
}

function values(record: unknown, change: (item: Json) => Json): unknown {
  if (!isObject(record)) return record;
  return Object.fromEntries(Object.entries(record).map(([id, item]) => [id, isObject(item) ? change(item) : item]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
