import { attachmentLabel } from '#shared/document/numbering.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { copyToList, notes, printedDate, withoutPrompts } from '#shared/document/printed.ts';
import { project } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { Form } from '#shared/domain/form.ts';
import { attachmentElements, bodyElements } from './body-elements.ts';
import type { ElementOf, LetterElement } from './element.ts';
import { headElement, titleCategory } from './head-element.ts';
import { lookUp, type LookedUp } from './looked-up.ts';
import { fieldReviews, sayings, withMarksAside, withReview } from './marked.ts';
import type { LetterOptions } from './options.ts';
import type { PageLayout } from './page-layout.ts';
import type { FieldReview } from './review.ts';
import { salutationSpans } from './salutation-spans.ts';
import { placeSignature } from './signature.ts';
import { titleSpans } from './title-spans.ts';

/** The printed letter, the same for every format. */
export interface LetterDescription {
  /** As this letter can have it. */
  form: Form;
  page: PageLayout;
  elements: LetterElement[];
}

export interface MarkedDescription extends LetterDescription {
  /** Fields of head and tail that somebody changed or spoke of, in the order of the letter. */
  fields: FieldReview[];
}

/**
 * Describes a letter without tracked changes: what is accepted and what is not is decided before, once, by
 * `treatLetter`.
 */
export function describeLetter(source: ReplyDocument, options: LetterOptions): LetterDescription {
  const letter = lookUp(withoutPrompts(source), options);
  const { document, form, page, names } = letter;
  const { layout } = options.unit;
  const elements = [
    ...headElements(letter),
    ...bodyElements(document, layout),
    ...tailElements(document, options),
    ...attachmentElements(document, layout, names),
    ...colophonElements(letter),
  ];
  return { form, page, elements };
}

/**
 * Describes a letter under review: the description of the letter with all changes accepted, and beside each of its
 * things what the review says of it. Struck text has an empty span where it stood; a block of which nothing is left
 * stands in its place, marked `isGone`. Without its marks it is the description of the accepted letter.
 *
 * Not in it: rows, columns and tables that are gone, and where a moved block stood before.
 */
export function describeMarked(document: ReplyDocument, options: LetterOptions): MarkedDescription {
  const accepted = project(document, 'accepted');
  const clean = describeLetter(accepted, options);
  const marked = describeLetter(project(withMarksAside(document), 'accepted'), options);
  const said = sayings(document, accepted);
  return { ...clean, elements: withReview(clean.elements, marked.elements, said), fields: fieldReviews(document) };
}

function headElements(letter: LookedUp): LetterElement[] {
  const { title, salutation } = letter.document.head;
  const head = headElement(letter);
  const elements: LetterElement[] = head === null ? [] : [head];
  const category = titleCategory(letter);
  if (runsText(title) !== '') {
    const runs = category?.place === 'in-title' ? [...title, { text: category.text }] : title;
    elements.push({ kind: 'title', spans: titleSpans(runs, { names: letter.names }) });
  }
  if (category?.place === 'under-title') elements.push({ kind: 'category', text: category.text });
  if (runsText(salutation) !== '') elements.push({ kind: 'salutation', spans: salutationSpans(salutation) });
  return elements;
}

function tailElements(document: ReplyDocument, { unit }: LetterOptions): LetterElement[] {
  const { tail } = document;
  const elements: LetterElement[] = [];
  if (tail.attachments.length > 0) {
    const items = tail.attachments.map(({ title }, index) => ({
      label: attachmentLabel(index, tail.attachments.length),
      title,
    }));
    elements.push({ kind: 'attachments', items });
  }
  const seal = tail.seal ?? unit.seal;
  const date = printedDate(tail);
  const lines = placeSignature(tail.units, date, seal, tail.signerPosts);
  if (lines.length > 0) elements.push({ kind: 'signature', seal, lines, hasDate: date !== '' });
  elements.push(...notes(document, unit.wording).map((text): LetterElement => ({ kind: 'note', text })));
  return elements;
}

function colophonElements({ document, options, form, issuers }: LookedUp): ElementOf<'colophon'>[] {
  const { hasImprint, hasRules } = form.colophon;
  const copyTo = copyToList(document.tail);
  const [issuer = ''] = issuers;
  const unit = options.unit.fullName === '' ? issuer : options.unit.fullName;
  const imprint = hasImprint ? imprintOf(unit, printedDate(document.tail)) : null;
  return copyTo === '' && imprint === null ? [] : [{ kind: 'colophon', copyTo, imprint, hasRules }];
}

/** 印发机关 and 印发日期 (7.4.3), or null when the unit is not known: a date alone says nothing. */
function imprintOf(unit: string, date: string): { unit: string; date: string } | null {
  return unit === '' ? null : { unit, date: date === '' ? '' : `${date}印发` };
}
