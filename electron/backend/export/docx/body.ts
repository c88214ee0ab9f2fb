import type { LetterElement } from '../letter/elements.ts';
import { blankLinesBefore } from '../letter/measures.ts';
import { widthInCharacters } from '../letter/signature.ts';
import { colophonXml } from './colophon.ts';
import { characterPitch } from './grid.ts';
import { headXml } from './head.ts';
import { paragraphXml, type ParagraphProps } from './paragraph.ts';
import { runXml } from './runs.ts';
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
}

/** The content of `w:body` before the section properties. */
export function bodyXml(elements: LetterElement[]): string {
  const lastText = lastOfBody(elements);
  const tailEnd = elements.findLastIndex((element) => element.kind === 'signature');
  let xml = '';
  let startsPage = false;
  elements.forEach((element, index) => {
    if (element.kind === 'page-break') {
      // A second break in a row leaves an empty page.
      if (startsPage) xml += blankLines(1, { before: undefined, startsPage, keepNext: false });
      startsPage = true;
      return;
    }
    const keepNext = index >= lastText && index < tailEnd;
    const place = { before: elements[index - 1]?.kind, startsPage, keepNext };
    if (hasBlankLineBefore(element, place)) xml += blankLines(blankLinesBefore.salutation, place);
    xml += elementXml(element, place);
    startsPage = false;
  });
  if (startsPage) xml += blankLines(1, { before: undefined, startsPage, keepNext: false });
  return xml;
}

/** Below the head, whether the letter has a salutation or its body begins at once. */
function hasBlankLineBefore(element: LetterElement, place: Place): boolean {
  if (place.startsPage || tailKinds.has(element.kind)) return false;
  return place.before === 'title' || (isHead(place.before) && element.kind !== 'title');
}

function isHead(kind: Place['before']): boolean {
  return kind === 'mark' || kind === 'head';
}

const tailKinds = new Set<LetterElement['kind']>(['attachments', 'signature', 'note', 'colophon']);

/** Index of the last element of the body proper. */
function lastOfBody(elements: LetterElement[]): number {
  return elements.findLastIndex((element) => !tailKinds.has(element.kind));
}

function elementXml(element: LetterElement, place: Place): string {
  const paragraph = (props: ParagraphProps, runs: string): string =>
    paragraphXml({ ...flow(place), ...props }, runs, characterPitch);
  switch (element.kind) {
    case 'head':
      return headXml(element);
    case 'mark':
      return paragraph(
        { style: styleId.mark },
        runXml([element.docNumber, element.category].filter((text) => text !== '').join('\t')),
      );
    case 'title':
      return (
        (isHead(place.before) ? blankLines(blankLinesBefore.titleAfterMark, place) : '') +
        paragraph({ style: styleId.title }, spansXml(element.spans))
      );
    case 'salutation':
      return paragraph({ style: styleId.salutation }, spansXml(element.spans));
    case 'heading':
      return headingXml(element, place);
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
      return tableXml(element, { pageBreakBefore: place.startsPage, keepNext: place.keepNext });
    case 'page-break':
      return '';
    case 'attachments':
      return attachmentsXml(element, place);
    case 'signature':
      return signatureXml(element, place);
    case 'note':
      return paragraph({ style: styleId.note }, runXml(element.text));
    case 'colophon':
      return colophonXml(element);
  }
}

function flow(place: Place): Partial<ParagraphProps> {
  return {
    ...(place.keepNext && { keepNext: true }),
    ...(place.startsPage && { pageBreakBefore: true }),
  };
}

function blankLines(count: number, place: Place): string {
  const props = { ...flow(place), style: styleId.blank };
  const { pageBreakBefore: _pageBreakBefore, ...rest } = props;
  return Array.from({ length: count }, (_, index) => paragraphXml(index === 0 ? props : rest, '', characterPitch)).join(
    '',
  );
}

/** A heading that stands alone stays with the next paragraph; one with text run in is an ordinary paragraph. */
function headingXml(element: Extract<LetterElement, { kind: 'heading' }>, place: Place): string {
  const runsIn = element.bodySpans.length > 0;
  return paragraphXml(
    { style: headingStyleId(element.level), ...(runsIn && { keepNext: false }), ...flow(place) },
    runXml(element.label) + spansXml(element.spans) + spansXml(element.bodySpans, { style: styleId.runInBody }),
    characterPitch,
  );
}

/** 附件： two characters in; continued lines stand under the first character of the name (7.3.4). */
function attachmentsXml(element: Extract<LetterElement, { kind: 'attachments' }>, place: Place): string {
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
  return blankLines(blankLinesBefore.attachments, place) + lines.join('');
}

function signatureXml(element: Extract<LetterElement, { kind: 'signature' }>, place: Place): string {
  const { sealedSignature, unsealedSignature } = blankLinesBefore;
  // The room above holds on to the body as well as to the signature.
  const above = blankLines(element.isSealed ? sealedSignature : unsealedSignature, { ...place, keepNext: true });
  const lines = element.lines.map(({ text, rightIndent }, index) => {
    const isLast = index === element.lines.length - 1;
    return paragraphXml(
      { style: styleId.signature, keepNext: !isLast, indent: { right: rightIndent } },
      runXml(text),
      characterPitch,
    );
  });
  return above + lines.join('');
}
