import type { CaseFacts } from './case.ts';
import type { UnitSettings } from './unit-settings.ts';

/**
 * The day that many calendar months after `isoDate`. Where the month is too short, its last day: three months after
 * 30 November end on 28 or 29 February.
 */
export function addMonths(isoDate: string, months: number): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return date.toISOString().slice(0, 10);
}

/** When the answer is due by the rules of the unit, or null while it is not known when the case came in. */
export function defaultDueDate(
  facts: Pick<CaseFacts, 'receivedOn' | 'role'>,
  unit: Pick<UnitSettings, 'answerMonths' | 'opinionMonths'>,
): string | null {
  if (facts.receivedOn === null) return null;
  return addMonths(facts.receivedOn, facts.role === 'co' ? unit.opinionMonths : unit.answerMonths);
}
