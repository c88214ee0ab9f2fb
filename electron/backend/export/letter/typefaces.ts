import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import { typeface, type TypefaceRole } from './measures.ts';

/** Typefaces of a role in order of preference, each once: the unit's, then the standard's. Never empty. */
export function typefaceWishes(role: TypefaceRole, layout: Pick<UnitLayout, 'fonts'>): readonly string[] {
  return [...new Set([...layout.fonts[role], ...typeface[role]])];
}
