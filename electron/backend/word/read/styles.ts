import { readParagraphProperties, type ParagraphProperties } from './paragraph-properties.ts';
import { readRunProperties, type RunProperties } from './run-properties.ts';
import { child, childrenOf, childValue, type XmlElement } from './xml.ts';

export interface WordStyle {
  id: string;
  /** `paragraph`, `character`, `table` or `numbering`. */
  type: string;
  name: string;
  basedOn: string | undefined;
  isDefault: boolean;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

/** The styles of a file with their inheritance (`basedOn`, cycles tolerated). */
export class Styles {
  readonly #styles = new Map<string, WordStyle>();
  readonly defaults: Pick<WordStyle, 'paragraph' | 'run'>;
  /** The style of a paragraph that names none. */
  readonly defaultParagraph: string | undefined;

  constructor(root?: XmlElement) {
    const defaults = child(root, 'w:docDefaults');
    this.defaults = {
      paragraph: readParagraphProperties(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: readRunProperties(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    };
    for (const element of childrenOf(root, 'w:style')) {
      const id = element.attributes['w:styleId'];
      if (id === undefined) continue;
      const style = readStyle(id, element);
      this.#styles.set(id, style);
      if (style.isDefault && element.attributes['w:type'] === 'paragraph') this.defaultParagraph = id;
    }
  }

  all(): WordStyle[] {
    return [...this.#styles.values()];
  }

  /** The style and those it is based on, the nearest first; nothing for one that does not exist. */
  *chain(id: string | undefined): Generator<WordStyle> {
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

  /** What `of` tells of the style, or of the nearest one it is based on that tells something. */
  inherited<Value>(id: string | undefined, of: (style: WordStyle) => Value | undefined): Value | undefined {
    for (const style of this.chain(id)) {
      const value = of(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

function readStyle(id: string, element: XmlElement): WordStyle {
  return {
    id,
    type: element.attributes['w:type'] ?? 'paragraph',
    name: childValue(element, 'w:name') ?? '',
    basedOn: childValue(element, 'w:basedOn'),
    isDefault: /^(1|true|on)$/i.test(element.attributes['w:default'] ?? ''),
    paragraph: readParagraphProperties(child(element, 'w:pPr')),
    run: readRunProperties(child(element, 'w:rPr')),
  };
}
