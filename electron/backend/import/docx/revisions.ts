import type { Story } from './story.ts';
import { child, childrenOf, deepText, type XmlElement } from '#backend/word/read/xml.ts';

/** Whether properties of a mark or row say that it is gone once tracked changes are accepted. */
export function isDeleted(props: XmlElement | undefined): boolean {
  if (child(props, 'w:del') ?? child(props, 'w:moveFrom')) return true;
  return childrenOf(props, 'aml:annotation').some((annotation) => typeOf(annotation) === 'Deletion');
}

/**
 * An annotation of Word 2003, which may be a comment, a bookmark or a tracked change; changes are taken as accepted.
 * `read` gets the content that stays.
 */
export function readAnnotation(element: XmlElement, story: Story, read: (content: XmlElement) => void): void {
  const type = typeOf(element);
  const content = child(element, 'aml:content');
  if (!content) return;
  if (type === 'Comment') {
    story.findings.add('comments.present', 'a comment was left out', deepText(content));
    return;
  }
  if (type === 'Insertion' || type === 'Deletion') {
    story.findings.add('revisions.present', 'a tracked change was taken as accepted', deepText(content));
  }
  if (type !== 'Deletion') read(content);
}

function typeOf(annotation: XmlElement): string {
  return (annotation.attributes['w:type'] ?? '').replace(/^Word\./, '');
}
