import type { SourceRun } from '../source.ts';
import type { Story } from './story.ts';
import { symbolText } from './symbols.ts';
import { child, childToggle, childValue, type XmlElement } from './xml.ts';

/** Content of a paragraph in order. */
export type Piece = { kind: 'text'; run: SourceRun } | { kind: 'line-break' } | { kind: 'page-break' };

export interface InlineContent {
  pieces: Piece[];
  /** w:txbxContent of text boxes anchored here; they read after the paragraph. */
  textBoxes: XmlElement[];
}

/**
 * Text of a paragraph with all tracked changes accepted, fields as their results, hidden text left out.
 * `paragraphStyle` decides what is hidden by style.
 */
export function readInline(paragraph: XmlElement, paragraphStyle: string | undefined, story: Story): InlineContent {
  const reader = new InlineReader(paragraphStyle, story);
  reader.readChildren(paragraph);
  return reader.content;
}

class InlineReader {
  readonly content: InlineContent = { pieces: [], textBoxes: [] };
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
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:bdo':
      case 'w:dir':
      case 'w:fldSimple':
        this.readChildren(element);
        break;
      case 'w:sdt': {
        const content = child(element, 'w:sdtContent');
        if (content) this.readChildren(content);
        break;
      }
      case 'mc:AlternateContent':
        this.#readAlternate(element);
        break;
      case 'm:oMath':
      case 'm:oMathPara': {
        const text = acceptedText(element);
        this.#story.findings.add('objects.dropped', 'a formula became plain text', text);
        this.#push({ text });
        break;
      }
      case 'w:subDoc':
        this.#story.findings.add('objects.dropped', 'a linked sub-document was left out', '');
        break;
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

  #readRun(run: XmlElement): void {
    const props = child(run, 'w:rPr');
    if (child(props, 'w:rPrChange') || child(props, 'w:ins')) this.#noteRevision(run);
    if (child(props, 'w:del')) {
      this.#noteRevision(run);
      return;
    }
    const format = this.#formatOf(props);
    const isHidden = this.#isHidden(props);
    for (const element of run.children) {
      if (element.name === 'w:fldChar') {
        this.#moveField(element.attributes['w:fldCharType']);
      } else if (!this.#isInFieldCode()) {
        if (isHidden) this.#noteHidden(element);
        else this.#readRunContent(element, format);
      }
    }
  }

  #readRunContent(element: XmlElement, format: Omit<SourceRun, 'text'>): void {
    const push = (text: string): void => {
      this.#push({ text, ...format });
    };
    switch (element.name) {
      case 'w:t':
        push(element.attributes['xml:space'] === 'preserve' ? element.text : trimXmlSpace(element.text));
        break;
      case 'w:tab':
      case 'w:ptab':
        push('\t');
        break;
      case 'w:noBreakHyphen':
        push('\u2011');
        break;
      case 'w:sym':
        push(symbolText(element.attributes['w:font'] ?? '', element.attributes['w:char'] ?? ''));
        break;
      case 'w:br':
        this.content.pieces.push({ kind: element.attributes['w:type'] === 'page' ? 'page-break' : 'line-break' });
        break;
      case 'w:cr':
        this.content.pieces.push({ kind: 'line-break' });
        break;
      case 'w:ruby': {
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

  #readNote(element: XmlElement, push: (text: string) => void): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const text = this.#story.noteText(kind, element.attributes['w:id'] ?? '');
    if (text === '') return;
    this.#story.findings.add('notes.flattened', 'a note was put into the text in brackets', text);
    push(`（注：${text}）`);
  }

  #readDrawing(element: XmlElement): void {
    const { findings } = this.#story;
    const before = this.content.textBoxes.length;
    collect(element, 'w:txbxContent', this.content.textBoxes);
    if (this.content.textBoxes.length > before) return;
    const description = descriptionOf(element);
    if (holds(element, pictureElements)) {
      findings.add('pictures.dropped', 'a picture was left out', description);
    } else if (element.name === 'w:object' || holds(element, objectElements)) {
      findings.add('objects.dropped', 'an embedded object was left out', description);
    }
  }

  #formatOf(props: XmlElement | undefined): Omit<SourceRun, 'text'> {
    const { styles } = this.#story;
    const characterStyle = childValue(props, 'w:rStyle');
    const ownUnderline = childValue(props, 'w:u');
    const underline =
      ownUnderline === undefined ? styles.inherited(characterStyle, 'underline') : ownUnderline !== 'none';
    return {
      ...((childToggle(props, 'w:b') ?? styles.inherited(characterStyle, 'bold')) && { bold: true }),
      ...((childToggle(props, 'w:i') ?? styles.inherited(characterStyle, 'italic')) && { italic: true }),
      ...(underline && { underline: true }),
    };
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

  #moveField(type: string | undefined): void {
    const { openFields } = this.#story;
    if (type === 'begin') openFields.push('code');
    else if (type === 'separate' && openFields.length > 0) openFields[openFields.length - 1] = 'result';
    else if (type === 'end') openFields.pop();
  }

  #isInFieldCode(): boolean {
    return this.#story.openFields.includes('code');
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

const pictureElements = new Set(['?:blip', '?:imagedata', '?:pic']);
const objectElements = new Set(['?:chart', '?:relIds', '?:OLEObject', '?:contentPart']);

function holds(element: XmlElement, names: Set<string>): boolean {
  return names.has(element.name) || element.children.some((inner) => holds(inner, names));
}

function collect(element: XmlElement, name: string, found: XmlElement[]): void {
  if (element.name === name) {
    found.push(element);
  } else if (element.name === 'mc:AlternateContent') {
    const branch = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
    if (branch) collect(branch, name, found);
  } else {
    for (const inner of element.children) collect(inner, name, found);
  }
}

function descriptionOf(element: XmlElement): string {
  if (element.name === 'wp:docPr') return element.attributes['descr'] ?? element.attributes['title'] ?? '';
  for (const inner of element.children) {
    const description = descriptionOf(inner);
    if (description !== '') return description;
  }
  return '';
}

/** Text of a formula without what is tracked as deleted. */
function acceptedText(element: XmlElement): string {
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return '';
  return element.text + element.children.map(acceptedText).join('');
}

/** All text below an element, deleted text included. */
export function deepText(element: XmlElement): string {
  return element.text + element.children.map(deepText).join('');
}

/** Without xml:space="preserve" white space at the ends is layout of the XML, not text; ideographic spaces stay. */
function trimXmlSpace(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
