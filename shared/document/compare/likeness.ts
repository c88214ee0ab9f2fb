/** What of a text is looked at to tell how much of it another one has: its pairs of neighbouring characters, sorted. */
export type Traits = Float64Array;

export function traitsOf(text: string): Traits {
  const traits = new Float64Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const before = index === 0 ? 2 : text.charCodeAt(index - 1);
    traits[index] = before * 0x10000 + text.charCodeAt(index);
  }
  return traits.sort();
}

export function joinedTraits(all: readonly Traits[]): Traits {
  const joined = new Float64Array(all.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of all) {
    joined.set(one, at);
    at += one.length;
  }
  return joined.sort();
}

/** How many traits both have. */
export function common(a: Traits, b: Traits): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}

/** Of few characters pairs say little; of these the characters themselves are compared. */
const SHORT = 16;

/** Share of what two texts have in common, 0–1. */
export function likeness(a: { text: string; traits: Traits }, b: { text: string; traits: Traits }): number {
  const length = a.text.length + b.text.length;
  if (length === 0) return 1;
  if (a.text.length > SHORT || b.text.length > SHORT) return (2 * common(a.traits, b.traits)) / length;
  const left = new Map<string, number>();
  for (const character of a.text) left.set(character, (left.get(character) ?? 0) + 1);
  let count = 0;
  for (const character of b.text) {
    const more = left.get(character) ?? 0;
    if (more > 0) count += character.length;
    left.set(character, more - 1);
  }
  return (2 * count) / length;
}
