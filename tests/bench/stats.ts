/** The value below which `share` (0–1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Times `rounds` calls in ms, after `warmUps` calls that do not count. */
export async function timeCalls(rounds: number, warmUps: number, call: (round: number) => unknown): Promise<number[]> {
  const samples: number[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const start = performance.now();
    await call(round);
    if (round >= 0) samples.push(performance.now() - start);
  }
  return samples;
}
