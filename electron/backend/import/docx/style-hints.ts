import type { Styles, WordStyle } from '#backend/word/read/styles.ts';

/** What a style means for the lines of a letter; what it says nothing about is undefined. */
export interface StyleHint {
  /** From 1, by outline level, else by a name as Word (heading 1) or WPS (标题 1) writes it. */
  headingLevel: number | undefined;
  isTitle: boolean;
  /** Its runs are words of a form, not of whoever filled it in. */
  isPlaceholder: boolean;
  numberingId: string | undefined;
  numberingLevel: number | undefined;
  align: string | undefined;
  pageBreakBefore: boolean | undefined;
  hidden: boolean | undefined;
  bold: boolean | undefined;
  italic: boolean | undefined;
  underline: boolean | undefined;
  struck: boolean | undefined;
  script: string | undefined;
  font: string | undefined;
  /** Half points. */
  size: number | undefined;
}

/** Hints of the styles of a file, found once for each. */
export class StyleHints {
  readonly #styles: Styles;
  readonly #hints = new Map<string | undefined, StyleHint>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** The style of a paragraph that names none. */
  get defaultParagraph(): string | undefined {
    return this.#styles.defaultParagraph;
  }

  of(id: string | undefined): StyleHint {
    const known = this.#hints.get(id) ?? this.#find(id);
    this.#hints.set(id, known);
    return known;
  }

  /** Size in half points of text in these styles, the character style before the paragraph's; undefined: nowhere told. */
  sizeOf(characterStyle: string | undefined, paragraphStyle: string | undefined): number | undefined {
    return this.of(characterStyle).size ?? this.of(paragraphStyle).size ?? this.#styles.defaults.run.size;
  }

  #find(id: string | undefined): StyleHint {
    const inherited = <Value>(of: (style: WordStyle) => Value | undefined): Value | undefined =>
      this.#styles.inherited(id, of);
    const isNamed = (pattern: RegExp): boolean => [...this.#styles.chain(id)].some(({ name }) => pattern.test(name));
    return {
      headingLevel: this.#headingLevel(id),
      isTitle: isNamed(/^(title|标题|公文标题)$/i),
      isPlaceholder: isNamed(/^(?:placeholder text|占位符文本)$/i),
      numberingId: inherited(({ paragraph }) => paragraph.numbering?.id),
      numberingLevel: inherited(({ paragraph }) => paragraph.numbering?.level),
      align: inherited(({ paragraph }) => paragraph.align),
      pageBreakBefore: inherited(({ paragraph }) => paragraph.pageBreakBefore),
      hidden: inherited(({ run }) => run.hidden),
      bold: inherited(({ run }) => run.bold),
      italic: inherited(({ run }) => run.italic),
      underline: inherited(({ run }) => (run.underline === undefined ? undefined : run.underline !== 'none')),
      struck: inherited(({ run }) => run.struck ?? run.doubleStruck),
      script: inherited(({ run }) => run.script),
      font: inherited(({ run }) => run.fonts?.['w:ascii']),
      size: inherited(({ run }) => run.size),
    };
  }

  #headingLevel(id: string | undefined): number | undefined {
    const outline = this.#styles.inherited(id, ({ paragraph }) => paragraph.outlineLevel);
    if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
    const level = this.#styles.inherited(id, ({ name }) => /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]);
    return level === undefined ? undefined : Number(level);
  }
}
