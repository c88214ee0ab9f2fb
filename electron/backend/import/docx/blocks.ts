import type { SourceBlock, SourceLine, SourceRun, SourceStyle } from '../source.ts';
import { checkLimit } from '#backend/files/input-limits.ts';
import { readControl, readInline, type Piece } from './inline.ts';
import { isDeleted, readAnnotation } from './revisions.ts';
import { printedLabel } from './numbering.ts';
import type { Story } from './story.ts';
import { readTable } from './tables.ts';
import { child, childNumber, childToggle, childValue, type XmlElement } from '#backend/word/read/xml.ts';

/**
 * Reads the content of a body, a cell or a text box, element by element, with all tracked changes accepted.
 */
export class BlockReader {
  readonly blocks: SourceBlock[] = [];
  readonly #story: Story;
  /** Content of paragraphs whose mark is gone; it begins the next paragraph. */
  #carried: { pieces: Piece[]; heading: SourceStyle['heading'] } | undefined;
  /** Index of the first block of the section being read. */
  #sectionStart = 0;

  constructor(story: Story) {
    this.#story = story;
  }

  read(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        this.#readParagraph(element);
        break;
      case 'w:tbl':
        this.#flush();
        this.blocks.push(...readTable(element, this.#story, (cell) => readBlocks(cell, this.#story)));
        break;
      case 'w:sdt':
        readControl(element, this.#story, (content) => {
          this.#readAll(content);
        });
        break;
      case 'wx:sect':
      case 'wx:sub-section':
      case 'wx:pBdrGroup':
      case 'w:cfChunk':
      case 'w:customXml':
      case 'w:ins':
      case 'w:moveTo':
        this.#readAll(element);
        break;
      case 'aml:annotation':
        readAnnotation(element, this.#story, (content) => {
          this.#readAll(content);
        });
        break;
      case 'mc:AlternateContent':
        this.#readAll(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'));
        break;
      case 'w:sectPr':
        this.#endSection(element);
        break;
      case 'w:altChunk':
        this.#story.findings.add('objects.dropped', 'an embedded document was left out', '');
        break;
      default:
        // Elements of an organisation's own stand round the text of forms.
        if (element.name.startsWith('?:')) this.#readAll(element);
    }
  }

  /** Call once after the last element. */
  finish(): SourceBlock[] {
    this.#flush();
    return this.blocks;
  }

  #readAll(parent: XmlElement | undefined): void {
    for (const element of parent?.children ?? []) this.read(element);
  }

  #flush(): void {
    if (this.#carried && this.#carried.pieces.length > 0) this.#emit(this.#carried.pieces, {});
    this.#carried = undefined;
  }

  #readParagraph(paragraph: XmlElement): void {
    const { styles, findings } = this.#story;
    findings.countParagraph();
    const props = child(paragraph, 'w:pPr');
    const styleId = childValue(props, 'w:pStyle') ?? styles.defaultParagraph;
    const mark = child(props, 'w:rPr');
    this.#noteRevisions(props, mark);
    const { pieces, textBoxes } = readInline(paragraph, styleId, this.#story);
    const heading = headingHint(childNumber(props, 'w:outlineLvl'), styles.headingLevel(styleId));
    const carried = this.#carried;
    this.#carried = undefined;
    const all = carried ? [...carried.pieces, ...pieces] : pieces;
    const isMarkDeleted = isDeleted(mark);
    // A hidden mark is Word's style separator: a heading and the text that runs in after it.
    const isMarkHidden = childToggle(mark, 'w:specVanish') ?? childToggle(mark, 'w:vanish') ?? false;
    if (isMarkDeleted || isMarkHidden) {
      this.#carried = { pieces: all, heading: isMarkHidden ? heading : carried?.heading };
    } else {
      if (childToggle(props, 'w:pageBreakBefore') ?? styles.inherited(styleId, 'pageBreakBefore')) this.#breakPage();
      const size = sizeOf(paragraph) ?? styles.inherited(styleId, 'size');
      const style = this.#styleOf(props, styleId, carried?.heading ?? heading);
      this.#emit(all, { ...style, ...(size !== undefined && { size: size / 2 }) });
    }
    for (const box of textBoxes) {
      if (typeof box === 'string') this.blocks.push({ kind: 'line', text: box });
      else this.blocks.push(...readBlocks(box, this.#story));
    }
    const section = child(props, 'w:sectPr');
    if (section) this.#endSection(section);
    if (section && !['continuous', 'nextColumn'].includes(childValue(section, 'w:type') ?? 'nextPage')) {
      this.#breakPage();
    }
  }

  /** The properties of a section stand at its end and hold for everything since the last one. */
  #endSection(section: XmlElement): void {
    const own = this.blocks.slice(this.#sectionStart);
    this.#sectionStart = this.blocks.length;
    if (child(section, 'w:pgSz')?.attributes['w:orient'] !== 'landscape') return;
    for (const block of own) if (block.kind === 'line') block.style = { ...block.style, landscape: true };
  }

  #breakPage(): void {
    if (this.blocks.length > 0) this.blocks.push({ kind: 'page-break' });
  }

  #noteRevisions(props: XmlElement | undefined, mark: XmlElement | undefined): void {
    const isRevised =
      child(props, 'w:pPrChange') ??
      child(mark, 'w:ins') ??
      child(mark, 'w:del') ??
      child(mark, 'w:moveFrom') ??
      child(mark, 'w:moveTo') ??
      child(mark, 'w:rPrChange') ??
      child(mark, 'aml:annotation');
    if (isRevised) this.#story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
  }

  #styleOf(props: XmlElement | undefined, styleId: string | undefined, heading: SourceStyle['heading']): SourceStyle {
    const { styles, numbering } = this.#story;
    const align = alignHint(childValue(props, 'w:jc') ?? styles.inherited(styleId, 'align'));
    const printed = child(props, 'w:listPr');
    const own = child(props, 'w:numPr');
    const numberingId = childValue(own, 'w:numId') ?? styles.inherited(styleId, 'numberingId');
    let list: SourceStyle['list'];
    if (printed) {
      // Word 2003 stores what it printed.
      const label = printedLabel(child(printed, 'wx:t')?.attributes['wx:val'] ?? '');
      list = { ...label, level: depthHint(childNumber(printed, 'w:ilvl') ?? 0) };
    } else if (numberingId !== undefined && numberingId !== '0') {
      const level =
        childNumber(own, 'w:ilvl') ??
        numbering.levelOfStyle(numberingId, styleId) ??
        styles.inherited(styleId, 'numberingLevel') ??
        0;
      const label = numbering.next(numberingId, level);
      if (label) list = { ...label, level: depthHint(level) };
    }
    return {
      ...(heading !== undefined && { heading }),
      ...(styles.isTitle(styleId) && { title: true }),
      ...(align !== undefined && { align }),
      ...(list && { list }),
    };
  }

  /** A paragraph as lines: its line breaks end a line, as typists use them for paragraphs; page breaks stand between. */
  #emit(pieces: Piece[], style: SourceStyle): void {
    let runs: SourceRun[] = [];
    let lineStyle = style;
    const endLine = (): void => {
      this.blocks.push(this.#line(runs, lineStyle));
      runs = [];
      // The number belongs to the first line only.
      const { list: _list, ...rest } = style;
      lineStyle = rest;
    };
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind === 'text') {
        runs.push(piece.run);
        continue;
      }
      const isPageBreak = piece.kind === 'page-break';
      // A title broken for its looks is still one title.
      if (!isPageBreak && style.title) continue;
      if (!isPageBreak || runs.length > 0) endLine();
      if (isPageBreak) this.blocks.push({ kind: 'page-break' });
      // A paragraph of nothing but a page break leaves no line behind.
      if (isPageBreak && index === pieces.length - 1) return;
    }
    endLine();
  }

  #line(runs: SourceRun[], style: SourceStyle): SourceLine {
    const text = runs.map((run) => run.text).join('');
    checkLimit(this.#story.fileName, 'lineCharacters', text.length);
    const isFormatted = runs.some((run) => run.bold === true || run.italic === true || run.underline === true);
    return {
      kind: 'line',
      text,
      ...(isFormatted && { runs }),
      ...(Object.keys(style).length > 0 && { style }),
    };
  }
}

/** Everything inside a cell, a text box or a note. */
export function readBlocks(parent: XmlElement, story: Story): SourceBlock[] {
  const reader = new BlockReader(story);
  for (const element of parent.children) reader.read(element);
  return reader.finish();
}

/** Half points of the first characters of a paragraph, where they have a size of their own. */
function sizeOf(paragraph: XmlElement): number | undefined {
  const run = paragraph.children.find((element) => element.name === 'w:r' && child(element, 'w:t'));
  return childNumber(child(run, 'w:rPr'), 'w:sz');
}

function headingHint(outlineLevel: number | undefined, styleLevel: number | undefined): SourceStyle['heading'] {
  const level = outlineLevel === undefined ? styleLevel : outlineLevel < 9 ? outlineLevel + 1 : undefined;
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined;
}

function alignHint(value: string | undefined): SourceStyle['align'] {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : undefined;
}

function depthHint(level: number): 1 | 2 | 3 | 4 {
  return level <= 0 ? 1 : level === 1 ? 2 : level === 2 ? 3 : 4;
}
