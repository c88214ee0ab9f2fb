import { defaultTreeAdapter, html as spec, parse } from 'parse5';
import { Findings } from '../findings.ts';
import { checkLimit, limits } from '#backend/files/input-limits.ts';
import { scriptText, type ScriptPosition } from '../scripts.ts';
import type { SourceBlock, SourceDocument, SourceLine, SourceRun, SourceStyle } from '../source.ts';
import { attribute, textOf, type HtmlElement, type HtmlNode } from './dom.ts';
import { leftOut, revisionWords } from './left-out.ts';
import { nextItem, openList, type ListState } from './lists.ts';
import { scriptOf, styleOf, type ElementStyle } from './style.ts';
import { readTable } from './table.ts';

/** Never part of a text: code, forms, pictures' and frames' insides, and what browsers hide. */
const dropped = new Set(
  'script style template noscript head title meta link iframe frame object embed applet svg math canvas audio video select option button input textarea datalist dialog map'.split(
    ' ',
  ),
);
const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const chromeTags = new Set(['nav', 'footer', 'aside']);

interface Context {
  bold: boolean;
  italic: boolean;
  underline: boolean;
  script: ScriptPosition | undefined;
  pre: boolean;
  /** Inside an article, whose footer is its signature and not the page's. */
  inArticle: boolean;
  style: SourceStyle;
}

/** Lines, headings, lists and tables of an HTML page or clipboard fragment. Nothing is loaded and nothing is run. */
export function readHtml(html: string, source: Pick<SourceDocument, 'name' | 'format' | 'encoding'>): SourceDocument {
  const { name } = source;
  checkLimit(name, 'characters', html.length);
  const fragment = clipboardFragment(html);
  checkLimit(name, 'elements', fragment.split('<').length - 1);
  checkNesting(name, fragment);
  const reader = new HtmlReader(name);
  for (const node of parse(fragment).childNodes) reader.node(node, 0, reader.base());
  return { ...source, blocks: reader.finish(), warnings: reader.warnings() };
}

/** The part between the marks Windows programs put into clipboard HTML, without its header of byte offsets. */
function clipboardFragment(html: string): string {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html);
  const end = /<!--\s*EndFragment\s*-->/i.exec(html);
  if (start) {
    const styles = /<style[\s\S]{0,200000}?<\/style>/i.exec(html.slice(0, start.index))?.[0] ?? '';
    return styles + html.slice(start.index + start[0].length, end && end.index > start.index ? end.index : undefined);
  }
  return html.replace(/^Version:\d[\s\S]{0,400}?(?=<)/, '');
}

const voidTags =
  /^(?:area|base|br|col|colgroup|embed|hr|img|input|link|meta|source|track|wbr|p|li|dd|dt|tbody|thead|tfoot|td|th|tr|option)$/;
const formattingTags = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/**
 * Counts open tags before the parser builds anything. The HTML standard makes a parser open every formatting tag left
 * open again in each later block, so a small file can ask for any number of elements.
 */
function checkNesting(name: string, html: string): void {
  let depth = 0;
  let formatting = 0;
  let reopened = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9:]{0,20})/gi)) {
    const tag = (match[2] ?? '').toLowerCase();
    const step = match[1] === '/' ? -1 : 1;
    if (formattingTags.test(tag)) formatting = Math.max(0, formatting + step);
    else if (step > 0) reopened += formatting;
    if (voidTags.test(tag)) continue;
    depth = Math.max(0, depth + step);
    checkLimit(name, 'nesting', depth);
  }
  checkLimit(name, 'elements', reopened / 10);
}

export class HtmlReader {
  readonly #name: string;
  readonly #blocks: SourceBlock[] = [];
  #runs: SourceRun[] = [];
  #style: SourceStyle = {};
  #lists: ListState[] = [];
  #label = '';
  readonly #findings: Findings;

  constructor(name: string, findings = new Findings(name)) {
    this.#name = name;
    this.#findings = findings;
  }

