import { child, childNumber, childrenOf, childToggle, childValue, type XmlElement } from './xml.ts';

export interface NumberLevel {
  /** ST_NumberFormat, or a pattern such as 001. */
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

/** A list that paragraphs name by `w:numId`. */
export interface WordList {
  /** Lists of one definition count on together. */
  definition: string;
  /** From 0. */
  levels: ReadonlyMap<number, NumberLevel>;
  overrides: ReadonlyMap<number, { start: number | undefined; level: NumberLevel | undefined }>;
}

interface AbstractList {
  levels: Map<number, NumberLevel>;
  numberingStyleLink: string | undefined;
}

/** The lists a file defines (ECMA-376 part 1, §17.9). What is printed, `NumberCounter` counts. */
export class Numbering {
  readonly #abstract = new Map<string, AbstractList>();
  readonly #lists = new Map<string, Pick<WordList, 'definition' | 'overrides'>>();
  /** Abstract list that defines a numbering style. */
  readonly #styleLists = new Map<string, string>();

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
      this.#lists.set(element.attributes['w:numId'] ?? '', {
        definition: childValue(element, 'w:abstractNumId') ?? '',
        overrides: new Map(overrides),
      });
    }
  }

  list(id: string): WordList | undefined {
    const list = this.#lists.get(id);
    const own = list && this.#abstract.get(list.definition);
    if (!list || !own) return undefined;
    const linked = own.numberingStyleLink === undefined ? undefined : this.#styleLists.get(own.numberingStyleLink);
    const levels = (linked === undefined ? undefined : this.#abstract.get(linked)?.levels) ?? own.levels;
    return { ...list, levels };
  }

  /** The level a paragraph style is bound to in this list, or undefined. */
  levelOfStyle(id: string, style: string | undefined): number | undefined {
    const list = this.list(id);
    if (style === undefined || !list) return undefined;
    for (const [index, level] of list.levels) if (level.paragraphStyle === style) return index;
    return undefined;
  }
}

function levelIndex(element: XmlElement): number {
  return Number(element.attributes['w:ilvl'] ?? 0);
}

function readLevel(element: XmlElement): NumberLevel {
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
