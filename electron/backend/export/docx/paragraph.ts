import { attributes } from './xml.ts';

/** Indents in characters of the body font; a negative `firstLine` hangs. */
export interface Indent {
  left?: number;
  right?: number;
  firstLine?: number;
}

export interface TabStop {
  /** `clear` takes back one of the style. */
  align: 'left' | 'center' | 'right' | 'clear';
  /** Twips from the left edge of the type area. */
  at: number;
}

export interface ParagraphProps {
  style: string;
  keepNext?: boolean;
  keepLines?: boolean;
  pageBreakBefore?: boolean;
  /** `w:framePr`: takes the paragraph out of the flow to a place on the page. Twips. */
  frame?: { left: number; top: number; width: number };
  /** `w:pBdr`: strokes above and below in eighths of a point. */
  rules?: { color: string; top: number; bottom?: number };
  tabs?: readonly TabStop[];
  /** `w:spacing` in twips: space above and below, and the exact line where it is not the style's. */
  spacing?: { before?: number; after?: number; line?: number };
  /** In twips, where no number of characters would say it. */
  indentTwips?: { left?: number; right?: number };
  indent?: Indent;
  align?: 'left' | 'center' | 'right' | 'both';
  /** Outline level from 0, for paragraphs whose style has none. */
  outlineLevel?: number;
  /** Never a single line of the paragraph on a page (`w:widowControl`), which the letter's Normal does without. */
  widowControl?: boolean;
  /**
   * The mark is a style separator (`w:specVanish`): the next paragraph runs in on the same line, and only this one is
   * a heading for the navigation pane and tables of contents.
   */
  runsIn?: boolean;
}

/**
 * `w:ind`: each indent as characters, which Word and WPS prefer, and as twips, which LibreOffice reads. `pitch` is the
 * width of a character in twips.
 *
 * The characters are those of Normal, whatever the size of the paragraph: one of another size (`isNormalSize` false)
 * has twips only. Of a hanging paragraph `leftChars` says where its first line begins, `left` where the others do: Word
 * reads and writes `left = leftChars + hangingChars`, and leaves `leftChars` out where the first line begins at 0.
 */
export function indentXml(indent: Indent, pitch: number, isNormalSize = true): string {
  const { left, right, firstLine } = indent;
  const hanging = firstLine !== undefined && firstLine < 0 ? -firstLine : undefined;
  const first = hanging === undefined ? firstLine : undefined;
  const twips = (characters: number | undefined): number | undefined => characters && characters * pitch;
  const hundredths = (characters: number | undefined): number | undefined =>
    isNormalSize && characters ? characters * 100 : undefined;
  return `<w:ind${attributes({
    leftChars: hundredths(left && left - (hanging ?? 0)),
    left: twips(left),
    rightChars: hundredths(right),
    right: twips(right),
    hangingChars: hundredths(hanging),
    hanging: twips(hanging),
    firstLineChars: hundredths(first),
    firstLine: twips(first),
  })}/>`;
}

export function tabsXml(tabs: readonly TabStop[] | undefined): string {
  if (!tabs || tabs.length === 0) return '';
  return `<w:tabs>${tabs.map(({ align, at }) => `<w:tab${attributes({ val: align, pos: at })}/>`).join('')}</w:tabs>`;
}

function frameXml(frame: ParagraphProps['frame']): string {
  if (!frame) return '';
  const { left, top, width } = frame;
  return `<w:framePr${attributes({ w: width, wrap: 'around', vAnchor: 'page', hAnchor: 'page', x: left, y: top })}/>`;
}

function rulesXml(rules: ParagraphProps['rules']): string {
  if (!rules) return '';
  const stroke = (edge: string, weight: number | undefined): string =>
    weight === undefined
      ? ''
      : `<w:${edge}${attributes({ val: 'single', sz: weight, space: 0, color: rules.color })}/>`;
  return `<w:pBdr>${stroke('top', rules.top)}${stroke('bottom', rules.bottom)}</w:pBdr>`;
}

function spacingXml(spacing: ParagraphProps['spacing']): string {
  if (!spacing) return '';
  const { before, after, line } = spacing;
  // Word knows no negative room: what has no place above pushes what follows down.
  const room = (twips: number | undefined): number | undefined => twips && Math.max(0, twips);
  const lineRule = line === undefined ? undefined : 'exact';
  return `<w:spacing${attributes({ before: room(before), after: room(after), line: line && Math.max(1, line), lineRule })}/>`;
}

/** `w:pPr`, children in the order of the schema (ECMA-376 part 1, §17.3.1.26). */
export function paragraphPropsXml(props: ParagraphProps, pitch: number): string {
  const toggle = (name: string, value: boolean | undefined): string =>
    value === undefined ? '' : `<w:${name}${value ? '' : ' w:val="0"'}/>`;
  return (
    `<w:pPr><w:pStyle w:val="${props.style}"/>` +
    toggle('keepNext', props.keepNext) +
    toggle('keepLines', props.keepLines) +
    toggle('pageBreakBefore', props.pageBreakBefore) +
    frameXml(props.frame) +
    toggle('widowControl', props.widowControl) +
    rulesXml(props.rules) +
    tabsXml(props.tabs) +
    spacingXml(props.spacing) +
    (props.indent ? indentXml(props.indent, pitch) : '') +
    (props.indentTwips ? `<w:ind${attributes(props.indentTwips)}/>` : '') +
    (props.align ? `<w:jc w:val="${props.align}"/>` : '') +
    (props.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${props.outlineLevel}"/>`) +
    (props.runsIn ? '<w:rPr><w:vanish/><w:specVanish/></w:rPr>' : '') +
    '</w:pPr>'
  );
}

export function paragraphXml(props: ParagraphProps, runs: string, pitch: number): string {
  return `<w:p>${paragraphPropsXml(props, pitch)}${runs}</w:p>`;
}
