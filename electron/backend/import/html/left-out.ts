import type { ImportWarningCode } from '#shared/domain/import-report.ts';
import { attribute, type HtmlElement } from './dom.ts';
import type { ElementStyle } from './style.ts';

export interface LeftOut {
  /** Null for what belongs to nothing said. */
  code: ImportWarningCode | null;
  message: string;
}

export const revisionWords = 'a tracked change was taken as accepted';

/** Classes Word gives to the marks and texts of comments. */
const commentClasses = /(?:^|\s)(?:MsoCommentReference|MsoCommentText|msocomanchor|msocomtxt|msocomoff)(?:\s|$)/i;

/** Whether an element is no text of the letter, and what is said of it. */
export function leftOut(element: HtmlElement, style: ElementStyle): LeftOut | null {
  const { tagName } = element;
  if (isHidden(element, style)) return { code: 'hidden.dropped', message: 'hidden text was left out' };
  if (tagName === 'del') return { code: 'revisions.present', message: revisionWords };
  if (commentClasses.test(attribute(element, 'class')) || /^comment/.test(style.mso['mso-element'] ?? '')) {
    return { code: 'comments.present', message: 'a comment was left out' };
  }
  if (tagName === 'rt' || tagName === 'rtc') {
    return { code: 'readings.dropped', message: 'a pronunciation was left out' };
  }
  // Brackets for programs that cannot print pronunciation over a text.
  return tagName === 'rp' ? { code: null, message: '' } : null;
}

export function isHidden(element: HtmlElement, style: ElementStyle): boolean {
  return style.hidden || element.attrs.some((attr) => attr.name === 'hidden');
}
