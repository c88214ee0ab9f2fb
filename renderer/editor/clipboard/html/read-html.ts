import { newId } from '#shared/lib/ids.ts';
import type { Block, Format } from '#shared/document/schema.ts';
import { withoutUnwantedCharacters } from '#shared/document/unwanted-characters.ts';
import { LINE_ENDS } from '../text-blocks.ts';
import { breaksPage, formatOf, hiddenIn, isPreformatted } from './element-style.ts';
import { lineKindOf, type LineKind } from './line-kind.ts';
import { withoutTypedNumber } from '../without-typed-number.ts';
import { readTable } from './read-table.ts';
import { LineRuns } from './line-runs.ts';

/**
 * Blocks of pasted HTML: what a letter can hold of it (text, bold, italic, underline, headings, lists, tables, page
 * breaks) and nothing else. Knows the marks of Word, WPS and Excel clipboards: `mso-list` paragraphs, outline levels,
 * hidden text, comments, tracked deletions. Never loads anything: the document comes from `DOMParser`, which runs no
 * script.
 */
export function blocksOfHtml(html: string): Block[] {
  const document = new DOMParser().parseFromString(html, 'text/html');
  return readBlocks(document.body, hiddenIn(document));
}

const dropped = new Set(
  'SCRIPT STYLE META LINK TITLE TEMPLATE IMG SVG OBJECT DEL NOSCRIPT XML IFRAME SELECT BUTTON COL COLGROUP'.split(' '),
);
const blockTags = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE BLOCKQUOTE PRE UL OL LI DL DT DD FIGURE FIGCAPTION ADDRESS CENTER FORM H1 H2 H3 H4 H5 H6 CAPTION DETAILS SUMMARY HR'.split(
    ' ',
  ),
);

interface Context {
  format: Format;
  isPreformatted: boolean;
}

function readBlocks(parent: Node, isHidden: (element: Element) => boolean): Block[] {
  const reader = new BlockReader(isHidden);
  reader.readChildren(parent, { format: {}, isPreformatted: false });
  reader.endLine();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #isHidden: (element: Element) => boolean;
  readonly #line = new LineRuns();
  #kind: LineKind;

  constructor(isHidden: (element: Element) => boolean) {
    this.#isHidden = isHidden;
  }

  endLine(): void {
    const runs = this.#line.take();
    if (runs.length > 0) this.blocks.push(withoutTypedNumber({ id: newId(), type: 'paragraph', ...this.#kind, runs }));
  }

  readChildren(parent: Node, context: Context): void {
    for (const child of parent.childNodes) {
      if (child instanceof Text) this.#addText(child.data, context);
      else if (child instanceof HTMLElement || child instanceof Element) this.#readElement(child, context);
    }
  }

  #readElement(element: Element, context: Context): void {
    const tag = element.tagName.toUpperCase();
    if (dropped.has(tag) || this.#isHidden(element)) return;
    if (breaksPage(element)) this.#breakPage();
    const inner: Context = {
      format: formatOf(element, context.format),
      isPreformatted: context.isPreformatted || isPreformatted(element),
    };
    if (tag === 'BR') {
      if (!breaksPage(element)) this.#line.addBreak();
    } else if (/mso-tab-count/i.test(element.getAttribute('style') ?? '')) {
      this.#line.addTab(context.format);
    } else if (tag === 'TABLE') {
      this.endLine();
      this.blocks.push(
        ...readTable(element, { isHidden: this.#isHidden, read: (cell) => readBlocks(cell, this.#isHidden) }),
      );
    } else if (blockTags.has(tag)) {
      this.endLine();
      const outer = this.#kind;
      this.#kind = lineKindOf(element) ?? outer;
      this.readChildren(element, inner);
      this.endLine();
      this.#kind = outer;
    } else {
      this.readChildren(element, inner);
    }
  }

  #breakPage(): void {
    this.endLine();
    if (this.blocks.length > 0) this.blocks.push({ id: newId(), type: 'page-break', runs: [] });
  }

  #addText(data: string, { format, isPreformatted: keepsLines }: Context): void {
    const lines = data.split(keepsLines ? LINE_ENDS : /[\v\f\u0085\u2028\u2029]/u);
    for (const [index, line] of lines.entries()) {
      if (index > 0 && keepsLines) this.endLine();
      else if (index > 0) this.#line.addBreak();
      this.#line.addText(shown(line), format);
    }
  }
}

function shown(source: string): string {
  return withoutUnwantedCharacters(
    source
      // Source line ends are no spaces between Chinese characters.
      .replaceAll(/(?<=[\u2e80-\uffef])[\t\r\n ]*[\r\n][\t\r\n ]*(?=[\u2e80-\uffef])/gu, '')
      .replaceAll(/[\t\r\n ]+/g, ' ')
      .replaceAll('\u00a0', ' '),
  );
}
