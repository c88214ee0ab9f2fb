import type { RangeMark, Wrapped } from './model.ts';
import { annotationType, readRevision, revisionKind } from './revision.ts';
import { child, childToggle, childValue, type XmlElement } from './xml.ts';

/** The mark a comment of Word 2003 leaves where it stood. */
type CommentReference = { kind: 'comment-reference'; id: string };

/**
 * Controls, tracked changes and alternatives, which stand around blocks, inlines, rows and cells alike; null for any other
 * element. `read` reads what is inside, `addComment` a comment that stands in the text itself.
 */
export function readWrapped<Content>(
  element: XmlElement,
  read: (parent: XmlElement) => Content[],
  addComment: (annotation: XmlElement) => string,
): Wrapped<Content> | RangeMark | CommentReference | null {
  const change = revisionKind(element.name);
  if (change !== undefined) return { kind: 'revised', change, revision: readRevision(element), content: read(element) };
  switch (element.name) {
    case 'w:sdt': {
      const properties = child(element, 'w:sdtPr');
      const content = child(element, 'w:sdtContent');
      return {
        kind: 'control',
        tag: childValue(properties, 'w:tag'),
        title: childValue(properties, 'w:alias'),
        showsPrompt: childToggle(properties, 'w:showingPlcHdr') ?? false,
        properties: properties?.children ?? [],
        content: content ? read(content) : [],
      };
    }
    case 'mc:AlternateContent': {
      const fallback = child(element, 'mc:Fallback');
      return {
        kind: 'alternate',
        choices: element.children
          .filter(({ name }) => name === 'mc:Choice')
          .map((choice) => ({ requires: choice.attributes['Requires'] ?? '', content: read(choice) })),
        fallback: fallback && read(fallback),
      };
    }
    case 'aml:annotation':
      return readAnnotation(element, read, addComment);
    default:
      return null;
  }
}

/** An annotation of Word 2003: a comment, a bookmark, a tracked change, or one end of a range. */
function readAnnotation<Content>(
  element: XmlElement,
  read: (parent: XmlElement) => Content[],
  addComment: (annotation: XmlElement) => string,
): Wrapped<Content> | RangeMark | CommentReference | null {
  const type = annotationType(element);
  const content = child(element, 'aml:content');
  const [, of, edge] = /^(Bookmark|Comment)\.(Start|End)$/.exec(type) ?? [];
  if (of !== undefined) {
    return {
      kind: 'range',
      of: of === 'Bookmark' ? 'bookmark' : 'comment',
      edge: edge === 'Start' ? 'start' : 'end',
      id: element.attributes['aml:id'] ?? '',
      name: element.attributes['w:name'],
      revision: undefined,
    };
  }
  if (!content) return null;
  if (type === 'Comment') return { kind: 'comment-reference', id: addComment(element) };
  const change = type === 'Insertion' ? 'insertion' : type === 'Deletion' ? 'deletion' : undefined;
  return change === undefined
    ? { kind: 'group', name: element.name, attributes: element.attributes, content: read(content) }
    : { kind: 'revised', change, revision: readRevision(element), content: read(content) };
}
