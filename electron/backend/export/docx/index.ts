import { runsText } from '#shared/document/plain-text.ts';
import { projectRuns } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { letterElements } from '../letter/elements.ts';
import type { LetterOptions } from '../letter/options.ts';
import { bodyXml } from './body.ts';
import { footerXml } from './footers.ts';
import { footerDistance, headerDistance, linePitch, pageMargin, pageSize } from './grid.ts';
import { packDocx, propertyParts, wordPart } from './package.ts';
import { settingsXml } from './settings.ts';
import { fontTableXml, stylesXml } from './styles.ts';
import { attributes, mainNamespaces, xmlHead } from './xml.ts';

const oddFooter = 'rId4';
const evenFooter = 'rId5';

/** One section: A4, the type area, 22 grid lines, page numbers from 1 (§17.6). */
const sectionXml =
  `<w:sectPr><w:footerReference w:type="default" r:id="${oddFooter}"/>` +
  `<w:footerReference w:type="even" r:id="${evenFooter}"/>` +
  `<w:pgSz${attributes({ w: pageSize.width, h: pageSize.height })}/>` +
  `<w:pgMar${attributes({ ...pageMargin, header: headerDistance, footer: footerDistance, gutter: 0 })}/>` +
  `<w:pgNumType w:start="1"/><w:docGrid w:type="lines" w:linePitch="${linePitch}"/></w:sectPr>`;

const parts = [
  wordPart('styles', 'rId1', 'styles', stylesXml),
  wordPart('settings', 'rId2', 'settings', settingsXml(linePitch)),
  wordPart('fontTable', 'rId3', 'fontTable', fontTableXml),
  wordPart('footer1', oddFooter, 'footer', footerXml('odd')),
  wordPart('footer2', evenFooter, 'footer', footerXml('even')),
];

/**
 * The letter as a Word file (Office Open XML, transitional), all tracked changes accepted. Equal letters give equal
 * bytes; nothing in the file names a person who does not stand in the letter.
 */
export function writeDocx(document: ReplyDocument, options: LetterOptions): Uint8Array {
  const body = bodyXml(letterElements(document, options));
  const title = runsText(projectRuns(document.head.title, 'accepted')).replaceAll(/\s+/g, '');
  return packDocx(
    `${xmlHead}<w:document ${mainNamespaces}><w:body>${body}${sectionXml}</w:body></w:document>`,
    parts,
    propertyParts(title),
  );
}
