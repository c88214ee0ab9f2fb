import type { ElementOf, LetterElement } from '../letter/element.ts';
import { hasBlankLineBefore } from '../letter/blank-line.ts';
import { blankLinesBefore, size, typeArea, TWIPS_PER_POINT } from '../letter/measures.ts';
import { widthInCharacters } from '../letter/signature.ts';
import type { Area } from './area.ts';
import { blankLinesXml } from './blank-lines.ts';
import { colophonXml } from './colophon.ts';
import { characterPitch } from './grid.ts';
import { headLineXml, headXml } from './head.ts';
import type { Look } from './look.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
import { runXml } from './runs.ts';
import { signatureXml } from './signature.ts';
import { spansXml } from './spans.ts';
import { headingStyleId, styleId } from './styles.ts';
import { tableXml } from './table.ts';

/** What is known about an element from its neighbours. */
interface Place {
  before: LetterElement['kind'] | undefined;
  /** A page break came just before: the first paragraph starts a page. */
  startsPage: boolean;
  /** Must not be parted from what follows, so that no page holds the signature alone (7.3.5.5). */
  keepNext: boolean;
  isBeforeTable: boolean;
}

/** All that stands on one kind of sheet: the letter, or none of it, the texts of attachments, the colophon. */
export function flowXml(elements: readonly LetterElement[], area: Area, look: Look): string {
  const colophon = elements.find((element) => element.kind === 'colophon');
  const attachments = elements.filter((element) => element.kind === 'attachment');
  const letter = elements.filter((element) => element.kind !== 'attachment' && element.kind !== 'colophon');
  const lastText = attachments.at(-1);
  return (
    linesXml(letter, { isHeld: colophon !== undefined && lastText === undefined, area, look }) +
    attachments
      .map((text) => attachmentXml(text, { isHeld: colophon !== undefined && text === lastText, area, look }))
      .join('') +
    (colophon ? colophonXml(colophon, area) : '')
  );
}

type LineElement = Exclude<LetterElement, { kind: 'attachment' | 'colophon' }>;

interface Flow {
  /** The last line stays with what follows. */
  isHeld: boolean;
  area: Area;
  look: Look;
}

function linesXml(elements: readonly LineElement[], { isHeld, area, look }: Flow): string {
  const lastText = elements.findLastIndex((element) => !tailKinds.has(element.kind));
  const keptFrom = isLongerThanPage(elements[lastText], area) ? lastText + 1 : lastText;
  const last = elements.length - 1;
  let xml = '';
  let startsPage = false;
  elements.forEach((element, index) => {
    if (element.kind === 'page-break') {
      // A second break in a row leaves an empty page.
      if (startsPage) xml += blankLinesXml(1, { pageBreakBefore: true });
      startsPage = true;
      return;
    }
    const keepNext = index >= keptFrom && (index < last || isHeld);
    const [before, next] = [elements[index - 1]?.kind, elements[index + 1]?.kind];
    const place = { before, startsPage, keepNext, isBeforeTable: next === 'table' };
    if (!startsPage && hasBlankLineBefore(element.kind, before))
      xml += blankLinesXml(blankLinesBefore.salutation, flow(place));
    xml += elementXml(element, place, area, look);
    startsPage = false;
  });
  if (startsPage) xml += blankLinesXml(1, { pageBreakBefore: true });
  return xml;
}

/**
 * Word keeps the last two lines of the last paragraph with the tail, LibreOffice all of it, and of one longer than a page
 * it makes empty pages.
 */
function isLongerThanPage(element: LineElement | undefined, area: Area): boolean {
  if (element?.kind !== 'paragraph' && element?.kind !== 'list-item' && element?.kind !== 'heading') return false;
  const spans = element.kind === 'heading' ? [...element.spans, ...element.bodySpans] : element.spans;
  const width = widthInCharacters(spans.map(({ text }) => text).join(''));
  return width > (area.textWidth / characterPitch) * typeArea.linesPerPage;
}

function isHead(kind: Place['before']): boolean {
  return kind === 'mark' || kind === 'head';
}

const tailKinds = new Set<LetterElement['kind']>(['attachments', 'signature', 'note']);

