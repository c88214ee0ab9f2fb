import type { CaseFacts } from './case.ts';
import type { UnitSettings } from './unit-settings.ts';

/**
 * The day that many calendar months after `isoDate`. Where the month is too short, its last day: three months after
 * 30 November end on 28 or 29 February.
 */
function addMonths(isoDate: string, months: number): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return date.toISOString().slice(0, 10);
}

/**
 * The case with the day the answer is due by the rules of the unit, where none is given and the day of receipt is not
 * that of `earlier`: a due date the person set stays, and one the person emptied stays empty.
 */
export function withDueDate(
  facts: CaseFacts,
  earlier: Pick<CaseFacts, 'receivedOn'> | undefined,
  unit: Pick<UnitSettings, 'answerMonths' | 'opinionMonths'>,
): CaseFacts {
  const { receivedOn, dueOn, role } = facts;
  if (dueOn !== null || receivedOn === null || receivedOn === (earlier?.receivedOn ?? null)) return facts;
  return { ...facts, dueOn: addMonths(receivedOn, role === 'co' ? unit.opinionMonths : unit.answerMonths) };
}
