import { strToU8, zipSync } from 'fflate';
import { xmlHead, xmlText } from './xml.ts';

/** One part of the package: where it lies, what it is, and how the part that owns it points to it. */
export interface Part {
  /** Without the leading slash, such as `word/styles.xml`. */
  path: string;
  contentType: string;
  /** Relationship id used by the owning part; ids are unique within one owner. */
  relationshipId: string;
  relationshipType: string;
  xml: string;
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** A part of the main document, `word/<name>.xml`. `kind` is its relationship type, `contentKind` its content type. */
export function wordPart(name: string, relationshipId: string, kind: string, xml: string, contentKind = kind): Part {
  return {
    path: `word/${name}.xml`,
    contentType: `${wordTypes}${contentKind}+xml`,
    relationshipId,
    relationshipType: officeTypes + kind,
    xml,
  };
}

/**
 * Packs a Word file (ECMA-376 part 2): the main document, the parts it points to and the package's properties. Entry
 * order and times are fixed, so that the same letter gives the same bytes.
 */
export function packDocx(documentXml: string, parts: Part[], properties: Part[]): Uint8Array {
  const main = wordPart('document', 'rId1', 'officeDocument', documentXml, 'document.main');
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes([main, ...parts, ...properties]),
    '_rels/.rels': relationships([main, ...properties], ''),
    'word/document.xml': main.xml,
    'word/_rels/document.xml.rels': relationships(parts, 'word/'),
  };
  for (const part of [...parts, ...properties]) files[part.path] = part.xml;
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])),
    // Zip stores local wall clock; built from local parts it is the same text in every time zone.
    { level: 6, mtime: new Date(1980, 0, 1) },
  );
}

function contentTypes(parts: Part[]): string {
  return (
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    parts.map((part) => `<Override PartName="/${part.path}" ContentType="${part.contentType}"/>`).join('') +
    '</Types>'
  );
}

function relationships(parts: Part[], ownerFolder: string): string {
  return (
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    parts
      .map(
        (part) =>
          `<Relationship Id="${part.relationshipId}" Type="${part.relationshipType}"` +
          ` Target="${part.path.slice(ownerFolder.length)}"/>`,
      )
      .join('') +
    '</Relationships>'
  );
}

/**
 * The package's properties: the title, because screen readers announce it, and the program. Author, times and
 * organisation are left out on purpose: they would name people and make equal letters differ.
 */
export function propertyParts(title: string): Part[] {
  return [
    {
      path: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      relationshipId: 'rId2',
      relationshipType: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      xml:
        `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
        `<dc:title>${xmlText(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`,
    },
    {
      path: 'docProps/app.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      relationshipId: 'rId3',
      relationshipType: `${officeTypes}extended-properties`,
      xml:
        `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
        '<Application>Dafu</Application></Properties>',
    },
  ];
}
