import { smallPitch } from './grid.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';
import { mainNamespaces, xmlHead } from './xml.ts';

/** Page number — 1 —, on odd pages one character in from the right, on even ones from the left (7.5). */
export function footerXml(pages: 'odd' | 'even'): string {
  const align = pages === 'odd' ? 'right' : 'left';
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const number =
    runXml('— ') +
    field('begin') +
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
    field('separate') +
    runXml(pages === 'odd' ? '1' : '2') +
    field('end') +
    runXml(' —');
  return (
    `${xmlHead}<w:ftr ${mainNamespaces}>` +
    paragraphXml({ style: styleId.pageNumber, align, indent: { [align]: 1 } }, number, smallPitch) +
    '</w:ftr>'
  );
}
