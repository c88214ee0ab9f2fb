import type { FormHead, FormRule } from '#shared/domain/form.ts';
import { margin, mmToPt, page, POINTS_PER_MM, size, typeArea } from './measures.ts';
import { widthInCharacters } from './signature.ts';

/** Ink of the issuer's characters above and below the baseline in em, as 小标宋 and its stand-ins draw them. */
export const issuerInk = { above: 0.84, below: 0.08 } as const;

/** A rule on the page, in mm from the page's upper left corner. */
export interface PlacedRule {
  left: number;
  top: number;
  length: number;
  /** Weights from the top. */
  strokes: number[];
  /** Between two strokes. */
  space: number;
  /** All strokes and the space between them. */
  height: number;
}

/** Places in mm from the page's upper edge. Tops of text are those of the characters' square, not of their line. */
export interface HeadLayout {
  kind: FormHead['kind'];
  /** `baseline` and type size in pt. */
  issuer: { baseline: number; size: number };
  rule: PlacedRule;
  /** Of the 文件格式; in the 信函格式 the document number is the first line of the flow. */
  docNumberTop: number;
  /** Where the first line after the head begins. */
  flowTop: number;
}

const lineHeight = typeArea.height / typeArea.linesPerPage;
const bodyHeight = size.body / POINTS_PER_MM;

export function layHead(head: FormHead, issuer: string): HeadLayout {
  const top = head.kind === 'letter' ? head.issuer.top : margin.top + head.issuer.top;
  const fitting = Math.floor(mmToPt(typeArea.width) / Math.max(1, widthInCharacters(issuer)));
  const issuerSize = Math.min(head.issuer.largestSize, fitting);
  const em = issuerSize / POINTS_PER_MM;
  const baseline = top + issuerInk.above * em;
  const bottom = baseline + issuerInk.below * em;
  const common = { kind: head.kind, issuer: { baseline, size: issuerSize } };
  if (head.kind === 'letter') {
    const rule = placeRule(head.rule, bottom + head.ruleGap);
    const flowTop = rule.top + rule.height + head.docNumberGap * bodyHeight;
    return { ...common, rule, docNumberTop: flowTop, flowTop };
  }
  const docNumberTop = bottom + afterBlankLines(head.blankLines);
  const rule = placeRule(head.rule, docNumberTop + bodyHeight + head.ruleGap);
  return { ...common, rule, docNumberTop, flowTop: rule.top + rule.height + afterBlankLines(0) };
}

/** From the lower edge of something to the characters after so many empty lines. */
function afterBlankLines(count: number): number {
  return (count + 1) * lineHeight - bodyHeight;
}

/** Centred on the type area. */
export function placeRule({ length, strokes, space }: FormRule, top: number): PlacedRule {
  return {
    left: margin.left + (page.width - margin.left - margin.right - length) / 2,
    top,
    length,
    strokes,
    space,
    height: ruleHeight({ strokes, space }),
  };
}

export function ruleHeight({ strokes, space }: Pick<FormRule, 'strokes' | 'space'>): number {
  return strokes.reduce((sum, weight) => sum + weight, 0) + (strokes.length - 1) * space;
}
