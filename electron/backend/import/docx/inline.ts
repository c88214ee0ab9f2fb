import type {
  Alternate,
  DrawnWords,
  NoteKind,
  WordDrawing,
  WordFormula,
  WordInline,
  WordParagraph,
  WordRun,
  WordText,
} from '#backend/word/read/model.ts';
import type { RunProperties } from '#backend/word/read/run-properties.ts';
import { storedText } from '#backend/word/read/walk.ts';
import type { SourceRun } from '../source.ts';
import { exactScript, scriptText, type ScriptPosition } from '../scripts.ts';
import { flattenControl } from './controls.ts';
import { shownText } from './fields.ts';
import { formulaText, gluesTogether } from './formula.ts';
import type { Story } from './story.ts';
import { isSymbolFont, symbolOf, symbolOfHex, type SymbolText } from './symbols.ts';

/** Content of a paragraph in order. */
export type Piece = { kind: 'text'; run: SourceRun } | { kind: 'line-break' } | { kind: 'page-break' };

/** Text boxes, and letters drawn as art. */
export type Box = Exclude<DrawnWords, { kind: 'other' }>;

export interface InlineContent {
  pieces: Piece[];
  /** What is anchored here; it reads after the paragraph. */
  boxes: Box[];
}

/**
 * Text of a paragraph with all tracked changes accepted, fields as their results, hidden text and prompts left out.
 * `paragraphStyle` decides what is hidden by style.
 */
export function flattenInline(
  paragraph: WordParagraph,
  paragraphStyle: string | undefined,
  story: Story,
): InlineContent {
  const flattener = new InlineFlattener(paragraphStyle, story);
  flattener.addAll(paragraph.content);
  return flattener.content;
}

interface RunStyle {
  format: Omit<SourceRun, 'text'>;
  isStruck: boolean;
  script: ScriptPosition | undefined;
  /** Smaller than the text before and moved up or down: raised by hand, or by a program that has no other way. */
  shift: ScriptPosition | undefined;
  /** The font that draws symbols in place of the letters of this run, if any. */
  symbolFont: string | undefined;
}

class InlineFlattener {
  readonly content: InlineContent = { pieces: [], boxes: [] };
  /** Half points of the text read last that stands on the line. */
  #sizeOnLine: number | undefined;
  readonly #paragraphStyle: string | undefined;
  readonly #story: Story;

  constructor(paragraphStyle: string | undefined, story: Story) {
    this.#paragraphStyle = paragraphStyle;
    this.#story = story;
  }

  addAll(inlines: readonly WordInline[]): void {
    for (const inline of inlines) this.#add(inline);
  }

