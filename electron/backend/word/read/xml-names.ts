const namespaces = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2006/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  // Word 2013 before its release.
  ['http://schemas.microsoft.com/office/word/2010/11/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid'],
  ['http://schemas.microsoft.com/office/word/2018/wordml/cex', 'w16cex'],
  ['http://schemas.microsoft.com/office/word/2023/wordml/word16du', 'w16du'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** In a namespace nobody here reads, or of a newer Word, which says the same once more in the old words. */
export function isForeign(name: string): boolean {
  return name.startsWith('?:') || name.startsWith('w1');
}

interface Scope {
  /** Namespace address by prefix; '' is the default one. */
  addresses: ReadonlyMap<string, string>;
  /** What each name met under these bindings is called; a Word file repeats a few hundred names a million times. */
  elements: Map<string, string>;
  attributes: Map<string, string>;
}

/**
 * Fixed names for the elements and attributes of a file, whatever prefixes it uses. Resolving here, once for each name
 * and binding, takes a quarter of the time the parser's own namespace mode takes on a large file.
 */
export class XmlNames {
  #scope: Scope = {
    addresses: new Map([
      ['', ''],
      ['xml', 'http://www.w3.org/XML/1998/namespace'],
    ]),
    elements: new Map(),
    attributes: new Map(),
  };
  /** Scopes to go back to, by the number of open elements at which they were left. */
  readonly #outer: { depth: number; scope: Scope }[] = [];
  #depth = 0;

  /** Call for every start tag, before its names are asked for. */
  open(attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    let addresses: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
      if (prefix === undefined) continue;
      addresses ??= new Map(this.#scope.addresses);
      addresses.set(prefix, attributes[name]?.trim() ?? '');
    }
    if (!addresses) return;
    this.#outer.push({ depth: this.#depth, scope: this.#scope });
    this.#scope = { addresses, elements: new Map(), attributes: new Map() };
  }

  /** Call for every end tag. */
  close(): void {
    if (this.#outer.at(-1)?.depth === this.#depth) this.#scope = this.#outer.pop()?.scope ?? this.#scope;
    this.#depth -= 1;
  }

  /** Such as `w:p`; `?:p` in a namespace nobody here reads; null where the prefix is bound to nothing. */
  element(name: string): string | null {
    const known = this.#scope.elements.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const fixed = this.#fixed(colon < 0 ? '' : name.slice(0, colon), name.slice(colon + 1));
    if (fixed !== null) this.#scope.elements.set(name, fixed);
    return fixed;
  }

  /** An attribute without a prefix is in no namespace and keeps its name; `xmlns` declarations give ''. */
  attribute(name: string): string | null {
    const known = this.#scope.attributes.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const fixed =
      name === 'xmlns' || prefix === 'xmlns' ? '' : colon < 0 ? name : this.#fixed(prefix, name.slice(colon + 1));
    if (fixed !== null) this.#scope.attributes.set(name, fixed);
    return fixed;
  }

  #fixed(prefix: string, local: string): string | null {
    const address = this.#scope.addresses.get(prefix);
    return address === undefined ? null : `${namespaces.get(address) ?? '?'}:${local}`;
  }
}
