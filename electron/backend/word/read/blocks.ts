import { rangeMark, readInlines, type Reading } from './inline.ts';
import type {
  OtherElement,
  RangeMark,
  WordBlock,
  CellLevel,
  WordParagraph,
  RowLevel,
  WordTable,
  Wrapped,
} from './model.ts';
import { readParagraphProperties } from './paragraph-properties.ts';
import { readChange } from './revision.ts';
import { readSection } from './section.ts';
import { readCellProperties, readGrid, readRowProperties, readTableProperties } from './table-properties.ts';
import { readWrapped } from './wrapped.ts';
import { child, type XmlElement } from './xml.ts';
import { isForeign } from './xml-names.ts';

/** Everything inside a body, a cell, a text box or a note; the properties of a cell are no block. */
export function readBlocks(parent: XmlElement, reading: Reading): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const element of parent.children) if (element.name !== 'w:tcPr') blocks.push(readBlock(element, reading));
  return blocks;
}

const holders = new Set(['w:customXml', 'wx:sect', 'wx:sub-section', 'wx:pBdrGroup', 'w:cfChunk']);

export function readBlock(element: XmlElement, reading: Reading): WordBlock {
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, reading);
    case 'w:tbl':
      return readTable(element, reading);
    case 'w:sectPr':
      return readSection(element);
    case 'w:altChunk':
      return { kind: 'embedded-document', relationship: element.attributes['r:id'] ?? '' };
    default:
      return readOther(element, holders, reading, (content) => readBlocks(content, reading));
  }
}

function readParagraph(element: XmlElement, reading: Reading): WordParagraph {
  return {
    kind: 'paragraph',
    position: { part: reading.part, index: reading.nextParagraph() },
    paraId: element.attributes['w14:paraId'],
    properties: readParagraphProperties(child(element, 'w:pPr')),
    content: readInlines(element, reading),
  };
}

function readTable(table: XmlElement, reading: Reading): WordTable {
  return {
    kind: 'table',
    properties: readTableProperties(child(table, 'w:tblPr')),
    grid: readGrid(table),
    gridChange: readChange(child(table, 'w:tblGrid'), 'w:tblGridChange'),
    content: readRows(table, reading),
  };
}

const propertiesOfTable = new Set(['w:tblPr', 'w:tblGrid']);
const rowHolders = new Set(['w:customXml']);

function readRows(parent: XmlElement, reading: Reading): RowLevel[] {
  const rows: RowLevel[] = [];
  for (const element of parent.children) {
    if (element.name === 'w:tr') {
      rows.push({
        kind: 'row',
        properties: readRowProperties(child(element, 'w:trPr')),
        content: readCells(element, reading),
      });
    } else if (!propertiesOfTable.has(element.name)) {
      rows.push(readOther(element, rowHolders, reading, (content) => readRows(content, reading)));
    }
  }
  return rows;
}

function readCells(parent: XmlElement, reading: Reading): CellLevel[] {
  const cells: CellLevel[] = [];
  for (const element of parent.children) {
    if (element.name === 'w:tc') {
      cells.push({
        kind: 'cell',
        properties: readCellProperties(child(element, 'w:tcPr')),
        content: readBlocks(element, reading),
      });
    } else if (element.name !== 'w:trPr') {
      cells.push(readOther(element, rowHolders, reading, (content) => readCells(content, reading)));
    }
  }
  return cells;
}

/** What is neither a block, a row nor a cell by itself. */
function readOther<Content>(
  element: XmlElement,
  holding: ReadonlySet<string>,
  reading: Reading,
  read: (parent: XmlElement) => Content[],
): Wrapped<Content> | RangeMark | OtherElement {
  const { name, attributes } = element;
  if (holding.has(name) || isForeign(name)) return { kind: 'group', name, attributes, content: read(element) };
  const wrapped = readWrapped(element, read, (annotation) => reading.addComment(annotation));
  // The mark of a comment between paragraphs says no more than its range.
  if (wrapped && wrapped.kind !== 'comment-reference') return wrapped;
  return rangeMark(element) ?? { kind: 'other', xml: element };
}
