import type { SourceCell, SourceLine, SourceTable } from '../source.ts';
import { dateAtEnd, dateLine } from './dates.ts';
import { docNumberIn } from './doc-number.ts';
import { fold, squeeze } from './fold.ts';
import { categoryIn, disclosureIn, signerIn } from './head-marks.ts';
import { unitNames } from './units.ts';

const mostRows = 12;

/**
 * The lines of a table that only places parts of a letter side by side: 文号 and 签发人 before it addresses anybody,
 * signature and date below. Null for a table of data.
 */
export function layoutLines(table: SourceTable, isInHead: boolean): SourceLine[] | null {
  const rows = table.rows.map(linesOfRow).filter((lines) => lines.length > 0);
  const lines = rows.flat();
  if (lines.length === 0 || rows.length > mostRows) return null;
  if (isInHead) return lines.every(isHeadLine) ? lines : null;
  return lines.every(isSignatureLine) && lines.some(({ text }) => dateAtEnd(fold(text.trim())) !== null)
    ? withoutRepeatedDates(lines)
    : null;
}

const linesOfRow = (row: SourceCell[]): SourceLine[] =>
  row.flatMap((cell) => cell.lines.filter((line) => line.text.trim() !== ''));

function isHeadLine({ text }: SourceLine): boolean {
  const key = fold(text.trim());
  if (key.length > 60) return false;
  return (
    docNumberIn({ text: text.trim(), key }) !== null ||
    signerIn({ text: text.trim(), key }) !== null ||
    categoryIn(key) !== null ||
    disclosureIn(key) !== null
  );
}

function isDate({ text }: SourceLine): boolean {
  return dateLine(fold(text.trim()), text.trim()) !== null;
}

/** An office, a date, or both on one line. */
function isSignatureLine(line: SourceLine): boolean {
  const text = line.text.trim();
  const key = fold(text);
  if (isDate(line) || /^\((?:印章|公章|盖章|签章)\)$/.test(squeeze(key))) return true;
  const end = dateAtEnd(key)?.start ?? key.length;
  return unitNames(key.slice(0, end).trim(), text.slice(0, end).trim()) !== null;
}

/** Two offices that sign side by side print the date twice. */
function withoutRepeatedDates(lines: SourceLine[]): SourceLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = squeeze(fold(line.text));
    const isRepeated = isDate(line) && seen.has(key);
    seen.add(key);
    return !isRepeated;
  });
}
