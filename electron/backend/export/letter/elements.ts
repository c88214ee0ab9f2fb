import { attachmentLabel } from '#shared/document/numbering.ts';
import { runsText } from '#shared/document/plain-text.ts';
import { copyToList, notes, printedDate, withoutPrompts } from '#shared/document/printed.ts';
import { project } from '#shared/document/projection.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import { attachmentElements, bodyElements } from './body-elements.ts';
import type { ElementOf, LetterElement } from './element.ts';
import { headElement, issuerNames, printedForm, titleCategory } from './head-element.ts';
import type { LetterOptions } from './options.ts';
import { salutationSpans } from './salutation-spans.ts';
import { placeSignature } from './signature.ts';
import { titleSpans } from './title-spans.ts';

/** Flattens a document with all tracked changes accepted. */
export function letterElements(source: ReplyDocument, options: LetterOptions): LetterElement[] {
  const document = withoutPrompts(project(source, 'accepted'));
  const { layout } = options.unit;
  return [
    ...headElements(document, options),
    ...bodyElements(document, layout),
    ...tailElements(document, options),
    ...attachmentElements(document, layout, knownNames(document, options)),
    ...colophonElements(document, options),
  ];
}

function headElements(document: ReplyDocument, options: LetterOptions): LetterElement[] {
  const { title, salutation } = document.head;
  const head = headElement(document, options);
  const elements: LetterElement[] = head === null ? [] : [head];
  const category = titleCategory(document, options);
  if (runsText(title) !== '') {
    const runs = category?.place === 'in-title' ? [...title, { text: category.text }] : title;
    elements.push({ kind: 'title', spans: titleSpans(runs, { names: knownNames(document, options) }) });
  }
  if (category?.place === 'under-title') elements.push({ kind: 'category', text: category.text });
  if (runsText(salutation) !== '') elements.push({ kind: 'salutation', spans: salutationSpans(salutation) });
  return elements;
}

/** Names that a line of a title never parts. */
function knownNames({ head, tail }: ReplyDocument, { unit, caseFacts }: LetterOptions): string[] {
  const { body, session, hostUnit, coUnits } = caseFacts;
  return [unit.fullName, unit.shortName, head.issuer ?? '', body, session, hostUnit, ...coUnits, ...tail.units];
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

function colophonElements(document: ReplyDocument, options: LetterOptions): ElementOf<'colophon'>[] {
  const { hasImprint, hasRules } = printedForm(document, options).colophon;
  const copyTo = copyToList(document.tail);
  const [issuer = ''] = issuerNames(document, options);
  const unit = options.unit.fullName === '' ? issuer : options.unit.fullName;
  const imprint = hasImprint ? imprintOf(unit, printedDate(document.tail)) : null;
  return copyTo === '' && imprint === null ? [] : [{ kind: 'colophon', copyTo, imprint, hasRules }];
}

/** 印发机关 and 印发日期 (7.4.3), or null when the unit is not known: a date alone says nothing. */
function imprintOf(unit: string, date: string): { unit: string; date: string } | null {
  return unit === '' ? null : { unit, date: date === '' ? '' : `${date}印发` };
}
