import type { ElementOf, HeadLine, HeadText, Signers } from '../letter/element.ts';
import type { PlacedRule } from '../letter/head-layout.ts';
import { mmToTwip, POINTS_PER_MM, size, typeArea, TWIPS_PER_POINT } from '../letter/measures.ts';
import { widthInCharacters } from '../letter/signature.ts';
import { characterPitch, pageMargin, textWidth } from './grid.ts';
import type { Look } from './look.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
import { runXml } from './runs.ts';
import { styleId } from './styles.ts';
import { textBoxXml } from './text-box.ts';

type HeadElement = ElementOf<'head'>;
type IssuerLayout = HeadElement['layout']['issuer'];

/** RGB of the red in heads, as Word writes it. */
const red = 'FF0000';

/** The line of an issuer in em. Its baseline lies at 80 %, which leaves room for the ink above and below. */
const issuerLine = 1.1;
const issuerBaseline = 0.8 * issuerLine;

const emOf = ({ size: points }: IssuerLayout): number => points * TWIPS_PER_POINT;

/** Upper edge of the line on which something of the issuer's size stands, in twips from the page edge. */
function issuerLineTop(issuer: IssuerLayout, baseline: number): number {
  return mmToTwip(baseline) - issuerBaseline * emOf(issuer);
}

/** Lower edge of the last issuer's line. */
function issuerBottom(issuer: IssuerLayout): number {
  return issuerLineTop(issuer, issuer.names.at(-1)?.baseline ?? 0) + issuerLine * emOf(issuer);
}

/**
 * The names one under the other, the first line beginning `before` under what stands above. Names of a joint letter
 * are spread to one width by the space between their characters. `last` are runs at the end of the last one.
 */
function issuerXml({ layout: { issuer } }: HeadElement, before: number, leftEdge: number, last = ''): string {
  const line = issuerLine * emOf(issuer);
  return issuer.names
    .map(({ text, baseline }, index) => {
      const previous = issuer.names[index - 1];
      const gap = previous ? mmToTwip(baseline - previous.baseline) - line : before;
      const props = { style: styleId.issuer, spacing: { before: gap, line } };
      const runs = issuer.joint
        ? spreadRuns(text, issuer.size, issuer.joint.width)
        : runXml(text, { size: issuer.size });
      return paragraphXml(
        issuer.joint
          ? { ...props, align: 'left', indentTwips: { left: mmToTwip(issuer.joint.left) - leftEdge } }
          : props,
        runs + (index === issuer.names.length - 1 ? last : ''),
        characterPitch,
      );
    })
    .join('');
}

/** `width` in mm, from the first character's left edge to the last one's right edge. */
function spreadRuns(text: string, points: number, width: number): string {
  const characters = [...text];
  const free = mmToTwip(width) - widthInCharacters(text) * points * TWIPS_PER_POINT;
  const spacing = characters.length > 1 ? Math.max(0, free / (characters.length - 1)) : 0;
  return (
    runXml(characters.slice(0, -1).join(''), { size: points, spacing }) +
    runXml(characters.slice(-1).join(''), { size: points })
  );
}

/** 文件 beside the names of several issuers, in a box of its own: it may stand between two of their lines. */
function suffixBoxXml({ layout: { issuer } }: HeadElement): string {
  const suffix = issuer.joint?.suffix;
  if (!suffix) return '';
  const line = issuerLine * emOf(issuer);
  const box = {
    id: 2,
    name: '发文机关标志',
    left: mmToTwip(suffix.left),
    top: issuerLineTop(issuer, suffix.baseline),
    width: (widthInCharacters(suffix.text) + 0.5) * emOf(issuer),
    height: line,
  };
  const text = paragraphXml(
    { style: styleId.issuer, align: 'left', spacing: { line } },
    runXml(suffix.text, { size: issuer.size }),
    characterPitch,
  );
  return textBoxXml(box, text);
}

/**
 * An empty paragraph with a stroke above and one below its very low line. The double borders of Word would need no
 * second stroke, but programs disagree on which of the two comes first.
 */
