import { $getRoot, $getState, $setState } from 'lexical';
import { printedDate, printedDocNumber } from '#shared/document/printed.ts';
import type { Tail } from '#shared/document/schema.ts';
import type { HeadAndTail, HeadData } from '../api.ts';
import { headState, tailState } from '../nodes/state.ts';

/** Text of head or tail that can be found. */
export interface FormText {
  text: string;
  /** `data-form-field` of the form part that shows it. */
  field: string;
  /** Where the text stands in head and tail; null for what is made of several values, which is not replaced. */
  path: (string | number)[] | null;
}

const fixed = (field: string, text: string): FormText => ({ field, text, path: null });

/** What stands before and after the running text, in reading order. */
export function $readFormTexts(): { before: FormText[]; after: FormText[] } {
  const { head, tail } = $readHeadAndTail();
  const text = (field: string, value: string | undefined, ...path: (string | number)[]): FormText[] =>
    value === undefined || value === '' ? [] : [{ field, text: value, path }];
  return {
    before: [
      ...(['copyNumber', 'secrecy', 'urgency', 'signer'] as const).flatMap((name) =>
        text(name, head[name], 'head', name),
      ),
      fixed('docNumber', printedDocNumber({ title: [], salutation: [], ...head })),
    ],
    after: [
      ...tail.attachments.flatMap(({ id, title }, index) =>
        text(`attachment ${id}`, title, 'tail', 'attachments', index, 'title'),
      ),
      ...tail.units.flatMap((unit, index) => text(`unit ${index}`, unit, 'tail', 'units', index)),
      // Without 签名章 they stay in the letter, unseen.
      ...(tail.seal === 'name-stamp' ? (tail.signerPosts ?? []) : []).flatMap((post, index) =>
        text(`post ${index}`, post, 'tail', 'signerPosts', index),
      ),
      fixed('date', printedDate(tail)),
      ...tail.contacts.flatMap(({ name, phones, details = [] }, index) => [
        ...text(`contact ${index} name`, name, 'tail', 'contacts', index, 'name'),
        ...phones.flatMap((phone, place) =>
          text(`contact ${index} phones`, phone, 'tail', 'contacts', index, 'phones', place),
        ),
        ...details.flatMap((detail, place) =>
          text(`contact ${index} detail ${place}`, detail.text, 'tail', 'contacts', index, 'details', place, 'text'),
        ),
      ]),
      ...text('note', tail.note, 'tail', 'note'),
      ...tail.copyTo.flatMap((unit, index) => text('copyTo', unit, 'tail', 'copyTo', index)),
    ],
  };
}

/** Inside an update. */
export function $changeFormText(path: (string | number)[], change: (text: string) => string): void {
  const data = withValue($readHeadAndTail(), path, change) as HeadAndTail;
  const root = $getRoot();
  $setState(root, headState, JSON.stringify(data.head));
  $setState(root, tailState, JSON.stringify(data.tail));
}

function $readHeadAndTail(): HeadAndTail {
  const root = $getRoot();
  return {
    head: JSON.parse($getState(root, headState)) as HeadData,
    tail: JSON.parse($getState(root, tailState)) as Tail,
  };
}

function withValue(target: unknown, [step, ...rest]: (string | number)[], change: (text: string) => string): unknown {
  if (step === undefined) return change(String(target));
  if (Array.isArray(target))
    return target.map((item, index) => (index === step ? withValue(item, rest, change) : item));
  const object = target as Record<string, unknown>;
  return { ...object, [step]: withValue(object[step], rest, change) };
}
