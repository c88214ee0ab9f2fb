import type { Case, ShippedFormId } from '../cases.ts';
import type { Exported, Printed } from '../exports.ts';
import type { ConformanceLetter } from '../letters.ts';

/**
 * One demand of GB/T 9704-2012 (or of the project on its own files) and how it is measured. The list of rules is meant
 * to be read by someone who knows the standard and not the program.
 */
export interface Rule {
  id: string;
  /** Of GB/T 9704-2012 unless it names something else. */
  clause: string;
  title: string;
  forms: readonly ShippedFormId[];
  /** Letters it is measured on; absent: all. */
  applies?: (letter: ConformanceLetter) => boolean;
  /** The printed page by LibreOffice or by the product; the files themselves; both ways of printing side by side. */
  on: readonly Target[];
  wanted: Wanted;
  tolerance: number;
  unit: Unit;
  measure: (view: View) => readonly Measured[] | Promise<readonly Measured[]>;
}

export type Target = 'word' | 'pdf' | 'docx' | 'pdf-file' | 'both';
export type Unit = 'mm' | 'pt' | '字' | '行' | '个' | '';
/** A number, a range, or a word. */
export type Wanted = number | string | { from?: number; to?: number };

export interface View extends Printed {
  case: Case;
  exported: Exported;
  by: Target;
  /** All that is measured in this run, for what one form owes another. */
  all: readonly Exported[];
}

/** What was found at one place. A rule that applies but finds nothing to measure has failed. */
export interface Measured {
  value: number | string;
  at: string;
}

export const shippedForms = {
  all: ['letter', 'red-head', 'plain', 'preprinted-letter', 'preprinted-red-head'],
  /** With the head printed by the program. */
  red: ['letter', 'red-head'],
  letter: ['letter'],
  letterKind: ['letter', 'preprinted-letter'],
  redHead: ['red-head'],
  redHeadKind: ['red-head', 'preprinted-red-head'],
  preprinted: ['preprinted-letter', 'preprinted-red-head'],
} as const satisfies Record<string, readonly ShippedFormId[]>;

export const onPaper = ['word', 'pdf'] as const satisfies readonly Target[];

/** How far a value lies outside what is wanted; a wrong word is infinitely far. */
export function distance(value: number | string, wanted: Wanted): number {
  if (typeof wanted === 'string' || typeof value === 'string') return value === wanted ? 0 : Infinity;
  if (Number.isNaN(value)) return Infinity;
  const { from = -Infinity, to = Infinity } = typeof wanted === 'number' ? { from: wanted, to: wanted } : wanted;
  return Math.max(0, from - value, value - to);
}
