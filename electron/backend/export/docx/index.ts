import { runsText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { describeLetter } from '../letter/describe.ts';
import type { LetterOptions } from '../letter/options.ts';
import { areaOf } from './area.ts';
import { firstFooterXml, footerXml, type Pages } from './footers.ts';
import { lookOf } from './look.ts';
import { packDocx, propertyParts, wordPart, type Part } from './package.ts';
import { footerId, isOnLandscape, sectionsXml } from './sections.ts';
import { settingsXml } from './settings.ts';
import { fontTableOf, stylesXml } from './styles.ts';
import { textBoxNamespaces } from './text-box.ts';
import { mainNamespaces, xmlHead } from './xml.ts';

/**
 * The letter as a Word file (Office Open XML, transitional). Equal letters give equal
 * bytes; nothing in the file names a person who does not stand in the letter.
 */
export function writeDocx(document: ReplyDocument, options: LetterOptions): Uint8Array {
  const { form, elements } = describeLetter(document, options);
  const look = lookOf(options);
  const hasFirstPage = form.footRule !== null || !form.isFirstPageNumbered;
  const footer = (name: string, id: string, pages: Pages, isLandscape: boolean): Part =>
    wordPart(name, id, 'footer', footerXml(pages, areaOf(isLandscape, look), look));
  const parts = [
    wordPart('styles', 'rId1', 'styles', stylesXml(look, form.head !== null || form.colophon.hasImprint)),
    wordPart('settings', 'rId2', 'settings', settingsXml(look.linePitch)),
    wordPart('fontTable', 'rId3', 'fontTable', fontTableOf(look.alternatives)),
    footer('footer1', footerId.odd, 'odd', false),
    footer('footer2', footerId.even, 'even', false),
    ...(hasFirstPage ? [wordPart('footer3', footerId.first, 'footer', firstFooterXml(form, look))] : []),
    ...(elements.some(isOnLandscape)
      ? [footer('footer4', footerId.oddLandscape, 'odd', true), footer('footer5', footerId.evenLandscape, 'even', true)]
      : []),
  ];
  const title = runsText(document.head.title).replaceAll(/\s+/g, '');
  const body = sectionsXml(elements, hasFirstPage, look);
  return packDocx(
    `${xmlHead}<w:document ${mainNamespaces}${textBoxNamespaces}><w:body>${body}</w:body></w:document>`,
    parts,
    propertyParts(title),
  );
}
