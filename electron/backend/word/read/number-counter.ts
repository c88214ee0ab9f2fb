import { formatNumber } from './number-format.ts';
import type { Numbering, NumberLevel, WordList } from './numbering.ts';

export interface AutomaticNumber {
  /** As printed, without the tab or space after it; the character of a bullet, in whatever font; '' for none. */
  text: string;
  isBullet: boolean;
}

/**
 * Counts the automatic numbers of a text. Which paragraphs count depends on what becomes of tracked changes, so whoever
 * walks through the text asks once for every numbered paragraph that stays, in order.
 */
export class NumberCounter {
  readonly #numbering: Numbering;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #startedOverrides = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Counts a paragraph; `level` from 0. Null when the list or level does not exist. */
  next(listId: string, level: number): AutomaticNumber | null {
    const list = this.#numbering.list(listId);
    const definition = list && levelOf(list, level);
    if (!list || !definition) return null;
    const counts = this.#count(listId, list, level);
    if (definition.format === 'bullet') return { text: definition.text, isBullet: true };
    const text = definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = definition.isLegal && index !== level ? 'decimal' : levelOf(list, index)?.format;
      return formatNumber(format, counts[index] ?? startOf(list, index));
    });
    return { text, isBullet: false };
  }

  #count(listId: string, list: WordList, level: number): (number | undefined)[] {
    const counts = this.#counts.get(list.definition) ?? [];
    this.#counts.set(list.definition, counts);
    const overrideKey = `${listId}/${level}`;
    if (list.overrides.get(level)?.start !== undefined && !this.#startedOverrides.has(overrideKey)) {
      this.#startedOverrides.add(overrideKey);
      counts[level] = undefined;
    }
    for (let upper = 0; upper < level; upper += 1) counts[upper] ??= startOf(list, upper);
    const current = counts[level];
    counts[level] = current === undefined ? startOf(list, level) : current + 1;
    for (let lower = level + 1; lower < levelCount; lower += 1) {
      const restartAfter = levelOf(list, lower)?.restartAfter;
      if (restartAfter === undefined || level < restartAfter) counts[lower] = undefined;
    }
    return counts;
  }
}

const levelCount = 9;

function levelOf(list: WordList, index: number): NumberLevel | undefined {
  return list.overrides.get(index)?.level ?? list.levels.get(index);
}

function startOf(list: WordList, index: number): number {
  return list.overrides.get(index)?.start ?? levelOf(list, index)?.start ?? 1;
}
