import type { ListStyle } from '#shared/document/schema.ts';
import { formatNumber } from './number-format.ts';
import { child, childNumber, childrenOf, childToggle, childValue, type XmlElement } from '#backend/word/read/xml.ts';

interface Level {
  format: string | undefined;
  start: number;
  /** `%1.%2` and the like; the bullet itself for bullets. */
  text: string;
  /** All numbers in the label as figures (w:isLgl). */
  isLegal: boolean;
  /** Restarts when a level up to this one (from 1) advances; 0: never. */
  restartAfter: number | undefined;
  paragraphStyle: string | undefined;
}
interface AbstractList {
  levels: Map<number, Level>;
  numberingStyleLink: string | undefined;
}
interface ListInstance {
  abstractId: string;
  overrides: Map<number, { start: number | undefined; level: Level | undefined }>;
}

export interface AutomaticLabel {
  /** As printed, without the tab or space after it; '' for level text that is empty. */
  label: string;
  style: ListStyle;
}

/**
 * Automatic numbers (ECMA-376 part 1, §17.9). Counting is a walk through the document: `next` must be called once for
 * every numbered paragraph that stays, in order.
 */
export class Numbering {
  readonly #abstract = new Map<string, AbstractList>();
  readonly #instances = new Map<string, ListInstance>();
  /** Abstract list that defines a numbering style. */
  readonly #styleLists = new Map<string, string>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #startedOverrides = new Set<string>();

  constructor(root?: XmlElement) {
    for (const element of childrenOf(root, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'] ?? '';
      const styleLink = childValue(element, 'w:styleLink');
      if (styleLink !== undefined) this.#styleLists.set(styleLink, id);
      this.#abstract.set(id, {
        levels: new Map(childrenOf(element, 'w:lvl').map((level) => [levelIndex(level), readLevel(level)])),
        numberingStyleLink: childValue(element, 'w:numStyleLink'),
      });
    }
    for (const element of childrenOf(root, 'w:num')) {
      const overrides = childrenOf(element, 'w:lvlOverride').map((override) => {
        const level = child(override, 'w:lvl');
        return [
          levelIndex(override),
          { start: childNumber(override, 'w:startOverride'), level: level && readLevel(level) },
        ] as const;
      });
      this.#instances.set(element.attributes['w:numId'] ?? '', {
        abstractId: childValue(element, 'w:abstractNumId') ?? '',
        overrides: new Map(overrides),
      });
    }
  }

  /** The level a paragraph style is bound to in this list, or undefined. */
  levelOfStyle(numberingId: string, style: string | undefined): number | undefined {
    const list = this.#find(numberingId);
    if (style === undefined || !list) return undefined;
    for (const [index, level] of list.levels) if (level.paragraphStyle === style) return index;
    return undefined;
  }

  /** Counts a paragraph and returns its label; null when the list or level does not exist. */
  next(numberingId: string, level: number): AutomaticLabel | null {
    const list = this.#find(numberingId);
    const definition = list && levelOf(list, level);
    if (!list || !definition) return null;
    const counts = this.#count(numberingId, list, level);
    if (definition.format === 'bullet') return { label: bullet(definition.text), style: 'bullet' };
    const label = definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = definition.isLegal && index !== level ? 'decimal' : levelOf(list, index)?.format;
      return formatNumber(format, counts[index] ?? startOf(list, index));
    });
    return { label, style: styleOf(label) };
  }

  #count(numberingId: string, list: ResolvedList, level: number): (number | undefined)[] {
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const overrideKey = `${numberingId}/${level}`;
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

  #find(numberingId: string): ResolvedList | undefined {
    const instance = this.#instances.get(numberingId);
    const own = instance && this.#abstract.get(instance.abstractId);
    if (!instance || !own) return undefined;
    const linked = own.numberingStyleLink === undefined ? undefined : this.#styleLists.get(own.numberingStyleLink);
    const levels = (linked === undefined ? undefined : this.#abstract.get(linked)?.levels) ?? own.levels;
    return { abstractId: instance.abstractId, levels, overrides: instance.overrides };
  }
}

interface ResolvedList {
  abstractId: string;
  levels: Map<number, Level>;
  overrides: ListInstance['overrides'];
}

const levelCount = 9;

function levelIndex(element: XmlElement): number {
  return Number(element.attributes['w:ilvl'] ?? 0);
}

function levelOf(list: ResolvedList, index: number): Level | undefined {
  return list.overrides.get(index)?.level ?? list.levels.get(index);
}

function startOf(list: ResolvedList, index: number): number {
  return list.overrides.get(index)?.start ?? levelOf(list, index)?.start ?? 1;
}

function readLevel(element: XmlElement): Level {
  // Formats newer than the first edition stand in mc:AlternateContent with a plain one as fallback.
  const alternate = child(element, 'mc:AlternateContent');
  const custom = child(child(alternate, 'mc:Choice'), 'w:numFmt')?.attributes['w:format'];
  const plain = childValue(element, 'w:numFmt') ?? childValue(child(alternate, 'mc:Fallback'), 'w:numFmt');
  return {
    format: /^0+1(?=,)/.exec(custom ?? '')?.[0] ?? plain,
    start: childNumber(element, 'w:start') ?? 0,
    text: childValue(element, 'w:lvlText') ?? '',
    isLegal: childToggle(element, 'w:isLgl') ?? false,
    restartAfter: childNumber(element, 'w:lvlRestart'),
    paragraphStyle: childValue(element, 'w:pStyle'),
  };
}

/** A label as a program printed it. */
export function printedLabel(text: string): AutomaticLabel {
  const isBullet = text.trim() === '' || !/[\p{L}\p{N}]/u.test(text);
  return isBullet
    ? { label: bullet(text.trim()), style: 'bullet' }
    : { label: text.trim(), style: styleOf(text.trim()) };
}

/** Bullets come from symbol fonts in the private use area, where every office program draws its own. */
function bullet(text: string): string {
  return text === '' || /[\uE000-\uF8FF]/.test(text) ? '•' : text;
}

function styleOf(label: string): ListStyle {
  if (/^[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]/.test(label)) return 'circled';
  return /^[(（]/.test(label) ? 'paren' : 'decimal';
}
