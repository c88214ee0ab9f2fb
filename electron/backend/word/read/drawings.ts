import type { DrawnWords, WordBlock, WordDrawing } from './model.ts';
import { child, type XmlElement } from './xml.ts';

const pictureElements = new Set(['?:blip', '?:imagedata', '?:pic']);
const objectElements = new Set(['?:chart', '?:relIds', '?:OLEObject', '?:contentPart', 'w14:contentPart']);

/** `w:drawing`, `w:pict` or `w:object`; `readBox` reads the blocks of a text box. */
export function readDrawing(element: XmlElement, readBox: (box: XmlElement) => WordBlock[]): WordDrawing {
  const drawing: WordDrawing = {
    kind: 'drawing',
    name: '',
    description: '',
    isPicture: false,
    isObject: element.name === 'w:object',
    relationships: [],
    words: [],
  };
  collect(element, false);
  return drawing;

  function collect(part: XmlElement, isSecondVersion: boolean): void {
    const { name, attributes } = part;
    const words = drawnWords(part, isSecondVersion, readBox);
    if (words) {
      drawing.words.push(words);
      if (words.kind !== 'art') return;
    }
    if (name === 'mc:AlternateContent') {
      const first = child(part, 'mc:Choice') ?? child(part, 'mc:Fallback');
      for (const branch of part.children) collect(branch, isSecondVersion || branch !== first);
      return;
    }
    if (name === 'wp:docPr') {
      drawing.name ||= attributes['name'] ?? '';
      drawing.description ||= attributes['descr'] ?? attributes['title'] ?? '';
    }
    for (const key in attributes) if (key.startsWith('r:')) drawing.relationships.push(attributes[key] ?? '');
    if (!isSecondVersion) {
      drawing.isPicture ||= pictureElements.has(name);
      drawing.isObject ||= objectElements.has(name);
    }
    for (const inner of part.children) collect(inner, isSecondVersion);
  }
}

function drawnWords(
  element: XmlElement,
  isSecondVersion: boolean,
  readBox: (box: XmlElement) => WordBlock[],
): DrawnWords | undefined {
  const { name, attributes } = element;
  if (name === 'w:txbxContent') return { kind: 'box', blocks: readBox(element), isSecondVersion };
  if (name === '?:textpath' && attributes['string'])
    return { kind: 'art', text: attributes['string'], isSecondVersion };
  // Where no text box is; kept so that nothing is lost.
  if (name === 'm:oMath' || element.text !== '') return { kind: 'other', xml: element, isSecondVersion };
  return undefined;
}
