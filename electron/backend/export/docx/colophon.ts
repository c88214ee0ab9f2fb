import type { ElementOf } from '../letter/element.ts';
import { colophonRule, POINTS_PER_MM, TWIPS_PER_POINT } from '../letter/measures.ts';
import type { Area } from './area.ts';
import { cellMarginXml, smallLine } from './cells.ts';
import { characterPitch, smallPitch } from './grid.ts';
import { paragraphXml } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';

/** Of a row of one line, in twips: twice the size of its characters, with its rules. */
const rowHeight = 2 * smallPitch - 2 * colophonRule.outer * POINTS_PER_MM * TWIPS_PER_POINT;

/** More than this many characters of 抄送 may not fit above the foot of the last page; then it stays in the flow. */
const longestAtFoot = 400;

/**
 * 版记 (7.4): 抄送 and, where the form has it, the line of 印发机关 and date, its last rule on the lower edge of the type
 * area of the last page; the 信函格式 has no rules. A table bound to the foot of the page, as no run of empty paragraphs
 * would reach it in every office program. Word needs a paragraph after it to hold the anchor.
 */
export function colophonXml({ copyTo, imprint, hasRules }: ElementOf<'colophon'>, { margin, textWidth }: Area): string {
  const rows = [
    ...(copyTo === '' ? [] : [paragraphXml({ style: styleId.copyTo }, runXml(`抄送：${copyTo}`), characterPitch)]),
    ...(imprint === null ? [] : [imprintXml(imprint, textWidth)]),
  ];
  const atFoot =
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" w:vertAnchor="margin"' +
    ` w:horzAnchor="page" w:tblpX="${margin.left}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>`;
  return (
    `<w:tbl><w:tblPr>${copyTo.length > longestAtFoot ? '' : atFoot}<w:tblW w:w="${textWidth}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/>${cellMarginXml('tblCellMar', { sides: 0, bottom: rowHeight - smallLine })}</w:tblPr>` +
    `<w:tblGrid><w:gridCol w:w="${textWidth}"/></w:tblGrid>` +
    rows
      .map((row, index) => {
        const top = hasRules ? rule('top', index === 0 ? colophonRule.outer : colophonRule.inner) : none('top');
        const isLast = index === rows.length - 1;
        const bottom = hasRules ? rule('bottom', isLast ? colophonRule.outer : colophonRule.inner) : none('bottom');
        return (
          `<w:tr><w:tc><w:tcPr><w:tcW w:w="${textWidth}" w:type="dxa"/>` +
          `<w:tcBorders>${top}${none('left')}${bottom}${none('right')}</w:tcBorders></w:tcPr>${row}</w:tc></w:tr>`
        );
      })
      .join('') +
    '</w:tbl>' +
    paragraphXml({ style: styleId.copyToEnd }, '', characterPitch)
  );
}

function rule(edge: string, weight: number): string {
  return `<w:${edge} w:val="single" w:sz="${Math.round(weight * POINTS_PER_MM * 8)}" w:space="0" w:color="000000"/>`;
}

function none(edge: string): string {
  return `<w:${edge} w:val="nil"/>`;
}

/** 印发机关 one character in from the left, 印发日期 from the right (7.4.3). */
function imprintXml({ unit, date }: { unit: string; date: string }, textWidth: number): string {
  return paragraphXml(
    { style: styleId.imprint, tabs: [{ align: 'right', at: textWidth - smallPitch }] },
    runXml(unit + (date === '' ? '' : `\t${date}`)),
    characterPitch,
  );
}
