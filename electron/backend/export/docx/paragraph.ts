import { attributes } from './xml.ts';

/** Indents in characters of the body font; a negative `firstLine` hangs. */
export interface Indent {
  left?: number;
  right?: number;
  firstLine?: number;
}

export interface ParagraphProps {
  style: string;
  keepNext?: boolean;
  keepLines?: boolean;
  pageBreakBefore?: boolean;
  indent?: Indent;
  align?: 'left' | 'center' | 'right' | 'both';
  /** Outline level from 0, for paragraphs whose style has none. */
  outlineLevel?: number;
}

/**
 * `w:ind`: each indent as characters, which Word and WPS prefer, and as twips, which LibreOffice reads. `pitch` is the
 * width of a character in twips.
 */
export function indentXml(indent: Indent, pitch: number): string {
  const { left, right, firstLine } = indent;
  const hanging = firstLine !== undefined && firstLine < 0 ? -firstLine : undefined;
  const first = hanging === undefined ? firstLine : undefined;
  const twips = (characters: number | undefined): number | undefined => characters && characters * pitch;
  const hundredths = (characters: number | undefined): number | undefined => characters && characters * 100;
  return `<w:ind${attributes({
    leftChars: hundredths(left),
    left: twips(left),
    rightChars: hundredths(right),
    right: twips(right),
    hangingChars: hundredths(hanging),
    hanging: twips(hanging),
    firstLineChars: hundredths(first),
    firstLine: twips(first),
  })}/>`;
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
    (props.indent ? indentXml(props.indent, pitch) : '') +
    (props.align ? `<w:jc w:val="${props.align}"/>` : '') +
    (props.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${props.outlineLevel}"/>`) +
    '</w:pPr>'
  );
}

export function paragraphXml(props: ParagraphProps, runs: string, pitch: number): string {
  return `<w:p>${paragraphPropsXml(props, pitch)}${runs}</w:p>`;
}
