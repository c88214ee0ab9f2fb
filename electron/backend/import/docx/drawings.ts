import { child, type XmlElement } from '#backend/word/read/xml.ts';

/** What a drawing, picture or object holds for a reader of text. */
export interface DrawingContent {
  /** w:txbxContent of text boxes, and the words of letters drawn as art, in order. */
  texts: (XmlElement | string)[];
  picture: boolean;
  object: boolean;
  /** Alternative text. */
  description: string;
}

const pictureElements = new Set(['?:blip', '?:imagedata', '?:pic']);
const objectElements = new Set(['?:chart', '?:relIds', '?:OLEObject', '?:contentPart']);

export function drawingContent(element: XmlElement): DrawingContent {
  const content: DrawingContent = { texts: [], picture: false, object: element.name === 'w:object', description: '' };
  collect(element, content);
  return content;
}

function collect(element: XmlElement, content: DrawingContent): void {
  const { name, attributes } = element;
  if (name === 'w:txbxContent') {
    content.texts.push(element);
    return;
  }
  // Exactly one branch counts: text boxes stand in both, once for new programs and once for old ones.
  if (name === 'mc:AlternateContent') {
    const branch = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
    if (branch) collect(branch, content);
    return;
  }
  if (name === '?:textpath' && attributes['string']) content.texts.push(attributes['string']);
  if (name === 'wp:docPr' && content.description === '') {
    content.description = attributes['descr'] ?? attributes['title'] ?? '';
  }
  content.picture ||= pictureElements.has(name);
  content.object ||= objectElements.has(name);
  for (const inner of element.children) collect(inner, content);
}
