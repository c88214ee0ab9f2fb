import { childNumber, childrenOf, child, childToggle, childValue, type XmlElement } from '#backend/word/read/xml.ts';

interface Style {
  name: string;
  basedOn: string | undefined;
  outlineLevel: number | undefined;
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

/** Styles with their inheritance (`basedOn`, cycles tolerated). */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #defaultParagraph: string | undefined;
  readonly #defaultSize: number | undefined;

  constructor(root?: XmlElement) {
    const defaults = child(child(root, 'w:docDefaults'), 'w:rPrDefault');
    this.#defaultSize = childNumber(child(defaults, 'w:rPr'), 'w:sz');
    for (const element of childrenOf(root, 'w:style')) {
      const id = element.attributes['w:styleId'];
      if (id === undefined) continue;
      const paragraph = child(element, 'w:pPr');
      const run = child(element, 'w:rPr');
      const numbering = child(paragraph, 'w:numPr');
      const underline = childValue(run, 'w:u');
      this.#styles.set(id, {
        name: childValue(element, 'w:name') ?? '',
        basedOn: childValue(element, 'w:basedOn'),
        outlineLevel: childNumber(paragraph, 'w:outlineLvl'),
        numberingId: childValue(numbering, 'w:numId'),
        numberingLevel: childNumber(numbering, 'w:ilvl'),
        align: childValue(paragraph, 'w:jc'),
        pageBreakBefore: childToggle(paragraph, 'w:pageBreakBefore'),
        hidden: childToggle(run, 'w:vanish'),
        bold: childToggle(run, 'w:b'),
        italic: childToggle(run, 'w:i'),
        underline: underline === undefined ? undefined : underline !== 'none',
        struck: childToggle(run, 'w:strike') ?? childToggle(run, 'w:dstrike'),
        script: childValue(run, 'w:vertAlign'),
        font: child(run, 'w:rFonts')?.attributes['w:ascii'],
        size: childNumber(run, 'w:sz'),
      });
      const isDefault = /^(1|true|on)$/i.test(element.attributes['w:default'] ?? '');
      if (isDefault && element.attributes['w:type'] === 'paragraph') this.#defaultParagraph = id;
    }
  }

  /** The style of a paragraph that names none. */
  get defaultParagraph(): string | undefined {
    return this.#defaultParagraph;
  }

  /** A property of the style or of the nearest one it is based on. */
  inherited<K extends keyof Style>(id: string | undefined, property: K): Style[K] | undefined {
    for (const style of this.#chain(id)) if (style[property] !== undefined) return style[property];
    return undefined;
  }

  /** Size in half points of text in these styles, the character style before the paragraph's; undefined: nowhere told. */
  sizeOf(characterStyle: string | undefined, paragraphStyle: string | undefined): number | undefined {
    return this.inherited(characterStyle, 'size') ?? this.inherited(paragraphStyle, 'size') ?? this.#defaultSize;
  }

  /** Heading level from 1 by outline level, else by a name as Word (heading 1) or WPS (标题 1) writes it. */
  headingLevel(id: string | undefined): number | undefined {
    const outline = this.inherited(id, 'outlineLevel');
    if (outline !== undefined) return outline < 9 ? outline + 1 : undefined;
    for (const style of this.#chain(id)) {
      const level = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name)?.[1];
      if (level !== undefined) return Number(level);
    }
    return undefined;
  }

  isTitle(id: string | undefined): boolean {
    for (const style of this.#chain(id)) if (/^(title|标题|公文标题)$/i.test(style.name)) return true;
    return false;
  }

  /** Runs in this style are words of a form, not of whoever filled it in. */
  isPlaceholder(id: string | undefined): boolean {
    for (const style of this.#chain(id)) if (/^(?:placeholder text|占位符文本)$/i.test(style.name)) return true;
    return false;
  }

  *#chain(id: string | undefined): Generator<Style> {
    const seen = new Set<string>();
    let next = id;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      const style = this.#styles.get(next);
      if (!style) return;
      yield style;
      next = style.basedOn;
    }
  }
}
