import type { SourceRun } from '../source.ts';
import { exactScript, scriptText, type ScriptPosition } from '../scripts.ts';
import { drawingContent } from './drawings.ts';
import { shownText } from './fields.ts';
import { formulaText, gluesTogether } from './formula.ts';
import { readAnnotation } from './revisions.ts';
import type { Story } from './story.ts';
import { isSymbolFont, symbolOf, symbolOfHex, type SymbolText } from './symbols.ts';
import { child, childNumber, childToggle, childValue, deepText, type XmlElement } from '#backend/word/read/xml.ts';

/** Content of a paragraph in order. */
export type Piece = { kind: 'text'; run: SourceRun } | { kind: 'line-break' } | { kind: 'page-break' };

export interface InlineContent {
  pieces: Piece[];
  /** Text boxes anchored here (w:txbxContent), and letters drawn as art; they read after the paragraph. */
  textBoxes: (XmlElement | string)[];
}

/**
 * Text of a paragraph with all tracked changes accepted, fields as their results, hidden text and prompts left out.
 * `paragraphStyle` decides what is hidden by style.
 */
export function readInline(paragraph: XmlElement, paragraphStyle: string | undefined, story: Story): InlineContent {
  const reader = new InlineReader(paragraphStyle, story);
  reader.readChildren(paragraph);
  return reader.content;
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

class InlineReader {
  readonly content: InlineContent = { pieces: [], textBoxes: [] };
  /** Half points of the text read last that stands on the line. */
  #sizeOnLine: number | undefined;
  readonly #paragraphStyle: string | undefined;
  readonly #story: Story;

  constructor(paragraphStyle: string | undefined, story: Story) {
    this.#paragraphStyle = paragraphStyle;
    this.#story = story;
  }

  readChildren(parent: XmlElement): void {
    for (const element of parent.children) this.#read(element);
  }

  #read(element: XmlElement): void {
    switch (element.name) {
      case 'w:r':
        this.#readRun(element);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#noteRevision(element);
        this.readChildren(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#noteRevision(element);
        break;
      case 'aml:annotation':
        readAnnotation(element, this.#story, (content) => {
          this.readChildren(content);
        });
        break;
      case 'w:hlink':
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:bdo':
      case 'w:dir':
        this.readChildren(element);
        break;
      case 'w:fldSimple':
        this.#readSimpleField(element);
        break;
      case 'w:sdt':
        readControl(element, this.#story, (content) => {
          this.readChildren(content);
        });
        break;
      case 'mc:AlternateContent':
        this.#readAlternate(element);
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        this.#readFormula(element);
        break;
      case 'w:subDoc':
        this.#story.findings.add('objects.dropped', 'a linked sub-document was left out', '');
        break;
      default:
        // Elements of an organisation's own, and the smart tags of Word 2003.
        if (element.name.startsWith('?:')) this.readChildren(element);
    }
  }

  /** Exactly one branch counts: text boxes stand in both, once for new programs and once for old ones. */
  #readAlternate(element: XmlElement): void {
    const branch = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
    for (const inner of branch?.children ?? []) {
      if (inner.name === 'w:r') this.#readRun(inner);
      else this.#readDrawing(inner);
    }
  }

  #readFormula(element: XmlElement): void {
    const text = formulaText(element).trim();
    if (text === '') return;
    this.#story.findings.add('formula.flattened', 'a formula became plain text', text);
    // A figure before it is no part of its first number.
    this.#push({ text: gluesTogether(this.#before(), text) ? ` ${text}` : text });
  }

  #readSimpleField(element: XmlElement): void {
    const before = this.content.pieces.length;
    this.readChildren(element);
    if (this.content.pieces.length > before || element.children.some(({ name }) => name === 'w:r')) return;
    this.#push({ text: shownText(element.attributes['w:instr'] ?? '', undefined, this.#story.findings) });
  }

  /** Text of this paragraph so far. */
  #before(): string {
    const last = this.content.pieces.at(-1);
    return last?.kind === 'text' ? last.run.text : '';
  }

  #readRun(run: XmlElement): void {
    const props = child(run, 'w:rPr');
    if (child(props, 'w:rPrChange') || child(props, 'w:ins')) this.#noteRevision(run);
    if (child(props, 'w:del')) {
      this.#noteRevision(run);
      return;
    }
    const { fields, findings } = this.#story;
    const style = this.#styleOf(props);
    const isHidden = this.#isHidden(props);
    const isPrompt = this.#isPrompt(props);
    for (const element of run.children) {
      if (element.name === 'w:fldChar') {
        this.#push({ text: fields.move(element), ...style.format });
        continue;
      }
      if (element.name === 'w:rPr') continue;
      fields.met(element);
      if (fields.isInCode) continue;
      if (isHidden) this.#noteHidden(element);
      else if (isPrompt) findings.add('prompts.dropped', 'a prompt to fill in was left out', deepText(element));
      else this.#readRunContent(element, style);
    }
  }

  #isPrompt(props: XmlElement | undefined): boolean {
    const { prompts, styles } = this.#story;
    if (prompts.length === 0) return false;
    return prompts.includes('whole') || styles.isPlaceholder(childValue(props, 'w:rStyle'));
  }

  #readRunContent(element: XmlElement, style: RunStyle): void {
    const push = (text: string): void => {
      this.#push({ text, ...style.format });
    };
    switch (element.name) {
      case 'w:t':
        push(this.#styledText(trimmedText(element), style));
        break;
      case 'w:tab':
      case 'w:ptab':
        push('\t');
        break;
      case 'w:noBreakHyphen':
        push('\u2011');
        break;
      case 'w:sym': {
        const { 'w:font': font = '', 'w:char': code = '' } = element.attributes;
        push(this.#known(symbolOfHex(font, code), `${font} ${code}`));
        break;
      }
      case 'w:br':
        this.content.pieces.push({ kind: element.attributes['w:type'] === 'page' ? 'page-break' : 'line-break' });
        break;
      case 'w:cr':
        this.content.pieces.push({ kind: 'line-break' });
        break;
      case 'w:ruby': {
        const reading = child(element, 'w:rt');
        if (reading) {
          this.#story.findings.add('readings.dropped', 'a pronunciation was left out', deepText(reading));
        }
        const base = child(element, 'w:rubyBase');
        if (base) this.readChildren(base);
        break;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#readNote(element, push);
        break;
      case 'mc:AlternateContent':
        this.#readAlternate(element);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#readDrawing(element);
        break;
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

  #readNote(element: XmlElement, push: (text: string) => void): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const text = this.#story.noteText(kind, element.attributes['w:id'] ?? '');
    if (text === '') return;
    this.#story.findings.add('notes.flattened', 'a note was put into the text in brackets', text);
    push(`（注：${text}）`);
  }

  #readDrawing(element: XmlElement): void {
    const { findings } = this.#story;
    const { texts, picture, object, description } = drawingContent(element);
    this.content.textBoxes.push(...texts);
    if (picture) findings.add('pictures.dropped', 'a picture was left out', description);
    else if (object) findings.add('objects.dropped', 'an embedded object was left out', description);
  }

  #styleOf(props: XmlElement | undefined): RunStyle {
    const { styles } = this.#story;
    const characterStyle = childValue(props, 'w:rStyle');
    const ownUnderline = childValue(props, 'w:u');
    const underline =
      ownUnderline === undefined ? styles.inherited(characterStyle, 'underline') : ownUnderline !== 'none';
    const script = childValue(props, 'w:vertAlign') ?? styles.inherited(characterStyle, 'script');
    const font = child(props, 'w:rFonts')?.attributes['w:ascii'] ?? styles.inherited(characterStyle, 'font');
    const format: RunStyle['format'] = {
      ...((childToggle(props, 'w:b') ?? styles.inherited(characterStyle, 'bold')) && { bold: true }),
      ...((childToggle(props, 'w:i') ?? styles.inherited(characterStyle, 'italic')) && { italic: true }),
      ...(underline && { underline: true }),
    };
    return {
      format,
      isStruck:
        childToggle(props, 'w:strike') ??
        childToggle(props, 'w:dstrike') ??
        styles.inherited(characterStyle, 'struck') ??
        false,
      script: script === 'superscript' || script === 'subscript' ? script : undefined,
      shift: this.#shiftOf(props, characterStyle),
      symbolFont: font !== undefined && isSymbolFont(font) ? font : undefined,
    };
  }

  #shiftOf(props: XmlElement | undefined, characterStyle: string | undefined): ScriptPosition | undefined {
    const position = childNumber(props, 'w:position') ?? 0;
    const size = childNumber(props, 'w:sz') ?? this.#story.styles.sizeOf(characterStyle, this.#paragraphStyle);
    if (position === 0) {
      this.#sizeOnLine = size;
      return undefined;
    }
    const isSmall = size !== undefined && this.#sizeOnLine !== undefined && size <= 0.85 * this.#sizeOnLine;
    if (!isSmall) return undefined;
    return position > 0 ? 'superscript' : 'subscript';
  }

  #isHidden(props: XmlElement | undefined): boolean {
    const { styles } = this.#story;
    return (
      childToggle(props, 'w:vanish') ??
      styles.inherited(childValue(props, 'w:rStyle'), 'hidden') ??
      styles.inherited(this.#paragraphStyle, 'hidden') ??
      false
    );
  }

  #noteHidden(element: XmlElement): void {
    if (element.name !== 'w:t' || element.text.trim() === '') return;
    this.#story.findings.add('hidden.dropped', 'hidden text was left out', element.text);
  }

  #noteRevision(element: XmlElement): void {
    this.#story.findings.add('revisions.present', 'a tracked change was taken as accepted', deepText(element));
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

/** What Word, WPS and hand-made forms write where something is to be filled in. */
const promptWords =
  /^\s*[[【(（]?\s*(?:单击|点击|请?(?:在此|此处)|请(?:输入|选择|填写)|选择一项|Click|Tap|Choose|Enter|Select)/i;

/** Reads the content of a content control (w:sdt), which may show its prompt in place of a text. */
export function readControl(control: XmlElement, story: Story, read: (content: XmlElement) => void): void {
  const content = child(control, 'w:sdtContent');
  if (!content) return;
  const showsPrompt = childToggle(child(control, 'w:sdtPr'), 'w:showingPlcHdr') ?? false;
  // Programs that fill in forms often leave this mark on what they wrote, so the words count too.
  if (showsPrompt) story.prompts.push(promptWords.test(deepText(content)) ? 'whole' : 'styled');
  read(content);
  if (showsPrompt) story.prompts.pop();
}

/** Without xml:space="preserve" white space at the ends is layout of the XML, not text; ideographic spaces stay. */
function trimmedText({ attributes, text }: XmlElement): string {
  return attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
