import type { LetterElement } from '../letter/element.ts';
import { areaOf, type Area } from './area.ts';
import { flowXml } from './body.ts';
import { characterPitch, footerDistance, gridCharSpace, headerDistance } from './grid.ts';
import type { Look } from './look.ts';
import { paragraphXml } from './paragraph.ts';
import { styleId } from './styles.ts';
import { attributes } from './xml.ts';

/** Relationships of the footers. */
export const footerId = {
  odd: 'rId4',
  even: 'rId5',
  first: 'rId6',
  oddLandscape: 'rId7',
  evenLandscape: 'rId8',
} as const;

/** Content of `w:body`: one section for every run of pages that lie the same way, the last one's properties at its end. */
export function sectionsXml(elements: readonly LetterElement[], hasFirstPage: boolean, look: Look): string {
  const parts = splitByArea(elements);
  return parts
    .map(({ elements: own, isLandscape }, index) => {
      const area = areaOf(isLandscape, look);
      const section = sectionXml(area, { isFirst: index === 0, hasFirstPage }, look);
      const content = flowXml(own, area, look);
      return index === parts.length - 1 ? content + section : withSection(content, section);
    })
    .join('');
}

interface Part {
  isLandscape: boolean;
  elements: LetterElement[];
}

/** Never empty. The colophon stays on the last page, however that lies. */
function splitByArea(elements: readonly LetterElement[]): Part[] {
  const parts: Part[] = [{ isLandscape: false, elements: [] }];
  for (const element of elements) {
    const last = parts.at(-1)!;
    const isLandscape = element.kind === 'colophon' ? last.isLandscape : isOnLandscape(element);
    if (isLandscape === last.isLandscape) last.elements.push(element);
    else parts.push({ isLandscape, elements: [element] });
  }
  return parts;
}

export function isOnLandscape(element: LetterElement): boolean {
  return element.kind === 'attachment' && element.isLandscape;
}

/** The section ends with its last paragraph, or after a table with one that takes no room. */
function withSection(content: string, section: string): string {
  const end = content.lastIndexOf('</w:pPr>');
  if (content.endsWith('</w:p>') && end > content.lastIndexOf('<w:p>')) {
    return content.slice(0, end) + section + content.slice(end);
  }
  const last = paragraphXml({ style: styleId.copyToEnd, spacing: { line: 2 } }, '', characterPitch);
  return content + last.replace('</w:pPr>', `${section}</w:pPr>`);
}

/** A4, the type area, its lines and characters, page numbers that run on from 1 (§17.6). */
function sectionXml(
  area: Area,
  { isFirst, hasFirstPage }: { isFirst: boolean; hasFirstPage: boolean },
  look: Look,
): string {
  const { page, margin, isLandscape } = area;
  const footer = (type: string, id: string): string => `<w:footerReference w:type="${type}" r:id="${id}"/>`;
  const hasOwnFirst = isFirst && hasFirstPage;
  // On turned pages the number stands beside the text, and the empty line under it must not push the text up.
  const distances = { header: headerDistance, footer: isLandscape ? headerDistance : footerDistance - look.offset.y };
  return (
    '<w:sectPr>' +
    footer('default', isLandscape ? footerId.oddLandscape : footerId.odd) +
    footer('even', isLandscape ? footerId.evenLandscape : footerId.even) +
    (hasOwnFirst ? footer('first', footerId.first) : '') +
    `<w:pgSz${attributes({ w: page.width, h: page.height, orient: isLandscape ? 'landscape' : undefined })}/>` +
    `<w:pgMar${attributes({ ...margin, ...distances, gutter: 0 })}/>` +
    (isFirst ? '<w:pgNumType w:start="1"/>' : '') +
    (hasOwnFirst ? '<w:titlePg/>' : '') +
    `<w:docGrid${attributes({
      type: look.hasCharacterGrid ? 'linesAndChars' : 'lines',
      linePitch: look.linePitch,
      charSpace: look.hasCharacterGrid ? gridCharSpace : undefined,
    })}/></w:sectPr>`
  );
}
