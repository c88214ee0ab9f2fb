import { colophonRule, POINTS_PER_MM } from '../letter/measures.ts';
import { characterPitch, pageMargin, textWidth } from './grid.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';

/** More than this many characters of 抄送 may not fit above the foot of the last page; then it stays in the flow. */
const longestAtFoot = 400;

/**
 * 版记 of the 文件格式 (7.4): 抄送 between rules, its last rule on the lower edge of the type area of the last page. A
 * table bound to the foot of the page, as no run of empty paragraphs would reach it in every office program. Word
 * needs a paragraph after it to hold the anchor.
 */
export function copyToXml(text: string): string {
  const eighths = Math.round(colophonRule.outer * POINTS_PER_MM * 8);
  const rule = (edge: string): string => `<w:${edge} w:val="single" w:sz="${eighths}" w:space="0" w:color="000000"/>`;
  const none = (edge: string): string => `<w:${edge} w:val="nil"/>`;
  const atFoot =
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" w:vertAnchor="margin"' +
    ` w:horzAnchor="page" w:tblpX="${pageMargin.left}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>`;
  const noMargin = ['left', 'right'].map((edge) => `<w:${edge} w:w="0" w:type="dxa"/>`).join('');
  return (
    `<w:tbl><w:tblPr>${text.length > longestAtFoot ? '' : atFoot}<w:tblW w:w="${textWidth}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${noMargin}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${textWidth}"/></w:tblGrid><w:tr><w:tc>` +
    `<w:tcPr><w:tcW w:w="${textWidth}" w:type="dxa"/>` +
    `<w:tcBorders>${rule('top')}${none('left')}${rule('bottom')}${none('right')}</w:tcBorders></w:tcPr>` +
    paragraphXml({ style: styleId.copyTo }, runXml(`抄送：${text}`), characterPitch) +
    '</w:tc></w:tr></w:tbl>' +
    paragraphXml({ style: styleId.copyToEnd }, '', characterPitch)
  );
}