export function ruleXml(rule: PlacedRule, place: Pick<ParagraphProps, 'frame' | 'spacing' | 'indentTwips'>): string {
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

/** What of the head stands in the text. */
export function headXml(head: HeadElement, look: Look): string {
  return head.layout.kind === 'letter' ? letterHeadXml(head, look) : redHeadXml(head, look);
}

function headRunsXml(text: HeadText | null, look: Look): string {
  return text === null ? '' : runXml(text.text, text.role === 'body' ? {} : look.faces[text.role]);
}

/** One line of the head or mark. */
export function headLineXml({ left, right }: HeadLine, look: Look): string {
  return paragraphXml(
    { style: styleId.mark },
    headRunsXml(left, look) + (right === null ? '' : runXml('\t') + headRunsXml(right, look)),
    characterPitch,
  );
}

/**
 * Issuer and rule of the 信函格式 begin above the type area, so they stand in a box on the page; under it the lines with
 * 份号, 密级, 紧急程度 and document number (10.1). The box hangs on an empty line of the box's height, so that it is read
 * before all else.
 */
function letterHeadXml(head: HeadElement, look: Look): string {
  const { layout, lines, isPreprinted } = head;
  const line = mmToTwip(layout.flowTop) - look.squareTopInLine - pageMargin.top;
  const boxes = isPreprinted ? '' : letterBoxXml(head) + suffixBoxXml(head);
  return (
    paragraphXml({ style: styleId.blank, spacing: { line } }, boxes, characterPitch) +
    lines.map((each) => headLineXml(each, look)).join('')
  );
}

function letterBoxXml(head: HeadElement): string {
  const { issuer, rule } = head.layout;
  const top = issuerLineTop(issuer, issuer.names[0]?.baseline ?? 0);
  const left = mmToTwip(rule.left);
  const box = {
    id: 1,
    name: '版头',
    left,
    top,
    width: mmToTwip(rule.length),
    // Room for the line under the last stroke, which is never seen.
    height: mmToTwip(rule.top + rule.height) + TWIPS_PER_POINT * size.small - top,
  };
  const before = mmToTwip(rule.top) - issuerBottom(issuer);
  return textBoxXml(box, issuerXml(head, 0, left) + ruleXml(rule, { spacing: { before } }));
}

/** The head of the 文件格式 (7.2) from the upper edge of the type area. */
function redHeadXml(head: HeadElement, look: Look): string {
  const { layout, lines, signers, docNumber, isPreprinted } = head;
  const { issuer, rule } = layout;
  const above = lines.map((line) => headLineXml(line, look)).join('');
  const aboveBottom = pageMargin.top + lines.length * look.linePitch;
  const issuerTop = issuerLineTop(issuer, issuer.names[0]?.baseline ?? 0);
  const numberTop = mmToTwip(layout.docNumberTop) - look.squareTopInLine;
  const hasIssuer = !isPreprinted && issuer.names.length > 0;
  const numberBefore = numberTop - (hasIssuer ? issuerBottom(issuer) : aboveBottom);
  const rows = Math.max(1, signers?.rows.length ?? 0);
  const numberBottom = numberTop + rows * look.linePitch;
  const after = mmToTwip(layout.flowTop) - look.squareTopInLine - mmToTwip(rule.top + rule.height) - TWIPS_PER_POINT;
  return (
    above +
    (hasIssuer ? issuerXml(head, issuerTop - aboveBottom, pageMargin.left, suffixBoxXml(head)) : '') +
    (signers === null
      ? paragraphXml(
          { style: styleId.mark, spacing: { before: numberBefore }, align: 'center' },
          runXml(docNumber),
          characterPitch,
        )
      : signersXml(docNumber, signers, numberBefore, look)) +
    (isPreprinted
      ? // The room of the rule, which the paper has.
        paragraphXml(
          {
            style: styleId.blank,
            spacing: { line: mmToTwip(layout.flowTop) - look.squareTopInLine - numberBottom },
          },
          '',
          characterPitch,
        )
      : ruleXml(rule, { spacing: { before: mmToTwip(rule.top) - numberBottom, after }, indentTwips: overhang(rule) }))
  );
}

/**
 * The document number at the left of the last line, 签发人 in columns at the right, both one character in (7.2.6). Names
 * are set at their natural width, which their columns count in.
 */
function signersXml(docNumber: string, { rows, nameWidth }: Signers, before: number, look: Look): string {
  const character = size.body * TWIPS_PER_POINT;
  const count = Math.max(...rows.map((row) => row.length));
  const label = '签发人：';
  const namesLeft = textWidth - (1 + count * nameWidth + (count - 1)) * character;
  const columns = Array.from({ length: count }, (_, column) => namesLeft + column * (nameWidth + 1) * character);
  return rows
    .map((names, index) => {
      // The first name follows its label; a tab to the place that is reached already would go on to the next one.
      const stops = index === 0 ? [namesLeft - label.length * character, ...columns.slice(1)] : columns;
      const tabs = [{ align: 'clear' as const, at: textWidth }, ...stops.map((at) => ({ align: 'left' as const, at }))];
      const runs = names.map(
        (name, column) => (column === 0 ? '' : runXml('\t')) + runXml(name, { ...look.faces.heading2, spacing: 0 }),
      );
      return paragraphXml(
        { style: styleId.mark, tabs, ...(index === 0 && { spacing: { before } }), indent: { left: 1 } },
        runXml(`${index === rows.length - 1 ? docNumber : ''}\t`) +
          (index === 0 ? runXml(label, { spacing: 0 }) : '') +
          runs.join(''),
        characterPitch,
      );
    })
    .join('');
}

/** A rule may be longer than the lines of the text. */
function overhang(rule: PlacedRule): { left: number; right: number } {
  const beyond = mmToTwip((rule.length - typeArea.width) / 2);
  return { left: -beyond, right: -beyond };
}
