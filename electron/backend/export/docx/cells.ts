import { tableText, TWIPS_PER_POINT } from '../letter/measures.ts';
import { attributes } from './xml.ts';

/** Exact line of 四号 in tables and in the 版记, in twips. */
export const smallLine = tableText.linePitch * TWIPS_PER_POINT;

/** Width of the borders of tables, in twips. */
export const borderWidth = 10;

/**
 * Margins of cells, `w:tblCellMar` of a table or `w:tcMar` of a cell. Room in a row stands below its text only: an exact
 * line has its characters at its foot, so with as much under them they are in the middle of the row.
 */
export function cellMarginXml(
  name: 'tblCellMar' | 'tcMar',
  { bottom, sides }: { bottom: number; sides?: number },
): string {
  const margin = (edge: string, twips: number | undefined): string =>
    twips === undefined ? '' : `<w:${edge}${attributes({ w: twips, type: 'dxa' })}/>`;
  return `<w:${name}>${margin('left', sides)}${margin('bottom', Math.max(0, bottom))}${margin('right', sides)}</w:${name}>`;
}
