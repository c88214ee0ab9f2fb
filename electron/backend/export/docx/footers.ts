import type { Form, FormRule } from '#shared/domain/form.ts';
import { placeRule, ruleHeight } from '../letter/head-layout.ts';
import { mmToTwip, page, pageNumberGap } from '../letter/measures.ts';
import { pageNumberAround } from '../letter/page-layout.ts';
import type { Area } from './area.ts';
import { smallPitch } from './grid.ts';
import { ruleXml } from './head.ts';
import type { Look } from './look.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';
import { textBoxNamespaces, textBoxXml } from './text-box.ts';
import { mainNamespaces, xmlHead } from './xml.ts';

export type Pages = 'odd' | 'even';

const footerPart = (content: string): string =>
  `${xmlHead}<w:ftr ${mainNamespaces}${textBoxNamespaces}>${content}</w:ftr>`;

/** Footer of a first page of its own: the red rule at the foot of the page, the page number, or neither. */
export function firstFooterXml({ isFirstPageNumbered, footRule, isPreprinted }: Form, look: Look): string {
  return footerPart(
    (footRule && !isPreprinted ? footRuleXml(footRule) : '') +
      (isFirstPageNumbered ? numberXml('odd', look) : paragraphXml({ style: styleId.pageNumber }, '', smallPitch)),
  );
}

function footRuleXml(footRule: FormRule & { bottom: number }): string {
  const rule = placeRule(footRule, page.height - footRule.bottom - ruleHeight(footRule));
  return ruleXml(rule, {
    frame: { left: mmToTwip(rule.left), top: mmToTwip(rule.top), width: mmToTwip(rule.length) },
  });
}

/** Page number — 1 —, on odd pages one character in from the right, on even ones from the left (7.5). */
export function footerXml(pages: Pages, area: Area, look: Look): string {
  if (!area.isLandscape) return footerPart(numberXml(pages, look));
  // At the same place of the sheet as on upright pages, and read with the sheet held upright. The left edge of the
  // turned page is the lower one of the sheet. The box begins in the corner of the page, because LibreOffice puts boxes
  // of footers there in all sections but the last; indents bring the number to its place.
  const { margin, page: sheet } = area;
  const box = {
    id: 1,
    name: '页码',
    isTurned: true,
    left: 0,
    top: 0,
    width: margin.left - mmToTwip(pageNumberGap) + smallPitch / 2,
    height: sheet.height,
  };
  const number = numberXml(pages, look, { left: margin.top, right: margin.bottom });
  return footerPart(paragraphXml({ style: styleId.pageNumber }, textBoxXml(box, number), smallPitch));
}

/** `margin` is what the line keeps free at its ends, in twips. */
function numberXml(pages: Pages, { pageNumber }: Look, margin = { left: 0, right: 0 }): string {
  const { before, after } = pageNumberAround(pageNumber.pageNumberStyle);
  const side = pages === 'odd' ? 'right' : 'left';
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const number =
    runXml(before) +
    field('begin') +
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
    field('separate') +
    runXml(pages === 'odd' ? '1' : '2') +
    field('end') +
    runXml(after);
  const isCentered = pageNumber.pageNumberPlace === 'center';
  const free = { ...margin, ...(!isCentered && { [side]: margin[side] + smallPitch }) };
  const align = isCentered ? 'center' : side;
  return paragraphXml({ style: styleId.pageNumber, indentTwips: free, align }, number, smallPitch);
}
