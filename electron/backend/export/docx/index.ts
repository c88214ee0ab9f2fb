import { runsText } from '#shared/document/plain-text.ts';
import { projectRuns } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { Form } from '#shared/domain/form.ts';
import { letterElements } from '../letter/elements.ts';
import type { LetterOptions } from '../letter/options.ts';
import { bodyXml } from './body.ts';
import { firstFooterXml, footerXml } from './footers.ts';
import { footerDistance, headerDistance, linePitch, pageMargin, pageSize } from './grid.ts';
import { issuerLineTop, letterHeaderXml, type HeadElement } from './head.ts';
import { packDocx, propertyParts, wordPart, type Part } from './package.ts';
import { settingsXml } from './settings.ts';
import { fontTableXml, stylesXml } from './styles.ts';
import { attributes, mainNamespaces, xmlHead } from './xml.ts';

const oddFooter = 'rId4';
const evenFooter = 'rId5';
const firstFooter = 'rId6';
const firstHeader = 'rId7';

/**
 * One section: A4, the type area, 22 grid lines, page numbers from 1 (§17.6). `header` stands above the type area of
 * the first page and may push its text down.
 */
function sectionXml(hasFirstPage: boolean, header: HeadElement | undefined): string {
  const distances = { header: header ? issuerLineTop(header.layout) : headerDistance, footer: footerDistance };
  return (
    '<w:sectPr>' +
    (header ? `<w:headerReference w:type="first" r:id="${firstHeader}"/>` : '') +
    `<w:footerReference w:type="default" r:id="${oddFooter}"/>` +
    `<w:footerReference w:type="even" r:id="${evenFooter}"/>` +
    (hasFirstPage ? `<w:footerReference w:type="first" r:id="${firstFooter}"/>` : '') +
    `<w:pgSz${attributes({ w: pageSize.width, h: pageSize.height })}/>` +
    `<w:pgMar${attributes({ ...pageMargin, ...distances, gutter: 0 })}/>` +
    `<w:pgNumType w:start="1"/>${hasFirstPage ? '<w:titlePg/>' : ''}` +
    // LibreOffice centres the grid in what a header leaves of the type area, which would move the text by up to half a
    // line; the exact line pitch of the styles keeps 22 lines without a grid as well.
    `<w:docGrid${header ? '' : ' w:type="lines"'} w:linePitch="${linePitch}"/></w:sectPr>`
  );
}

function partsOf(form: Form, hasFirstPage: boolean, header: HeadElement | undefined): Part[] {
  return [
    wordPart('styles', 'rId1', 'styles', stylesXml(form.head !== null || form.colophon.hasImprint)),
    wordPart('settings', 'rId2', 'settings', settingsXml(linePitch)),
    wordPart('fontTable', 'rId3', 'fontTable', fontTableXml),
    wordPart('footer1', oddFooter, 'footer', footerXml('odd')),
    wordPart('footer2', evenFooter, 'footer', footerXml('even')),
    ...(hasFirstPage ? [wordPart('footer3', firstFooter, 'footer', firstFooterXml(form))] : []),
    ...(header
      ? [
          wordPart(
            'header1',
            firstHeader,
            'header',
            `${xmlHead}<w:hdr ${mainNamespaces}>${letterHeaderXml(header)}</w:hdr>`,
          ),
        ]
      : []),
  ];
}

/**
 * The letter as a Word file (Office Open XML, transitional), all tracked changes accepted. Equal letters give equal
 * bytes; nothing in the file names a person who does not stand in the letter.
 */
export function writeDocx(document: ReplyDocument, options: LetterOptions): Uint8Array {
  const { form } = options;
  const elements = letterElements(document, options);
  const body = bodyXml(elements);
  const header = elements.find((element) => element.kind === 'head' && element.layout.kind === 'letter') as
    HeadElement | undefined;
  const hasFirstPage = header !== undefined || form.footRule !== null || !form.isFirstPageNumbered;
  const title = runsText(projectRuns(document.head.title, 'accepted')).replaceAll(/\s+/g, '');
  return packDocx(
    `${xmlHead}<w:document ${mainNamespaces}><w:body>${body}${sectionXml(hasFirstPage, header)}</w:body></w:document>`,
    partsOf(form, hasFirstPage, header),
    propertyParts(title),
  );
}
