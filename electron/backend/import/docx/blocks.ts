import type { WordBlock, WordParagraph } from '#backend/word/read/model.ts';
import type { ParagraphProperties } from '#backend/word/read/paragraph-properties.ts';
import type { WordSection } from '#backend/word/read/section.ts';
import { checkLimit } from '#backend/files/input-limits.ts';
import type { SourceBlock, SourceLine, SourceRun, SourceStyle } from '../source.ts';
import { isDeleted, isTracked } from './accepted.ts';
import { flattenControl } from './controls.ts';
import { flattenInline, type Piece } from './inline.ts';
import { countedLabel, printedLabel } from './list-labels.ts';
import type { Story } from './story.ts';
import { flattenTable } from './tables.ts';

/** Everything inside a body, a cell, a text box or a note, with all tracked changes accepted. */
export function flattenBlocks(blocks: readonly WordBlock[], story: Story): SourceBlock[] {
  const flattener = new BlockFlattener(story);
  flattener.addAll(blocks);
  return flattener.finish();
}

/** Flattens block by block; `flattenBlocks` for blocks that are all at hand. */
export class BlockFlattener {
  readonly #blocks: SourceBlock[] = [];
  readonly #story: Story;
  /** Content of paragraphs whose mark is gone; it begins the next paragraph. */
  #carried: { pieces: Piece[]; heading: SourceStyle['heading'] } | undefined;
  /** Index of the first block of the section being read. */
  #sectionStart = 0;

  constructor(story: Story) {
    this.#story = story;
  }

  addAll(blocks: readonly WordBlock[]): void {
    for (const block of blocks) this.add(block);
  }

  /** Call once after the last block. */
  finish(): SourceBlock[] {
    this.#flush();
    return this.#blocks;
  }

  add(block: WordBlock): void {
    switch (block.kind) {
      case 'paragraph':
        this.#addParagraph(block);
        break;
      case 'table':
        this.#flush();
        this.#blocks.push(...flattenTable(block, this.#story, (content) => flattenBlocks(content, this.#story)));
        break;
      case 'control':
        flattenControl(block, this.#story, (content) => {
          this.addAll(content);
        });
        break;
      case 'group':
        this.addAll(block.content);
        break;
      case 'revised':
        if (block.change === 'insertion' || block.change === 'moved-to') this.addAll(block.content);
        break;
      case 'alternate':
        this.addAll(block.choices[0]?.content ?? block.fallback ?? []);
        break;
      case 'section':
        this.#endSection(block);
        break;
      case 'embedded-document':
        this.#story.findings.add('objects.dropped', 'an embedded document was left out', '');
        break;
      case 'range':
      case 'other':
        break;
    }
  }

  #flush(): void {
    if (this.#carried && this.#carried.pieces.length > 0) this.#emit(this.#carried.pieces, {});
    this.#carried = undefined;
  }

  #addParagraph(paragraph: WordParagraph): void {
    const { styles } = this.#story;
    const { properties } = paragraph;
    const { mark, section } = properties;
    const styleId = properties.style ?? styles.defaultParagraph;
    const hint = styles.of(styleId);
    this.#noteRevisions(properties);
    const { pieces, boxes } = flattenInline(paragraph, styleId, this.#story);
    const heading = headingHint(properties.outlineLevel, hint.headingLevel);
    const carried = this.#carried;
    this.#carried = undefined;
    const all = carried ? [...carried.pieces, ...pieces] : pieces;
    // A hidden mark is Word's style separator: a heading and the text that runs in after it.
    const isMarkHidden = mark?.specialHidden ?? mark?.hidden ?? false;
    if (isDeleted(mark) || isMarkHidden) {
      this.#carried = { pieces: all, heading: isMarkHidden ? heading : carried?.heading };
    } else {
      if (properties.pageBreakBefore ?? hint.pageBreakBefore) this.#breakPage();
      const size = sizeOf(paragraph) ?? hint.size;
      const style = this.#styleOf(properties, styleId, carried?.heading ?? heading);
      this.#emit(all, { ...style, ...(size !== undefined && { size: size / 2 }) });
    }
    for (const box of boxes) {
      if (box.kind === 'art') this.#blocks.push({ kind: 'line', text: box.text });
      else this.#blocks.push(...flattenBlocks(box.blocks, this.#story));
    }
    if (section) this.#endSection(section);
    if (section && section.type !== 'continuous' && section.type !== 'nextColumn') this.#breakPage();
  }

  /** The properties of a section stand at its end and hold for everything since the last one. */
  #endSection(section: WordSection): void {
    const own = this.#blocks.slice(this.#sectionStart);
    this.#sectionStart = this.#blocks.length;
    if (!section.isLandscape) return;
    for (const block of own) if (block.kind === 'line') block.style = { ...block.style, landscape: true };
  }

  #breakPage(): void {
    if (this.#blocks.length > 0) this.#blocks.push({ kind: 'page-break' });
  }

  #noteRevisions({ change, mark }: ParagraphProperties): void {
    if (change ?? mark?.change ?? isTracked(mark)) {
      this.#story.findings.add('revisions.present', 'a tracked change was taken as accepted', '');
    }
  }

  #styleOf(properties: ParagraphProperties, styleId: string | undefined, heading: SourceStyle['heading']): SourceStyle {
    const hint = this.#story.styles.of(styleId);
    const align = alignHint(properties.align ?? hint.align);
    const list = this.#listOf(properties, styleId);
    return {
      ...(heading !== undefined && { heading }),
      ...(hint.isTitle && { title: true }),
      ...(align !== undefined && { align }),
      ...(list && { list }),
    };
  }

  #listOf({ numbering: own }: ParagraphProperties, styleId: string | undefined): SourceStyle['list'] {
    const { styles, numbering, counter } = this.#story;
    // Word 2003 stores what it printed.
    if (own?.printed !== undefined) return { ...printedLabel(own.printed), level: depthHint(own.level ?? 0) };
    const hint = styles.of(styleId);
    const id = own?.id ?? hint.numberingId;
    if (id === undefined || id === '0') return undefined;
    const level = own?.level ?? numbering.levelOfStyle(id, styleId) ?? hint.numberingLevel ?? 0;
    const number = counter.next(id, level);
    return number ? { ...countedLabel(number), level: depthHint(level) } : undefined;
  }

  /** A paragraph as lines: its line breaks end a line, as typists use them for paragraphs; page breaks stand between. */
  #emit(pieces: Piece[], style: SourceStyle): void {
    let runs: SourceRun[] = [];
    let lineStyle = style;
    const endLine = (): void => {
      this.#blocks.push(this.#line(runs, lineStyle));
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
      if (isPageBreak) this.#blocks.push({ kind: 'page-break' });
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

/** Half points of the first characters of a paragraph, where they have a size of their own. */
function sizeOf({ content }: WordParagraph): number | undefined {
  const run = content.find(
    (item) => item.kind === 'run' && item.content.some((inner) => inner.kind === 'text' && !inner.isDeleted),
  );
  return run?.kind === 'run' ? run.properties.size : undefined;
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
