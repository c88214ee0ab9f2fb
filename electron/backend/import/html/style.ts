import type { ScriptPosition } from '../scripts.ts';

export interface ElementStyle {
  hidden: boolean;
  pageBreak: boolean;
  pre: boolean;
  align: 'left' | 'center' | 'right' | 'justify' | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  struck: boolean;
  /** `sub`, `super` or anything else. */
  verticalAlign: string;
  /** Word's own declarations, by name in lower case. */
  mso: Record<string, string>;
}

/** What a style attribute says about a text; style sheets are not looked at. */
export function styleOf(attribute: string): ElementStyle {
  const style: ElementStyle = {
    hidden: false,
    pageBreak: false,
    pre: false,
    align: null,
    bold: null,
    italic: null,
    underline: null,
    struck: false,
    verticalAlign: '',
    mso: {},
  };
  if (attribute === '') return style;
  for (const declaration of attribute.slice(0, 4000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (name.startsWith('mso-')) style.mso[name] = value;
    apply(style, name, value);
  }
  return style;
}

/** Whether an element raises or lowers its text. */
export function scriptOf(tag: string, { verticalAlign }: ElementStyle): ScriptPosition | undefined {
  if (tag === 'sup' || verticalAlign === 'super') return 'superscript';
  return tag === 'sub' || verticalAlign === 'sub' ? 'subscript' : undefined;
}

function apply(style: ElementStyle, name: string, value: string): void {
  switch (name) {
    case 'display':
      if (value === 'none') style.hidden = true;
      break;
    case 'visibility':
      if (value === 'hidden' || value === 'collapse') style.hidden = true;
      break;
    case 'mso-hide':
      if (value === 'all') style.hidden = true;
      break;
    case 'font-size':
      if (/^0(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value)) style.hidden = true;
      break;
    case 'page-break-before':
    case 'break-before':
      if (value === 'always' || value === 'page') style.pageBreak = true;
      break;
    case 'white-space':
      if (value === 'pre' || value === 'pre-wrap' || value === 'pre-line') style.pre = true;
      break;
    case 'text-align':
      if (value === 'left' || value === 'center' || value === 'right' || value === 'justify') style.align = value;
      break;
    case 'font-weight':
      style.bold = value === 'bold' || value === 'bolder' || Number(value) >= 600;
      break;
    case 'vertical-align':
      style.verticalAlign = value;
      break;
    case 'font-style':
      style.italic = value === 'italic' || value === 'oblique';
      break;
    case 'text-decoration':
    case 'text-decoration-line':
      style.underline = value.includes('underline');
      style.struck = value.includes('line-through');
      break;
  }
}
