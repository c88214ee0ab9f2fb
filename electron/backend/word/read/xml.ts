import { SaxesParser } from 'saxes';
import { DafuError } from '#shared/contract/errors.ts';
import { checkLimit } from '#backend/files/input-limits.ts';
import { refusal } from './refuse.ts';
import { XmlNames } from './xml-names.ts';

/** An element under a fixed prefix whatever the file calls it; text is kept only where text is content. */
export interface XmlElement {
  /** Such as `w:p`; names of unknown namespaces start with `?:`. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t']);
const deepest = 256;
const chunkBytes = 1 << 20;

export interface ParseOptions {
  /**
   * Called with every complete element below the root. True: it was read and is let go, so that a long document is never
   * in memory as a whole.
   */
  onElement?: (element: XmlElement, parent: XmlElement) => boolean;
  /** Every element's own text is content: a part of properties, no text of a document. */
  keepsAllText?: boolean;
}

/**
 * Parses one part. A DOCTYPE is refused (no entities, no bombs, nothing external), nesting is capped. Throws
 * IMPORT_UNSUPPORTED (`dtd`, `damaged`) or IMPORT_TOO_LARGE.
 */
export function parseXml(bytes: Uint8Array, fileName: string, options: ParseOptions = {}): XmlElement {
  const { onElement, keepsAllText = false } = options;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names = new XmlNames();
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  const bound = (fixed: string | null): string => {
    if (fixed === null) throw refusal(fileName, 'damaged');
    return fixed;
  };
  parser.on('doctype', () => {
    throw refusal(fileName, 'dtd');
  });
  parser.on('error', (error) => {
    throw refusal(fileName, 'damaged', error);
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= deepest) {
      throw new DafuError('IMPORT_TOO_LARGE', {
        name: fileName,
        limit: 'nesting',
        actual: stack.length + 1,
        allowed: deepest,
      });
    }
    names.open(tag.attributes);
    const element: XmlElement = { name: bound(names.element(tag.name)), attributes: {}, children: [], text: '' };
    for (const name in tag.attributes) {
      const key = bound(names.attribute(name));
      if (key !== '') element.attributes[key] = tag.attributes[name] ?? '';
    }
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('text', (text) => {
    const element = stack.at(-1);
    if (element && (keepsAllText || textElements.has(element.name))) {
      element.text += text;
      checkLimit(fileName, 'characters', element.text.length);
    }
  });
  parser.on('closetag', () => {
    names.close();
    const element = stack.pop();
    const parent = stack.at(-1);
    if (element && parent && onElement?.(element, parent)) parent.children.pop();
  });
  const decoder = new TextDecoder(xmlEncoding(bytes, fileName));
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode()).close();
  if (!root) throw refusal(fileName, 'damaged');
  return root;
}

/** The encoding of a part by its mark, its zero bytes or its declaration. */
export function xmlEncoding(bytes: Uint8Array, fileName: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:ï»¿)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch (error) {
    throw refusal(fileName, 'damaged', error);
  }
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** Children of one name, or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return element?.children.filter((candidate) => name === undefined || candidate.name === name) ?? [];
}

/** `w:val` of a child element. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** An on/off property (§17.17.4): present without a value means on; absent gives undefined. */
export function childToggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && isOn(found);
}

/** The value of an on/off property that is there. */
export function isOn({ attributes }: XmlElement): boolean {
  const value = attributes['w:val'];
  return value === undefined || !/^(0|false|off)$/i.test(value);
}

/** A whole number of a child's `w:val`; anything else gives undefined. */
export function childNumber(element: XmlElement | undefined, name: string): number | undefined {
  return wholeNumber(childValue(element, name));
}

export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** All text below an element, deleted text included. */
export function deepText(element: XmlElement): string {
  return element.text + element.children.map(deepText).join('');
}
