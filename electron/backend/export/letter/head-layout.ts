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

/** 发文机关标志. Lengths in mm from the page's upper left corner, `size` in pt. */
export interface IssuerLayout {
  size: number;
  /** Centred; of a joint letter set to one width by even gaps between the characters, the 主办机关 first (7.2.4). */
  names: { text: string; baseline: number }[];
  joint: {
    left: number;
    width: number;
    /** 文件 at the right, at the middle of the names' height. */
    suffix: { text: string; left: number; baseline: number } | null;
  } | null;
}

/** Places in mm from the page's upper edge. Tops of text are those of the characters' square, not of their line. */
export interface HeadLayout {
  kind: FormHead['kind'];
  issuer: IssuerLayout;
  rule: PlacedRule;
  /** Of the 文件格式; in the 信函格式 the document number is the first line of the flow. */
  docNumberTop: number;
  /** Where the first line after the head begins. */
  flowTop: number;
}

const bodyHeight = size.body / POINTS_PER_MM;

/** Of the names of a joint head: from baseline to baseline, between names and 文件, in em. */
const jointPitch = 1.3;
const jointGap = 0.5;
/** mm that the names of a joint head may take, so that the first page keeps room for the text (7.2.4). */
const tallestJoint = 70;
/** pt; the size of the body, which the marks of an office never go below. */
const smallestIssuer = 16;

/**
 * @param names of the issuers; with more than one the suffix stands beside them
 * @param linePitch mm
 * @param numberRows lines of 签发人, the last with the document number
 */
export function layHead(head: FormHead, names: readonly string[], linePitch: number, numberRows = 1): HeadLayout {
  const top = head.kind === 'letter' ? head.issuer.top : margin.top + head.issuer.top;
  const { issuer, bottom } = layIssuer(head.issuer, names, top);
  const common = { kind: head.kind, issuer };
  const afterBlankLines = (count: number): number => (count + 1) * linePitch - bodyHeight;
  if (head.kind === 'letter') {
    const rule = placeRule(head.rule, bottom + head.ruleGap);
    const flowTop = rule.top + rule.height + head.docNumberGap * bodyHeight;
    return { ...common, rule, docNumberTop: flowTop, flowTop };
  }
  const docNumberTop = bottom + afterBlankLines(head.blankLines);
  const rule = placeRule(head.rule, docNumberTop + (numberRows - 1) * linePitch + bodyHeight + head.ruleGap);
  return { ...common, rule, docNumberTop, flowTop: rule.top + rule.height + afterBlankLines(0) };
}

function layIssuer(
  { largestSize, suffix }: FormHead['issuer'],
  names: readonly string[],
  top: number,
): { issuer: IssuerLayout; bottom: number } {
  const isJoint = names.length > 1;
  const texts = isJoint ? names : names.map((name) => name + suffix);
  const nameWidth = Math.max(1, ...texts.map(widthInCharacters));
  const hasSuffix = isJoint && suffix !== '';
  const width = nameWidth + (hasSuffix ? jointGap + widthInCharacters(suffix) : 0);
  // Half points are what Word can say.
  const fitting = Math.floor((2 * mmToPt(typeArea.width)) / width) / 2;
  const fittingHeight = isJoint ? mmToPt(tallestJoint) / (jointPitch * (texts.length - 1) + 1) : largestSize;
  const issuerSize = Math.min(largestSize, fitting, Math.max(smallestIssuer, Math.floor(fittingHeight * 2) / 2));
  const em = issuerSize / POINTS_PER_MM;
  const first = top + issuerInk.above * em;
  const last = first + Math.max(0, texts.length - 1) * jointPitch * em;
  const left = margin.left + (typeArea.width - width * em) / 2;
  const placed = texts.map((text, index) => ({ text, baseline: first + index * jointPitch * em }));
  const beside = { text: suffix, left: left + (nameWidth + jointGap) * em, baseline: (first + last) / 2 };
  const joint = { left, width: nameWidth * em, suffix: hasSuffix ? beside : null };
  return {
    issuer: { size: issuerSize, names: placed, joint: isJoint ? joint : null },
    bottom: last + issuerInk.below * em,
  };
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
