import { DafuError } from '#shared/contract/errors.ts';
import { mostNesting } from '#shared/lib/nesting.ts';

/**
 * Caps for hostile or mistaken input. A reply letter has some 4,000 characters; everything here is far beyond a letter
 * and far below what would stall the backend.
 */
export const limits = {
  bytes: 50 * 1024 * 1024,
  characters: 5_000_000,
  paragraphs: 199_999,
  lineCharacters: 1_000_000,
  /** Nested elements in HTML, levels of a value in JSON. */
  nesting: mostNesting,
  /** Elements in HTML. */
  elements: 500_000,
  /** Parts of a web page saved as one file. */
  parts: 2_000,
} as const;

/** Throws IMPORT_TOO_LARGE when `actual` is above the cap called `limit`. */
export function checkLimit(name: string, limit: keyof typeof limits, actual: number): void {
  if (actual > limits[limit]) throw new DafuError('IMPORT_TOO_LARGE', { name, limit, actual, allowed: limits[limit] });
}
