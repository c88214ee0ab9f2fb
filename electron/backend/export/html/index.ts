import { formatDate, printedDocNumber } from '#shared/document/printed.ts';
import { titleText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { BodyElement, ElementOf, LetterElement, Span } from '../letter/element.ts';
import { describeLetter } from '../letter/describe.ts';
import type { LetterOptions } from '../letter/options.ts';
import { bodyMarkup } from './body.ts';
import { escapeHtml, spansMarkup, tag, textMarkup } from './markup.ts';
import { style } from './style.ts';

export interface HtmlOptions extends LetterOptions {
  /** With the lines departments publish above a letter: who, number, date, way of disclosure, each where known. */
  hasMeta: boolean;
}

const disclosureWords = { public: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' } as const;

/**
 * The letter as one page of HTML that stands alone: no script, no link, nothing fetched (and a policy that says so),
 * every text of the letter escaped. Made from the same elements as Word and PDF; `form` should have no head.
 */
export function writeHtml(document: ReplyDocument, options: HtmlOptions): Uint8Array {
  const title = titleText(document);
  const { elements } = describeLetter(document, options);
  const meta = options.hasMeta ? metaMarkup(document, options) : '';
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Dafu">
<title>${escapeHtml(title === '' ? '答复' : title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${meta}<article>
${letterMarkup(elements, document)}
</article>
</main>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}

function metaMarkup({ head, tail }: ReplyDocument, { unit }: HtmlOptions): string {
  const publisher = unit.fullName === '' ? tail.units.join('、') : unit.fullName;
  const lines: [string, string][] = [
    ['发布机构', publisher],
    ['发文字号', printedDocNumber(head)],
    ['成文日期', tail.date === undefined ? (tail.dateText ?? '') : formatDate(tail.date)],
    ['公开方式', head.disclosure ? disclosureWords[head.disclosure.kind] : ''],
  ];
  const known = lines.filter(([, value]) => value !== '');
  if (known.length === 0) return '';
  return `${tag('dl', {}, known.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join(''))}\n`;
}

function letterMarkup(elements: readonly LetterElement[], document: ReplyDocument): string {
  const parts: string[] = [];
  let body: BodyElement[] = [];
  let noteLines: string[] = [];
  const close = () => {
    if (body.length > 0) parts.push(bodyMarkup(body, 2));
    if (noteLines.length > 0) parts.push(tag('div', { class: 'notes' }, noteLines.join('\n')));
    body = [];
    noteLines = [];
  };
  for (const element of elements) {
    if (isOfBody(element)) body.push(element);
    else if (element.kind === 'note') {
      if (body.length > 0) close();
      noteLines.push(tag('p', {}, textMarkup(element.text)));
    } else {
      close();
      parts.push(partMarkup(element, document));
    }
  }
  close();
  return parts.filter((part) => part !== '').join('\n');
}

type Part = Exclude<LetterElement, BodyElement | ElementOf<'note'>>;

const bodyKinds: readonly string[] = [
  'heading',
  'paragraph',
  'list-item',
  'table',
  'page-break',
] satisfies BodyElement['kind'][];

function isOfBody(element: LetterElement): element is BodyElement {
  return bodyKinds.includes(element.kind);
}

function partMarkup(element: Part, document: ReplyDocument): string {
  switch (element.kind) {
    case 'mark':
    case 'head':
      return element.lines
        .map(({ left, right }) => {
          const sides = [left, right].map((side) => (side ? tag('span', {}, textMarkup(side.text)) : ''));
          return tag('div', { class: 'mark' }, sides.join(''));
        })
        .join('');
    // The lines of title and salutation were broken for the width of the print; here the window decides.
    case 'title':
      return tag('h1', {}, spansMarkup(inOneLine(element.spans)));
    case 'category':
      return tag('p', { class: 'center' }, textMarkup(element.text));
    case 'salutation':
      return tag('p', { class: 'salutation' }, spansMarkup(inOneLine(element.spans)));
    case 'attachments':
      return attachmentsMarkup(element);
    case 'signature':
      return signatureMarkup(element, document);
    case 'attachment':
      return attachmentMarkup(element);
    case 'colophon':
      return colophonMarkup(element);
  }
}

function inOneLine(spans: readonly Span[]): Span[] {
  return spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', '') }));
}

function attachmentsMarkup({ items }: ElementOf<'attachments'>): string {
  const list = items.map(({ label, title }) => tag('li', {}, escapeHtml(label) + textMarkup(title)));
  return tag('div', { class: 'attachments' }, `<p>附件：</p>${tag('ul', {}, list.join(''))}`);
}

/** Each line keeps its distance from the right, in characters as in print. */
function signatureMarkup({ lines, hasDate }: ElementOf<'signature'>, { tail }: ReplyDocument): string {
  const markup = lines.map(({ cells }, index) => {
    const isDate = hasDate && index === lines.length - 1;
    const indent = cells.at(-1)?.rightIndent ?? 0;
    const content = cells.map(({ text }) =>
      isDate && tail.date !== undefined
        ? tag('time', { datetime: tail.date }, escapeHtml(text))
        : tag('span', {}, textMarkup(text)),
    );
    return tag('p', { style: `padding-inline-end:${indent.toFixed(2)}em` }, content.join(''));
  });
  return tag('div', { class: 'signature' }, markup.join('\n'));
}

function attachmentMarkup({ mark, title, body }: ElementOf<'attachment'>): string {
  const heading = spansMarkup(inOneLine(title));
  const content = [
    tag('p', { class: 'flush level-1' }, escapeHtml(mark)),
    ...(heading === '' ? [] : [tag('h2', { class: 'center' }, heading)]),
    bodyMarkup(body, 3),
  ];
  return tag('section', { class: 'attachment' }, content.join('\n'));
}

function colophonMarkup({ copyTo, imprint }: ElementOf<'colophon'>): string {
  const lines = [
    ...(copyTo === '' ? [] : [tag('p', {}, `抄送：${textMarkup(copyTo)}`)]),
    ...(imprint === null ? [] : [tag('p', {}, textMarkup(`${imprint.unit}　${imprint.date}`))]),
  ];
  return tag('footer', {}, lines.join('\n'));
}
