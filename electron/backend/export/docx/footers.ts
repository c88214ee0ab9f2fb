import type { Form } from '#shared/domain/form.ts';
import { placeRule, ruleHeight } from '../letter/head-layout.ts';
import { mmToTwip, page } from '../letter/measures.ts';
import { smallPitch } from './grid.ts';
import { ruleXml } from './head.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';
import { mainNamespaces, xmlHead } from './xml.ts';

/** Footer of a first page of its own: the red rule at the foot of the page, the page number, or neither. */
export function firstFooterXml({ footRule, isFirstPageNumbered }: Form): string {
  const rule = footRule && placeRule(footRule, page.height - footRule.bottom - ruleHeight(footRule));
  const frame = rule && { left: mmToTwip(rule.left), top: mmToTwip(rule.top), width: mmToTwip(rule.length) };
  return (
    `${xmlHead}<w:ftr ${mainNamespaces}>` +
    (rule && frame ? ruleXml(rule, { frame }) : '') +
    (isFirstPageNumbered ? numberXml('odd') : paragraphXml({ style: styleId.pageNumber }, '', smallPitch)) +
    '</w:ftr>'
  );
}

/** Page number — 1 —, on odd pages one character in from the right, on even ones from the left (7.5). */
export function footerXml(pages: 'odd' | 'even'): string {
  return `${xmlHead}<w:ftr ${mainNamespaces}>${numberXml(pages)}</w:ftr>`;
}

function numberXml(pages: 'odd' | 'even'): string {
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
  return paragraphXml({ style: styleId.pageNumber, align, indent: { [align]: 1 } }, number, smallPitch);
}
