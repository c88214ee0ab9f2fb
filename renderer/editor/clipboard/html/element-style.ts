import type { Format } from '#shared/document/schema.ts';

/** What markup of Word, WPS, Excel and web pages says about an element beside its tag. */

const hiddenStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0[a-z%.0]*\s*(?:;|$))/i;

/**
 * The label Word printed before a list item, which the letter computes itself; the comments a Word file carries, and
 * the marks in the text they hang on. The commented words themselves (`mso-comment-reference`) are text.
 */
const msoApparatus = /mso-list\s*:\s*ignore|mso-element\s*:\s*comment|mso-special-character\s*:\s*comment/i;
const commentClass = /^(?:MsoCommentReference|MsoCommentText|msocomanchor|msocomtxt|msocomoff)$/i;

export function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

/** Tells what the source program does not show, by its style attributes and by the classes of its style sheet. */
export function hiddenIn(document: Document): (element: Element) => boolean {
  const hiddenClasses = classesHiddenBy([...document.querySelectorAll('style')].map(({ textContent }) => textContent));
  return (element) => {
    const style = styleOf(element);
    const classes = [...element.classList];
    return (
      hiddenStyle.test(style) ||
      msoApparatus.test(style) ||
      element.hasAttribute('hidden') ||
      classes.some((name) => commentClass.test(name) || hiddenClasses.has(name))
    );
  };
}

function classesHiddenBy(sheets: string[]): Set<string> {
  const classes = new Set<string>();
  for (const sheet of sheets) {
    for (const [, selectors = '', declarations = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!hiddenStyle.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const name = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector)?.[1];
        if (name !== undefined) classes.add(name);
      }
    }
  }
  return classes;
}

/** A row, a column or a cell without any extent: how Excel writes what is hidden in a sheet. */
export function hasNoExtent(element: Element, side: 'width' | 'height'): boolean {
  const value = element.getAttribute(side) ?? '';
  return (
    /^\s*0+(?:\.0+)?(?:px|pt)?\s*$/.test(value) ||
    new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*0+(?:\\.0+)?(?:[a-z]+)?\\s*(?:;|$)`, 'i').test(styleOf(element))
  );
}

/** Width of a column or cell in px, or null where none is given that can be compared with others. */
export function widthOf(element: Element): number | null {
  const [, figure, unit] = /(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)(px|pt|mm|cm|in)/i.exec(styleOf(element)) ?? [];
  const perUnit: Record<string, number> = { px: 1, pt: 96 / 72, mm: 96 / 25.4, cm: 960 / 25.4, in: 96 };
  const attribute = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(element.getAttribute('width') ?? '')?.[1];
  const width =
    figure === undefined ? Number(attribute ?? 0) : Number(figure) * (perUnit[unit?.toLowerCase() ?? ''] ?? 0);
  return width > 0 ? width : null;
}

export function isPreformatted(element: Element): boolean {
  return element.tagName === 'PRE' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(styleOf(element));
}

export function breaksPage(element: Element): boolean {
  return /(?:page-break-before|break-before)\s*:\s*(?:always|page)/i.test(styleOf(element));
}

export function formatOf(element: Element, outer: Format): Format {
  const tag = element.tagName;
  const style = styleOf(element);
  const format: Format = { ...outer };
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (tag === 'B' || tag === 'STRONG' || weight === 'bold' || Number(weight) >= 600) format.bold = true;
  if (weight === 'normal' || Number(weight) <= 500) delete format.bold;
  if (tag === 'I' || tag === 'EM' || /font-style\s*:\s*italic/i.test(style)) format.italic = true;
  if (/font-style\s*:\s*normal/i.test(style)) delete format.italic;
  if (tag === 'U' || /text-decoration[^;]*underline/i.test(style)) format.underline = true;
  return format;
}
