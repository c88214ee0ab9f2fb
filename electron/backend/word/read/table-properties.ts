import {
  otherProperties,
  readChange,
  readRevision,
  readTrackedMark,
  type PropertyChange,
  type Revision,
  type TrackedMark,
} from './revision.ts';
import { child, childNumber, childrenOf, childToggle, childValue, type XmlElement } from './xml.ts';

export interface TableProperties {
  style: string | undefined;
  change: PropertyChange<XmlElement> | undefined;
  other: XmlElement[];
}
export interface RowProperties extends TrackedMark {
  /** Repeated at the top of each page. */
  isHeader: boolean;
  isHidden: boolean;
  /** Columns of the grid left empty before its first cell and after its last. */
  gridBefore: number;
  gridAfter: number;
  change: PropertyChange<XmlElement> | undefined;
  other: XmlElement[];
}
export interface CellProperties {
  /** Columns of the grid. */
  span: number;
  /** Merged with the cells above and below: the first of them, or one that goes on. */
  merge: 'start' | 'continued' | undefined;
  inserted: Revision | undefined;
  deleted: Revision | undefined;
  /** A tracked merge or split, with the states of `w:vMerge` after and before. */
  merged: { revision: Revision; after: string | undefined; before: string | undefined } | undefined;
  change: PropertyChange<XmlElement> | undefined;
  other: XmlElement[];
}

const knownOfTable = new Set(['w:tblStyle', 'w:tblPrChange']);
export function readTableProperties(properties: XmlElement | undefined): TableProperties {
  return {
    style: childValue(properties, 'w:tblStyle'),
    change: readChange(properties, 'w:tblPrChange'),
    other: otherProperties(properties, knownOfTable),
  };
}

const knownOfRow = new Set(['w:tblHeader', 'w:hidden', 'w:gridBefore', 'w:gridAfter', 'w:trPrChange']);
export function readRowProperties(properties: XmlElement | undefined): RowProperties {
  const tracked: TrackedMark = {};
  const other = otherProperties(properties, knownOfRow).filter((element) => !readTrackedMark(element, tracked));
  return {
    ...tracked,
    isHeader: childToggle(properties, 'w:tblHeader') ?? false,
    isHidden: childToggle(properties, 'w:hidden') ?? false,
    gridBefore: childNumber(properties, 'w:gridBefore') ?? 0,
    gridAfter: childNumber(properties, 'w:gridAfter') ?? 0,
    change: readChange(properties, 'w:trPrChange'),
    other,
  };
}

const knownOfCell = new Set([
  'w:gridSpan',
  'w:vMerge',
  'w:vmerge',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:tcPrChange',
]);
export function readCellProperties(properties: XmlElement | undefined): CellProperties {
  const merge = child(properties, 'w:vMerge') ?? child(properties, 'w:vmerge');
  const inserted = child(properties, 'w:cellIns');
  const deleted = child(properties, 'w:cellDel');
  const merged = child(properties, 'w:cellMerge');
  return {
    span: childNumber(properties, 'w:gridSpan') ?? 1,
    merge: merge && (merge.attributes['w:val'] === 'restart' ? 'start' : 'continued'),
    inserted: inserted && readRevision(inserted),
    deleted: deleted && readRevision(deleted),
    merged: merged && {
      revision: readRevision(merged),
      after: merged.attributes['w:vMerge'],
      before: merged.attributes['w:vMergeOrig'],
    },
    change: readChange(properties, 'w:tcPrChange'),
    other: otherProperties(properties, knownOfCell),
  };
}

/** Widths of the columns in twips; undefined where one is not told. */
export function readGrid(table: XmlElement): (number | undefined)[] {
  return childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').map((column) => {
    const width = Number(column.attributes['w:w']);
    return Number.isFinite(width) ? width : undefined;
  });
}
