import type { Form, FormRule } from '#shared/domain/form.ts';
import { placeRule, ruleHeight } from '../letter/head-layout.ts';
import { margin, mmToTwip, page, pageNumberGap } from '../letter/measures.ts';
import { pageNumberAround } from '../letter/page-layout.ts';
import type { Area } from './area.ts';
import { smallPitch } from './grid.ts';
import { ruleXml } from './head.ts';
import type { Look } from './look.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
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
export function footerXml(pages: Pages, { isLandscape }: Area, look: Look): string {
  if (!isLandscape) return footerPart(numberXml(pages, look));
  // At the same place of the sheet as on upright pages, and read with the sheet held upright.
  const width = smallPitch + 40;
  const box = {
    id: 1,
    name: '页码',
    isTurned: true,
    // The left edge of the turned page is the lower one of the sheet.
    left: mmToTwip(margin.bottom - pageNumberGap) - width / 2 + look.offset.y,
    top: mmToTwip(margin.left) + look.offset.x,
    width,
    height: mmToTwip(page.width - margin.left - margin.right),
  };
  return footerPart(paragraphXml({ style: styleId.pageNumber }, textBoxXml(box, numberXml(pages, look)), smallPitch));
}

function numberXml(pages: Pages, { pageNumber }: Look): string {
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
  const place: Pick<ParagraphProps, 'align' | 'indent'> =
    pageNumber.pageNumberPlace === 'center' ? { align: 'center' } : { align: side, indent: { [side]: 1 } };
  return paragraphXml({ style: styleId.pageNumber, ...place }, number, smallPitch);
}