  base(): Context {
    return { bold: false, italic: false, underline: false, script: undefined, pre: false, inArticle: false, style: {} };
  }

  finish(): SourceBlock[] {
    this.#flush();
    return this.#blocks;
  }

  warnings(): SourceDocument['warnings'] {
    return this.#findings.warnings();
  }

  node(node: HtmlNode, depth: number, context: Context): void {
    if (depth > limits.nesting) checkLimit(this.#name, 'nesting', depth);
    if (defaultTreeAdapter.isTextNode(node)) this.#text(node.value, context);
    else if (defaultTreeAdapter.isElementNode(node)) this.#element(node, depth, context);
  }

  #element(element: HtmlElement, depth: number, context: Context): void {
    const tag = element.tagName;
    if (tag === 'img') {
      this.#findings.add('pictures.dropped', 'a picture was left out', attribute(element, 'alt'));
      return;
    }
    if (dropped.has(tag) || element.namespaceURI !== spec.NS.HTML) return;
    const style = styleOf(attribute(element, 'style'));
    if (this.#isLeftOut(element, style)) return;
    if (tag === 'ins') this.#findings.add('revisions.present', revisionWords, textOf(element));
    if (tag === 's' || tag === 'strike' || style.struck) {
      this.#findings.add('struck.kept', 'text crossed out was kept', textOf(element));
    }
    if (style.mso['mso-list']?.toLowerCase() === 'ignore') {
      // The number Word printed before an automatically numbered paragraph.
      this.#label += textOf(element).replace(/[\s\u00a0]+/g, '');
      return;
    }
    if (tag === 'br') {
      const breaksPage = style.pageBreak;
      this.#flush();
      if (breaksPage) this.#blocks.push({ kind: 'page-break' });
      else this.#style = context.style;
      return;
    }
    const inner = this.#innerContext(element, tag, style, context);
    const block = blockTags.has(tag);
    if (block) this.#flush();
    if (style.pageBreak && block) this.#blocks.push({ kind: 'page-break' });
    if (block) this.#style = inner.style;
    if (tag === 'table') this.#table(element, depth, inner);
    else if (tag === 'ul' || tag === 'ol') this.#list(element, depth, inner);
    else this.#children(element, depth, inner);
    if (block) {
      this.#flush();
      this.#style = context.style;
    }
  }

  /** Says what is left out, and whether this element is. */
  #isLeftOut(element: HtmlElement, style: ElementStyle): boolean {
    const told = leftOut(element, style);
    if (told === null) return false;
    const text = textOf(element).trim();
    // A frame for hidden scripts and empty anchors is nobody's text.
    if (told.code !== null && text !== '') this.#findings.add(told.code, told.message, text);
    return true;
  }