function elementXml(element: LineElement, place: Place, area: Area, look: Look): string {
  const paragraph = (props: ParagraphProps, runs: string): string =>
    paragraphXml({ ...flow(place), ...props, ...aboveTable(place, look) }, runs, characterPitch);
  switch (element.kind) {
    case 'head':
      return headXml(element, look);
    case 'mark':
      return element.lines.map((line) => headLineXml(line, look)).join('');
    case 'title':
      return (
        (isHead(place.before) ? blankLinesXml(blankLinesBefore.titleAfterMark, flow(place)) : '') +
        paragraph({ style: styleId.title }, spansXml(element.spans))
      );
    case 'category':
      return paragraph({ style: styleId.category }, runXml(element.text));
    case 'salutation':
      return paragraph({ style: styleId.salutation }, spansXml(element.spans));
    case 'heading':
      return headingXml(element, place, look);
    case 'paragraph':
      return element.align === 'left'
        ? paragraph({ style: styleId.body }, spansXml(element.spans))
        : paragraph({ style: styleId.body, indent: { firstLine: 0 }, align: element.align }, spansXml(element.spans));
    case 'list-item':
      return paragraph(
        {
          style: styleId.listItem,
          ...(element.depth > 1 && { indent: { left: 2 * (element.depth - 1), firstLine: 2 } }),
        },
        runXml(element.label) + spansXml(element.spans),
      );
    case 'table':
      return tableAfter(element, place, area, look);
    case 'page-break':
      return '';
    case 'attachments':
      return attachmentsXml(element, place);
    case 'signature':
      return signatureXml(element, place.keepNext, look);
    case 'note':
      return paragraph({ style: styleId.note }, runXml(element.text));
  }
}

/** What is kept with the tail keeps two lines at least: one alone would look left over. */
function flow(place: Place): Pick<ParagraphProps, 'keepNext' | 'pageBreakBefore' | 'widowControl'> {
  return {
    ...(place.keepNext && { keepNext: true, widowControl: true }),
    ...(place.startsPage && { pageBreakBefore: true }),
  };
}

/** Half of the room between two lines, as below a table; an exact line has less under its characters. */
function roomAboveTable({ linePitch }: Look): number {
  const character = size.body * TWIPS_PER_POINT;
  const underCharacters = 0.2 * linePitch - 0.14 * character;
  return Math.max(0, Math.round((linePitch - character) / 2 - underCharacters));
}

function aboveTable({ isBeforeTable }: Place, look: Look): Pick<ParagraphProps, 'spacing'> {
  return isBeforeTable ? { spacing: { after: roomAboveTable(look) } } : {};
}

function tableAfter(element: ElementOf<'table'>, place: Place, area: Area, look: Look): string {
  // Word makes one table of two that follow each other.
  const parting = place.before === 'table' ? paragraphXml({ style: styleId.copyToEnd }, '', characterPitch) : '';
  const above = parting === '' ? (spacedKinds.has(place.before) ? roomAboveTable(look) : 0) : TWIPS_PER_POINT;
  const { keepNext, startsPage } = place;
  return (
    parting +
    tableXml(element, {
      pageBreakBefore: startsPage,
      keepNext,
      width: area.textWidth,
      linePitch: look.linePitch,
      roomAbove: startsPage ? 0 : above,
    })
  );
}

const spacedKinds = new Set<LetterElement['kind'] | undefined>(['paragraph', 'heading', 'list-item', 'salutation']);

/**
 * A heading that stands alone stays with the next paragraph. One with text run in is a paragraph of its own that a style
 * separator joins to the text's, so that only the heading is in the navigation pane. Both have the indents of one
 * paragraph, whichever of them a program takes for the joint one.
 */
function headingXml(element: ElementOf<'heading'>, place: Place, look: Look): string {
  const runsIn = element.bodySpans.length > 0;
  const heading = paragraphXml(
    {
      style: headingStyleId(element.level),
      ...(runsIn && { keepNext: false, runsIn }),
      ...flow(place),
      ...(!runsIn && aboveTable(place, look)),
    },
    runXml(element.label) + spansXml(element.spans),
    characterPitch,
  );
  if (!runsIn) return heading;
  const text = { style: styleId.body, ...flow({ ...place, startsPage: false }), ...aboveTable(place, look) };
  return heading + paragraphXml(text, spansXml(element.bodySpans), characterPitch);
}

/** 附件： two characters in; continued lines stand under the first character of the name (7.3.4). */
function attachmentsXml(element: ElementOf<'attachments'>, place: Place): string {
  const lead = '附件：';
  const lines = element.items.map(({ label, title }, index) => {
    const labelWidth = widthInCharacters(label);
    const hang = labelWidth + (index === 0 ? lead.length : 0);
    return paragraphXml(
      {
        ...flow({ ...place, startsPage: false }),
        style: styleId.attachments,
        indent: { left: 2 + lead.length + labelWidth, firstLine: -hang },
      },
      runXml((index === 0 ? lead : '') + label + title),
      characterPitch,
    );
  });
  return blankLinesXml(blankLinesBefore.attachments, flow(place)) + lines.join('');
}

/** The text of an attachment from the first line of a page, its title on the third (7.3.6). */
function attachmentXml({ mark, title, body }: ElementOf<'attachment'>, rest: Flow): string {
  return (
    paragraphXml({ style: styleId.attachmentMark, pageBreakBefore: true }, runXml(mark), characterPitch) +
    blankLinesXml(1, { keepNext: true }) +
    paragraphXml({ style: styleId.attachmentTitle }, spansXml(title), characterPitch) +
    blankLinesXml(1, { keepNext: true }) +
    linesXml(body, rest)
  );
}
