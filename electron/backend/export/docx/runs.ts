import { xmlText } from './xml.ts';

export interface RunProps {
  /** Character style. */
  style?: string;
  /** Font for this run only. */
  font?: string;
  /** Font of its western letters and digits; absent: `font`. */
  latin?: string;
  /** `false` takes back what the style of the paragraph sets. */
  bold?: boolean | undefined;
  italic?: boolean;
  underline?: boolean;
  /** Twips added to the width of every character. */
  spacing?: number;
  /** pt; absent: the size of the style. */
  size?: number;
}

/** Outside Latin text Word must be told to take quotes, dashes and ellipses from the Chinese font. */
const needsEastAsianHint = /[^\0-\u007F]/;

/** `w:rFonts`; `latin` is the font of western letters and digits. */
export function fontXml(font: string, latin: string = font): string {
  const [chinese, western] = [xmlText(font), xmlText(latin)];
  return `<w:rFonts w:hint="eastAsia" w:ascii="${western}" w:eastAsia="${chinese}" w:hAnsi="${western}" w:cs="${western}"/>`;
}

/** `w:rPr`, children in the order of the schema (ECMA-376 part 1, §17.3.2.28), or ''. */
function runPropsXml(props: RunProps, text: string): string {
  const xml =
    (props.style === undefined ? '' : `<w:rStyle w:val="${props.style}"/>`) +
    (props.font === undefined
      ? needsEastAsianHint.test(text)
        ? '<w:rFonts w:hint="eastAsia"/>'
        : ''
      : fontXml(props.font, props.latin)) +
    (props.bold === undefined ? '' : props.bold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>') +
    (props.italic ? '<w:i/><w:iCs/>' : '') +
    (props.spacing === undefined ? '' : `<w:spacing w:val="${Math.round(props.spacing)}"/>`) +
    (props.size === undefined ? '' : `<w:sz w:val="${props.size * 2}"/><w:szCs w:val="${props.size * 2}"/>`) +
    (props.underline ? '<w:u w:val="single"/>' : '');
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

/** A run; line ends become `w:br`, tabs `w:tab`. Empty text gives no run. */
export function runXml(text: string, props: RunProps = {}): string {
  if (text === '') return '';
  const content = text
    .split(/(\t|\r\n|[\n\r])/)
    .map((piece) => {
      if (piece === '') return '';
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n' || piece === '\r' || piece === '\r\n') return '<w:br/>';
      return `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
    })
    .join('');
  return `<w:r>${runPropsXml(props, text)}${content}</w:r>`;
}
