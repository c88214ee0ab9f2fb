/** Looks of the lines of a letter as the standard prints them (GB/T 9704-2012, 7.3); lengths in pt. */

interface Font {
  face: keyof typeof faces;
  size: number;
}

export interface LineLook {
  font: Font;
  align: 'left' | 'center' | 'right' | 'justify';
  /** First-line indent and left margin in characters. */
  indent: number;
  margin: number;
  pitch: number;
  /** Rows of a table grow with tall characters; the lines of a page do not. */
  isPitchLeast?: boolean;
}

/** In order of preference. */
const faces = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '宋体'],
  body: ['仿宋_GB2312', '仿宋', 'FangSong'],
  heading1: ['黑体', 'SimHei'],
  heading2: ['楷体_GB2312', '楷体', 'KaiTi'],
} as const;

/** 22 lines on 225 mm. */
const PITCH = 28.95;

export const bodyLook: LineLook = {
  font: { face: 'body', size: 16 },
  align: 'justify',
  indent: 2,
  margin: 0,
  pitch: PITCH,
};

export const titleLook: LineLook = {
  ...bodyLook,
  font: { face: 'title', size: 22 },
  align: 'center',
  indent: 0,
  pitch: 36,
};

export function headingLook(level: number): LineLook {
  const face = level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'body';
  return { ...bodyLook, font: { face, size: 16 } };
}

export function cellLook(isHeader: boolean): LineLook {
  const face = isHeader ? 'heading1' : 'body';
  return {
    font: { face, size: 14 },
    align: isHeader ? 'center' : 'left',
    indent: 0,
    margin: 0,
    pitch: 24,
    isPitchLeast: true,
  };
}

/** Quoted: without, LibreOffice takes the Chinese part of 仿宋_GB2312 for no name. */
export function fontStyle({ face, size }: Font): string {
  const names = faces[face].map((name) => `'${name}'`);
  return `font-family:${names.join(',')};mso-fareast-font-family:${names[0]};font-size:${size}pt`;
}

export function lineStyle({ font, align, indent, margin, pitch, isPitchLeast = false }: LineLook): string {
  return [
    'margin:0',
    ...(margin > 0 ? [`margin-left:${margin * font.size}pt`] : []),
    `text-indent:${indent * font.size}pt`,
    ...(indent > 0 ? [`mso-char-indent-count:${indent}.0`] : []),
    `text-align:${align}`,
    ...(align === 'justify' ? ['text-justify:inter-ideograph'] : []),
    `line-height:${pitch}pt`,
    `mso-line-height-rule:${isPitchLeast ? 'at-least' : 'exactly'}`,
    'font-weight:normal',
    fontStyle(font),
  ].join(';');
}