  #children(element: HtmlElement, depth: number, context: Context): void {
    for (const child of element.childNodes) this.node(child, depth + 1, context);
  }

  #innerContext(element: HtmlElement, tag: string, style: ElementStyle, context: Context): Context {
    const heading = /^h([1-4])$/.exec(tag);
    const next: SourceStyle = { ...context.style };
    const align = style.align ?? attribute(element, 'align').toLowerCase();
    if (tag === 'center' || align === 'center') next.align = 'center';
    else if (align === 'right') next.align = 'right';
    else if (align === 'left' || align === 'justify') delete next.align;
    if (tag === 'nav' || (chromeTags.has(tag) && !context.inArticle)) next.chrome = true;
    if (/MsoTitle/.test(attribute(element, 'class'))) next.title = true;
    if (heading) next.heading = Number(heading[1]) as 1 | 2 | 3 | 4;
    const mso = /level(\d)/.exec(style.mso['mso-list'] ?? '');
    if (mso) next.list = { label: '', style: 'decimal', level: Math.min(Number(mso[1]), 4) as 1 | 2 | 3 | 4 };
    const bold = style.bold ?? (tag === 'b' || tag === 'strong' || heading !== null ? true : context.bold);
    return {
      style: next,
      bold: heading === null ? bold : false,
      italic: style.italic ?? (tag === 'i' || tag === 'em' ? true : context.italic),
      underline: style.underline ?? (tag === 'u' ? true : context.underline),
      script: scriptOf(tag, style) ?? context.script,
      pre: context.pre || tag === 'pre' || style.pre,
      inArticle: context.inArticle || tag === 'article',
    };
  }

  #list(element: HtmlElement, depth: number, context: Context): void {
    this.#lists.push(openList(element));
    for (const child of element.childNodes) {
      const state = this.#lists.at(-1);
      if (state && defaultTreeAdapter.isElementNode(child) && child.tagName === 'li') {
        const list = nextItem(state, child, this.#lists.length);
        this.node(child, depth + 1, { ...context, style: { ...context.style, ...(list && { list }) } });
      } else {
        this.node(child, depth + 1, context);
      }
    }
    this.#lists.pop();
  }

  #table(element: HtmlElement, depth: number, context: Context): void {
    const table = readTable(element, {
      linesIn: (cell) => this.#cellLines(cell, depth + 1, context),
      onHidden: (hidden) => this.#findings.add('hidden.dropped', 'hidden text was left out', textOf(hidden)),
    });
    if (table === 'layout') {
      this.#children(element, depth, context);
      return;
    }
    for (const block of table) this.#blocks.push(block);
  }

  #cellLines(cell: HtmlElement, depth: number, context: Context): SourceLine[] {
    const reader = new HtmlReader(this.#name, this.#findings);
    for (const child of cell.childNodes) reader.node(child, depth + 1, { ...context, style: {} });
    return reader.finish().filter((block): block is SourceLine => block.kind === 'line' && block.text.trim() !== '');
  }

  #text(value: string, context: Context): void {
    if (context.pre) {
      for (const [index, line] of value.split(/\r\n|\r|\n/).entries()) {
        if (index > 0) this.#flush(true);
        this.#append(line, context);
      }
      return;
    }
    // A line end in the source is a space, and none between Chinese characters.
    const collapsed = value
      .replace(/(?<=[⺀-鿿。-〿＀-￯])[ \t]*[\r\n]+[ \t\r\n]*(?=[⺀-鿿。-〿＀-￯])/g, '')
      .replace(/[ \t\r\n\f]+/g, ' ');
    this.#append(collapsed, context);
  }

  #append(given: string, { bold, italic, underline, script }: Context): void {
    if (given === '' || (given === ' ' && this.#runs.length === 0)) return;
    const text = script === undefined ? given : this.#shifted(given, script);
    this.#runs.push({ text, ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }) });
  }

  /** Raised or lowered text, told where it has no plain form. */
  #shifted(text: string, script: ScriptPosition): string {
    const before = this.#runs.at(-1)?.text ?? '';
    const shifted = scriptText(text, script, before);
    if (!shifted.isExact) {
      this.#findings.add('script.flattened', `a ${script} became plain text`, before.slice(-10) + shifted.text);
    }
    return shifted.text;
  }

  #flush(keepEmpty = false): void {
    const text = this.#runs.map((run) => run.text).join('');
    const style: SourceStyle = { ...this.#style };
    if (style.list && this.#label !== '') style.list = { ...style.list, label: this.#label };
    // The words of an item that holds several paragraphs: only the first has the number.
    if (this.#style.list && text.trim() !== '') {
      const { list: _list, ...rest } = this.#style;
      this.#style = rest;
    }
    if (text.trim() !== '' || keepEmpty || this.#runs.length > 0) {
      checkLimit(this.#name, 'lineCharacters', text.length);
      const line: SourceLine = { kind: 'line', text };
      if (this.#runs.some((run) => run.bold || run.italic || run.underline)) line.runs = this.#runs;
      if (Object.keys(style).length > 0) line.style = style;
      this.#blocks.push(line);
      checkLimit(this.#name, 'paragraphs', this.#blocks.length);
    }
    if (text.trim() !== '') this.#label = '';
    this.#runs = [];
  }
}
