/** One figure of the bench, printed as one line of JSON. */
export interface Figure {
  name: string;
  /** Figure and its baseline in `unit`; `ratio` = value / baseline. Budgets in plain units have no baseline. */
  value: number;
  unit: 'ms' | 'ratio';
  baseline?: { name: string; value: number };
  ratio?: number;
  goal: string;
  met: boolean;
  /** Further figures worth seeing, such as p50. */
  more?: Record<string, number>;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** A budget in ms that needs no baseline because it bounds one call inside a warm process. */
export function reportBudget(name: string, value: number, budgetMs: number, more?: Record<string, number>): void {
  print({ name, value, unit: 'ms', goal: `<= ${budgetMs} ms`, met: value <= budgetMs, ...(more && { more }) });
}

/** A figure against a named baseline measured in the same run. */
export function reportRatio(
  name: string,
  value: number,
  baseline: { name: string; value: number },
  goal: number,
  more?: Record<string, number>,
): void {
  const ratio = value / baseline.value;
  print({ name, value, unit: 'ms', baseline, ratio, goal: `<= ${goal} x`, met: ratio <= goal, ...(more && { more }) });
}

/** Something that could not be measured here, said in the open. */
export function reportSkipped(name: string, reason: string): void {
  process.stdout.write(`${JSON.stringify({ name, skipped: reason })}\n`);
}

function print(figure: Figure): void {
  const numbers = JSON.stringify(figure, (_key, value: unknown) =>
    typeof value === 'number' ? rounded(value) : value,
  );
  process.stdout.write(`${numbers}\n`);
}
