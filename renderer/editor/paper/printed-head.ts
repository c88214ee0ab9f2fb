import type { Tail } from '#shared/document/schema.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { HeadData } from '../api.ts';

/** What the head of the letter prints, for the eye: the exact places are those of the export. */

const PT_PER_MM = 72 / 25.4;
const TYPE_AREA_PT = 156 * PT_PER_MM;

/** Names of the 发文机关标志: what the letter says, else the units that sign it together, else the own unit. */
export function issuerNames(head: HeadData, tail: Tail, unit: UnitSettings, form: Form): string[] {
  const written = (head.issuer ?? '').split('\n').filter((name) => name !== '');
  const signing = tail.units.filter((name) => name !== '');
  const known = written.length > 0 ? written : signing.length > 1 ? signing : [];
  if (known.length > 0) return form.head?.issuer.joint === 'all' ? known : known.slice(0, 1);
  return [unit.fullName, ...signing].filter((name) => name !== '').slice(0, 1);
}

/** In pt: the largest size in which the longest name and what stands behind it fit into one line. */
export function issuerSize(names: readonly string[], issuer: { largestSize: number; suffix: string }): number {
  const suffix = widthInCharacters(issuer.suffix) + (names.length > 1 && issuer.suffix !== '' ? 0.5 : 0);
  const width = Math.max(1, ...names.map(widthInCharacters)) + suffix;
  return Math.max(16, Math.min(issuer.largestSize, Math.floor((2 * TYPE_AREA_PT) / width) / 2));
}

/** Digits and other half-width characters count one half. */
export function widthInCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e]/.test(character) ? 0.5 : 1;
  return width;
}
