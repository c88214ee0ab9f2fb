import { contactNote, formatDate, formatDocNumber } from '../printed.ts';
import type { Contact, DocNumber } from '../letter-fields.ts';
import type { BlockProps, Format, Span, Tail } from '../schema.ts';
import type { ReviewPlace } from './place.ts';
import type { ReviewChange } from './review-items.ts';
import type { ChangePart } from './sightings.ts';

/** Words of the namespace `review`, in the language of whoever reads. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Where it is, in words: 工作进展，第2段. */
export function placeWords({ part, field, section, block, row, column }: ReviewPlace, say: Say): string {
  const words: string[] = [];
  if (field) words.push(say(`review:field.${field}`));
  else if (section?.role === 'attachment') words.push(say('review:attachment', { number: section.number }));
  else if (section)
    words.push(say('review:section', { role: say(`review:role.${section.role}`), number: section.number }));
  else words.push(say(`review:part.${part}`));
  if (block?.type === 'heading' && block.text !== '') words.push(say('review:headingText', { text: block.text }));
  else if (block) words.push(say(`review:block.${block.type}`, { number: block.number }));
  if (row !== undefined) words.push(say('review:row', { number: row }));
  if (column !== undefined) words.push(say('review:column', { number: column }));
  return words.join(say('review:comma'));
}

export interface ChangeWords {
  kind: string;
  before: string;
  after: string;
  place: string;
}

/** What a change does, in words. Several parts of it follow each other with a stroke between them. */
export function changeWords(
  { kind, parts, place }: Pick<ReviewChange, 'kind' | 'parts' | 'place'>,
  say: Say,
): ChangeWords {
  const words = parts.map((part) => partWords(part, say));
  const joined = (texts: string[]) => texts.filter((text) => text !== '').join(' / ');
  return {
    kind: say(`review:kind.${kind}`),
    before: joined(words.map(({ before }) => before)),
    after: joined(words.map(({ after }) => after)),
    place: placeWords(place, say),
  };
}

export function partWords(part: ChangePart, say: Say): { before: string; after: string } {
  const { kind, of, text, field } = part;
  const what = (of === 'text' || of === 'paragraph' ? '' : say(`review:of.${of}`)) + visible(text);
  switch (kind) {
    case 'insertion':
      return { before: '', after: what };
    case 'deletion':
      return { before: what, after: '' };
    case 'move':
      return {
        before: part.from ? placeWords(part.from, say) : say('review:gone'),
        after: placeWords(part.place, say),
      };
    case 'format':
    case 'value': {
      const about = visible(text);
      const value = (one: unknown) => {
        const said = valueWords(field ?? '', one, say);
        return about === '' ? said : say('review:formatOf', { text: about, value: said });
      };
      return { before: value(part.before), after: value(part.after) };
    }
  }
}

/** A paragraph mark as ¶. */
function visible(text: string): string {
  return text.replaceAll('\n', '¶');
}

const listFields = new Set(['units', 'copyTo', 'signerPosts']);

/** The value of one field of the letter, as it is printed or said. The schema has checked what shape it has. */
export function valueWords(field: string, value: unknown, say: Say): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return say('review:none');
  if (listFields.has(field)) return (value as string[]).join('、');
  switch (field) {
    case 'docNumber':
      return formatDocNumber(value as DocNumber);
    case 'date':
      return formatDate(value as string);
    case 'disclosure':
      return say(`review:disclosure.${(value as { kind: string }).kind}`);
    case 'attachments':
      return (value as Tail['attachments']).map(({ title }) => title).join('、');
    case 'contacts':
      return contactNote({ contacts: value as Contact[], attachments: [], units: [], copyTo: [] });
    case 'seal':
      return say(`review:seal.${value as string}`);
    case 'role':
      return say(`review:role.${value as string}`);
    case 'type':
      return say(`review:type.${value as string}`);
    case 'level':
      return say('review:level', { number: value as number });
    case 'span':
      return say('review:span', { columns: (value as Span).columns, rows: (value as Span).rows });
    case 'headerRows':
      return say('review:headerRows', { number: value as number });
    case 'width':
      return say('review:width', { number: Number((value as number).toFixed(2)) });
    case 'format':
      return formatWords(value as Format, say);
    case 'props':
      return propsWords(value as BlockProps, say);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function formatWords(format: Format, say: Say): string {
  const known = (['bold', 'italic', 'underline', 'body', 'redact'] as const).filter((name) => format[name]);
  return known.length === 0 ? say('review:plain') : known.map((name) => say(`review:format.${name}`)).join('、');
}

function propsWords({ align, list, start }: BlockProps, say: Say): string {
  const words = [
    align && say(`review:align.${align}`),
    list && say(`review:list.${list}`),
    start === undefined ? undefined : say('review:start', { number: start }),
  ].filter((word) => word !== undefined);
  return words.length === 0 ? say('review:none') : words.join('、');
}
