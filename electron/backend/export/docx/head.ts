import type { LetterElement } from '../letter/elements.ts';
import type { PlacedRule } from '../letter/head-layout.ts';
import { mmToTwip, POINTS_PER_MM, typeArea, typeface, TWIPS_PER_POINT } from '../letter/measures.ts';
import { characterPitch, linePitch, pageMargin, squareTopInLine, textWidth } from './grid.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';

export type HeadElement = Extract<LetterElement, { kind: 'head' }>;

/** RGB of the red in heads, as Word writes it. */
const red = 'FF0000';

/** The line of the issuer in em. Its baseline lies at 80 %, which leaves room for the ink above and below. */
const issuerLine = 1.1;
const issuerBaseline = 0.8 * issuerLine;

/** Upper edge of the issuer's line from the page edge, in twips. */
export function issuerLineTop({ issuer }: HeadElement['layout']): number {
  return mmToTwip(issuer.baseline) - issuerBaseline * issuer.size * TWIPS_PER_POINT;
}

function issuerLineBottom({ issuer }: HeadElement['layout']): number {
  return mmToTwip(issuer.baseline) + (issuerLine - issuerBaseline) * issuer.size * TWIPS_PER_POINT;
}

function issuerXml({ issuer, layout }: HeadElement, before: number): string {
  const line = issuerLine * layout.issuer.size * TWIPS_PER_POINT;
  return paragraphXml(
    { style: styleId.issuer, spacing: { before, line } },
    runXml(issuer, { size: layout.issuer.size }),
    characterPitch,
  );
}

/**
 * An empty paragraph with a stroke above and one below its very low line. The double borders of Word would need no
 * second stroke, but programs disagree on which of the two comes first.
 */
export function ruleXml(rule: PlacedRule, place: Pick<ParagraphProps, 'frame' | 'spacing' | 'overhang'>): string {
  const [top = 0, bottom] = rule.strokes.map((weight) => Math.round(weight * POINTS_PER_MM * 8));
  return paragraphXml(
    {
      style: styleId.rule,
      rules: { color: red, top, ...(bottom !== undefined && { bottom }) },
      ...place,
      spacing: { ...place.spacing, line: bottom === undefined ? TWIPS_PER_POINT : mmToTwip(rule.space) },
    },
    '',
    characterPitch,
  );
}

function overhang(rule: PlacedRule): number {
  return mmToTwip((rule.length - typeArea.width) / 2);
}

/** The header of the first page of the 信函格式: the issuer begins above the type area, where text cannot flow. */
export function letterHeaderXml(head: HeadElement): string {
  const { rule } = head.layout;
  const before = mmToTwip(rule.top) - issuerLineBottom(head.layout);
  return issuerXml(head, 0) + ruleXml(rule, { spacing: { before }, overhang: overhang(rule) });
}

/** What of the head stands in the text. */
export function headXml(head: HeadElement): string {
  return head.layout.kind === 'letter' ? letterLinesXml(head) : redHeadXml(head);
}

function noticeXml({ text, role }: HeadElement['notices'][number]): string {
  return runXml(text, role === 'heading1' ? { font: typeface.heading1[0] } : {});
}

/** 份号, 密级, 紧急程度 and category at the left, the document number at the right of the first line (10.1). */
function letterLinesXml({ layout, notices, category, docNumber }: HeadElement): string {
  const left = [...notices.map(noticeXml), ...(category === '' ? [] : [runXml(category)])];
  const lines = left.length === 0 ? [''] : left;
  const before = mmToTwip(layout.flowTop) - squareTopInLine - mmToTwip(layout.rule.top + layout.rule.height);
  return lines
    .map((line, index) =>
      paragraphXml(
        { style: styleId.mark, ...(index === 0 && { spacing: { before } }) },
        line + (index === 0 && docNumber !== '' ? runXml(`\t${docNumber}`) : ''),
        characterPitch,
      ),
    )
    .join('');
}

/** The head of the 文件格式 (7.2) from the upper edge of the type area. */
function redHeadXml(head: HeadElement): string {
  const { layout, notices, category, docNumber, signer } = head;
  const rows = notices.map(noticeXml);
  if (category !== '') rows[0] = `${rows[0] ?? ''}${runXml(`\t${category}`)}`;
  const above = rows.map((row) => paragraphXml({ style: styleId.mark }, row, characterPitch)).join('');
  const docNumberTop = mmToTwip(layout.docNumberTop) - squareTopInLine;
  const numberSpacing = { before: docNumberTop - issuerLineBottom(layout) };
  const number =
    signer === ''
      ? paragraphXml(
          { style: styleId.mark, spacing: numberSpacing, align: 'center' },
          runXml(docNumber),
          characterPitch,
        )
      : paragraphXml(
          {
            style: styleId.mark,
            rightTab: textWidth - characterPitch,
            spacing: numberSpacing,
            indent: { left: 1, right: 1 },
          },
          runXml(`${docNumber}\t签发人：`) + runXml(signer, { font: typeface.heading2[0] }),
          characterPitch,
        );
  const { rule } = layout;
  const after = mmToTwip(layout.flowTop) - squareTopInLine - mmToTwip(rule.top + rule.height) - TWIPS_PER_POINT;
  return (
    above +
    issuerXml(head, issuerLineTop(layout) - pageMargin.top - rows.length * linePitch) +
    number +
    ruleXml(rule, {
      spacing: { before: mmToTwip(rule.top) - docNumberTop - linePitch, after },
      overhang: overhang(rule),
    })
  );
}
