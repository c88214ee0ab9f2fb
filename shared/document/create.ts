import { newId } from '#shared/lib/ids.ts';
import type {
  Block,
  BlockProps,
  FieldName,
  Format,
  Run,
  Section,
  SectionRole,
  ReplyDocument,
  TableColumn,
} from './schema.ts';
import { REPLY_SCHEMA } from './schema.ts';

export function textRun(text: string, format?: Format): Run {
  return format ? { text, format } : { text };
}

/** A field without a value yet; `fillFields` gives it its text. */
export function fieldRun(field: FieldName, around: { before?: string; after?: string } = {}): Run {
  return { text: '', object: { type: 'field', field, ...around } };
}

export const breakRun = (): Run => ({ text: '\n', object: { type: 'break' } });

function runsOf(content: string | Run[]): Run[] {
  if (typeof content !== 'string') return content;
  return content === '' ? [] : [textRun(content)];
}

export function paragraph(content: string | Run[], props?: BlockProps): Block {
  return { id: newId(), type: 'paragraph', ...(props && { props }), runs: runsOf(content) };
}

/** An empty paragraph that shows what belongs there. */
export function promptParagraph(prompt: string): Block {
  return paragraph('', { prompt });
}

export function heading(level: 1 | 2 | 3 | 4, content: string | Run[], props?: BlockProps): Block {
  return { id: newId(), type: 'heading', level, ...(props && { props }), runs: runsOf(content) };
}

export function listItem(list: NonNullable<BlockProps['list']>, content: string | Run[], level = 1): Block {
  return { id: newId(), type: 'list-item', level, props: { list }, runs: runsOf(content) };
}

export function pageBreak(): Block {
  return { id: newId(), type: 'page-break', runs: [] };
}

/** Columns of a table from their shares of the type area. */
export function columnsOf(widths: readonly number[]): TableColumn[] {
  return widths.map((width) => ({ width }));
}

/** A table of plain paragraphs, columns of equal width. `rows` must all have the same length. */
export function table(rows: (string | Run[])[][], headerRows = 1): Block {
  return {
    id: newId(),
    type: 'table',
    runs: [],
    table: {
      headerRows,
      columns: columnsOf((rows[0] ?? []).map(() => 1)),
      rows: rows.map((cells) => ({
        id: newId(),
        cells: cells.map((content) => ({ id: newId(), blocks: [paragraph(content)] })),
      })),
    },
  };
}

export function section(role: SectionRole, blocks: Block[], sectionHeading?: Block): Section {
  return { id: newId(), role, ...(sectionHeading && { heading: sectionHeading }), blocks };
}

/** The text of one item of `tail.attachments`. */
export function attachmentSection(itemId: string, blocks: Block[]): Section {
  return { ...section('attachment', blocks), attachment: { itemId } };
}

/** Sections a letter has from the start. */
const letterParts: SectionRole[] = ['opening', 'progress', 'plan', 'closing'];

/** All standard sections, each with one empty paragraph to type into. */
export function emptyReplyDocument(): ReplyDocument {
  return {
    schema: REPLY_SCHEMA,
    id: newId(),
    head: { title: [], salutation: [] },
    sections: letterParts.map((role) => section(role, [paragraph('')])),
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
    revisions: {},
    threads: {},
  };
}
