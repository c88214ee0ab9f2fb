import { importBytes } from '#backend/import/index.ts';
import { readFileSync } from 'node:fs';
import { sampleLetter } from './paths.ts';
import { reportBudget } from './report.ts';
import { median, percentile, timeCalls } from './stats.ts';

/** A thousand letters, each a little different, read one after another. */
export async function benchImport(): Promise<void> {
  const text = readFileSync(sampleLetter, 'utf8');
  const samples = await timeCalls(1000, 5, (round) =>
    importBytes({ name: `${round}.txt`, bytes: Buffer.from(text.replaceAll('三、', `三、第${round}次`)) }),
  );
  const mean = samples.reduce((sum, value) => sum + value, 0) / samples.length;
  reportBudget('import of 1,000 letters, each', mean, 20, { p50: median(samples), p95: percentile(samples, 0.95) });
}
