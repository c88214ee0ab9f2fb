import type { Span } from '../letter/element.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Not allowed in HTML, or turning the text around it: controls, halves of surrogate pairs, direction marks. */
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text as it may stand in an element or in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unprintable, '')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Attributes come as written here and never from a letter; `content` is markup already. */
export function tag(name: string, attributes: Record<string, string>, content: string): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${list.join('')}>${content}</${name}>`;
}

/** Line breaks as `<br>`, tabs as a wide blank. */
export function textMarkup(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>').replaceAll('\t', '\u2003');
}

export function spansMarkup(spans: readonly Span[]): string {
  return spans
    .map(({ text, bold, italic, underline }) => {
      let markup = textMarkup(text);
      if (underline) markup = `<u>${markup}</u>`;
      if (italic) markup = `<em>${markup}</em>`;
      if (bold) markup = `<strong>${markup}</strong>`;
      return markup;
    })
    .join('');
}
