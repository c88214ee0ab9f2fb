import type { FontSubstitution } from '#shared/contract/exports.ts';
import type { CommandCall } from './command.ts';

/** Says once for each font what the PDFs took in its place; nothing with `--json`, where the result says it. */
export async function tellSubstitutions(
  { io, json, words }: CommandCall,
  substitutions: readonly FontSubstitution[],
): Promise<void> {
  if (json) return;
  const once = new Map(substitutions.map((substitution) => [substitution.wanted, substitution]));
  const say = once.size > 0 ? await words() : undefined;
  for (const { wanted, used } of once.values()) io.err(`${say!('export.substituted', { wanted, used })}\n`);
}