  #add(inline: WordInline): void {
    switch (inline.kind) {
      case 'run':
        this.#addRun(inline);
        break;
      case 'revised':
        this.#noteRevision(inline);
        if (inline.change === 'insertion' || inline.change === 'moved-to') this.addAll(inline.content);
        break;
      case 'hyperlink':
      case 'group':
        this.addAll(inline.content);
        break;
      case 'simple-field':
        this.#addSimpleField(inline.instruction, inline.content);
        break;
      case 'control':
        flattenControl(inline, this.#story, (content) => {
          this.addAll(content);
        });
        break;
      case 'alternate':
        this.#addAlternate(inline);
        break;
      case 'formula':
        this.#addFormula(inline);
        break;
      case 'sub-document':
        this.#story.findings.add('objects.dropped', 'a linked sub-document was left out', '');
        break;
      default:
      // Ends of ranges, and what belongs into a run but stands outside of one.
    }
  }

  /** Exactly one branch counts: text boxes stand in both, once for new programs and once for old ones. */
  #addAlternate({ choices, fallback }: Alternate<WordInline>): void {
    for (const inner of choices[0]?.content ?? fallback ?? []) {
      if (inner.kind === 'run') this.#addRun(inner);
      else if (inner.kind === 'drawing') this.#addDrawing(inner);
    }
  }

  #addFormula({ xml }: WordFormula): void {
    const text = formulaText(xml).trim();
    if (text === '') return;
    this.#story.findings.add('formula.flattened', 'a formula became plain text', text);
    // A figure before it is no part of its first number.
    this.#push({ text: gluesTogether(this.#before(), text) ? ` ${text}` : text });
  }

  #addSimpleField(instruction: string, content: readonly WordInline[]): void {
    const before = this.content.pieces.length;
    this.addAll(content);
    if (this.content.pieces.length > before || content.some(({ kind }) => kind === 'run')) return;
    this.#push({ text: shownText(instruction, undefined, this.#story.findings) });
  }

  /** Text of this paragraph so far. */
  #before(): string {
    const last = this.content.pieces.at(-1);
    return last?.kind === 'text' ? last.run.text : '';
  }

  #addRun(run: WordRun): void {
    const { properties } = run;
    if (properties.change ?? properties.insertion ?? properties.deletion) this.#noteRevision(run);
    if (properties.deletion) return;
    const { fields, findings } = this.#story;
    const style = this.#styleOf(properties);
    const isHidden = this.#isHidden(properties);
    const isPrompt = this.#isPrompt(properties);
    for (const inline of run.content) {
      if (inline.kind === 'field') {
        this.#push({ text: fields.move(inline), ...style.format });
        continue;
      }
      fields.met(inline);
      if (fields.isInCode) continue;
      if (isHidden) this.#noteHidden(inline);
      else if (isPrompt) findings.add('prompts.dropped', 'a prompt to fill in was left out', storedText([inline]));
      else this.#addRunContent(inline, style);
    }
  }

  #isPrompt({ style }: RunProperties): boolean {
    const { prompts, styles } = this.#story;
    if (prompts.length === 0) return false;
    return prompts.includes('whole') || styles.of(style).isPlaceholder;
  }

  #addRunContent(inline: WordInline, style: RunStyle): void {
    const push = (text: string): void => {
      this.#push({ text, ...style.format });
    };
    switch (inline.kind) {
      case 'text':
        if (!inline.isDeleted) push(this.#styledText(trimmedText(inline), style));
        break;
      case 'tab':
        push('\t');
        break;
      case 'no-break-hyphen':
        push('\u2011');
        break;
      case 'symbol':
        push(this.#known(symbolOfHex(inline.font, inline.code), `${inline.font} ${inline.code}`));
        break;
      case 'break':
        this.content.pieces.push({ kind: inline.of === 'page' ? 'page-break' : 'line-break' });
        break;
      case 'ruby':
        if (inline.reading.length > 0) {
          this.#story.findings.add('readings.dropped', 'a pronunciation was left out', storedText(inline.reading));
        }
        this.addAll(inline.base);
        break;
      case 'note-reference':
        this.#addNote(inline.note, inline.id, push);
        break;
      case 'alternate':
        this.#addAlternate(inline);
        break;
      case 'drawing':
        this.#addDrawing(inline);
        break;
      default:
      // Codes of fields, marks of comments, soft hyphens: nothing of it is printed.
    }
  }

  /** Text of a run with what its looks mean: raised, lowered, crossed out, drawn as symbols. */
  #styledText(text: string, { isStruck, script, shift, symbolFont }: RunStyle): string {
    const { findings } = this.#story;
    const plain = symbolFont === undefined ? text : this.#symbols(text, symbolFont);
    if (isStruck && plain.trim() !== '') findings.add('struck.kept', 'text crossed out was kept', plain);
    if (script === undefined || plain.trim() === '') {
      // Figures moved by hand are powers and indices; words are only set a little higher.
      return (shift && exactScript(plain, shift)) ?? plain;
    }
    const before = this.#before();
    const shifted = scriptText(plain, script, before);
    if (!shifted.isExact) {
      findings.add('script.flattened', `a ${script} became plain text`, before.slice(-10) + shifted.text);
    }
    return shifted.text;
  }

  /** A symbol font draws its signs for Latin letters and for the private use area; other characters it has not. */
  #symbols(text: string, font: string): string {
    let shown = '';
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const isDrawn = (code > 0x20 && code < 0x100) || (code >= 0xf000 && code <= 0xf0ff);
      shown += isDrawn ? this.#known(symbolOf(font, code), `${font} ${code.toString(16).toUpperCase()}`) : character;
    }
    return shown;
  }

  #known({ text, isKnown }: SymbolText, name: string): string {
    if (!isKnown) this.#story.findings.add('symbols.unknown', 'a symbol is not known', name);
    return text;
  }

  #addNote(kind: NoteKind, id: string, push: (text: string) => void): void {
    const text = this.#story.noteText(kind, id);
    if (text === '') return;
    this.#story.findings.add('notes.flattened', 'a note was put into the text in brackets', text);
    push(`（注：${text}）`);
  }

  #addDrawing({ words, isPicture, isObject, description }: WordDrawing): void {
    const { findings } = this.#story;
    for (const drawn of words) if (drawn.kind !== 'other' && !drawn.isSecondVersion) this.content.boxes.push(drawn);
    if (isPicture) findings.add('pictures.dropped', 'a picture was left out', description);
    else if (isObject) findings.add('objects.dropped', 'an embedded object was left out', description);
  }

  #styleOf(properties: RunProperties): RunStyle {
    const hint = this.#story.styles.of(properties.style);
    const { bold, italic, underline, struck, doubleStruck, script = hint.script, fonts } = properties;
    const isUnderlined = underline === undefined ? hint.underline : underline !== 'none';
    const font = fonts?.['w:ascii'] ?? hint.font;
    return {
      format: {
        ...((bold ?? hint.bold) && { bold: true }),
        ...((italic ?? hint.italic) && { italic: true }),
        ...(isUnderlined && { underline: true }),
      },
      isStruck: struck ?? doubleStruck ?? hint.struck ?? false,
      script: script === 'superscript' || script === 'subscript' ? script : undefined,
      shift: this.#shiftOf(properties),
      symbolFont: font !== undefined && isSymbolFont(font) ? font : undefined,
    };
  }

  #shiftOf({ style, position = 0, size: own }: RunProperties): ScriptPosition | undefined {
    const size = own ?? this.#story.styles.sizeOf(style, this.#paragraphStyle);
    if (position === 0) {
      this.#sizeOnLine = size;
      return undefined;
    }
    const isSmall = size !== undefined && this.#sizeOnLine !== undefined && size <= 0.85 * this.#sizeOnLine;
    if (!isSmall) return undefined;
    return position > 0 ? 'superscript' : 'subscript';
  }

  #isHidden({ hidden, style }: RunProperties): boolean {
    const { styles } = this.#story;
    return hidden ?? styles.of(style).hidden ?? styles.of(this.#paragraphStyle).hidden ?? false;
  }

  #noteHidden(inline: WordInline): void {
    if (inline.kind !== 'text' || inline.isDeleted || inline.text.trim() === '') return;
    this.#story.findings.add('hidden.dropped', 'hidden text was left out', inline.text);
  }

  #noteRevision(inline: WordInline): void {
    this.#story.findings.add('revisions.present', 'a tracked change was taken as accepted', storedText([inline]));
  }

  #push(run: SourceRun): void {
    if (run.text === '') return;
    this.#story.findings.countText(run.text);
    const last = this.content.pieces.at(-1);
    if (
      last?.kind === 'text' &&
      last.run.bold === run.bold &&
      last.run.italic === run.italic &&
      last.run.underline === run.underline
    ) {
      last.run.text += run.text;
    } else {
      this.content.pieces.push({ kind: 'text', run });
    }
  }
}

/** Without xml:space="preserve" white space at the ends is layout of the XML, not text; ideographic spaces stay. */
function trimmedText({ text, keepsSpace }: WordText): string {
  return keepsSpace ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
