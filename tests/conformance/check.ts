import type { Exported } from './exports.ts';
import { chapters } from './rules/index.ts';
import { distance, type Measured, type Rule, type Target, type View } from './rules/rule.ts';

/** What came out of one rule on one letter, printed one way. */
export interface Finding {
  rule: Rule;
  on: Target;
  caseId: string;
  measured: Measured;
  /** How far outside what is wanted, tolerance not counted. */
  off: number;
  isKept: boolean;
}

/** Letters measured at once: the programs that look into the files run beside each other. */
const lanes = 3;

/** Measures every rule that applies. */
export async function check(
  exported: readonly Exported[],
  rules: readonly Rule[] = chapters.flatMap((chapter) => chapter.rules),
  all: readonly Exported[] = exported,
): Promise<Finding[]> {
  const findings = exported.map((): Finding[] => []);
  const waiting = [...exported.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, one] = next;
      for (const rule of rules) {
        const { letter, form } = one.case;
        const isMeant =
          rule.forms.includes(form) && rule.id.startsWith(letter.only ?? '') && (rule.applies?.(letter) ?? true);
        if (isMeant) for (const on of rule.on) findings[index]?.push(...(await findingsOf(rule, on, one, all)));
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return findings.flat();
}

async function findingsOf(rule: Rule, on: Target, one: Exported, all: readonly Exported[]): Promise<Finding[]> {
  const printed = on === 'word' || on === 'docx' ? one.word : one.pdf;
  const view: View = { ...printed, case: one.case, exported: one, by: on, all };
  const measured = await rule.measure(view);
  return measured.map((found) => {
    const off = distance(found.value, rule.wanted);
    return { rule, on, caseId: one.case.id, measured: found, off, isKept: off <= rule.tolerance + 1e-9 };
  });
}
