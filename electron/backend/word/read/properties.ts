import type { XmlElement } from './xml.ts';

/** What a file says about itself, by the names of its own: `title`, `creator`, `lastModifiedBy`, `modified` … */
export interface WordProperties {
  core: ReadonlyMap<string, string>;
  /** Of the program that stored it: `Application`, `Company` … */
  extended: ReadonlyMap<string, string>;
  /** Of whoever made it. */
  custom: ReadonlyMap<string, string>;
}

/** Texts by the local name of the elements directly below the root. */
export function readNamedTexts(root: XmlElement | undefined): Map<string, string> {
  return new Map(root?.children.map((element) => [element.name.slice(element.name.indexOf(':') + 1), textIn(element)]));
}

export function readCustomProperties(root: XmlElement | undefined): Map<string, string> {
  return new Map(root?.children.map((element) => [element.attributes['name'] ?? '', textIn(element)]));
}

function textIn(element: XmlElement): string {
  return element.children.length === 0 ? element.text : element.children.map(textIn).join('');
}
