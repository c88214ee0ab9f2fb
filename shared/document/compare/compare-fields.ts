import { isSameValue } from '../resolve/patch-value.ts';
import { headFields, tailFields, type FieldPath } from '../letter-fields.ts';
import { contactNote, formatDate, formatDocNumber, disclosureNote } from '../printed.ts';
import type { Change } from '../revision-marks.ts';
import type { Head, ReplyDocument, Tail } from '../schema.ts';
import type { NotableKind, NotableChange } from './notable.ts';
import type { Recorder } from './recorder.ts';

/** What a field holds that a leader looks for. */
const notableFields: Partial<Record<FieldPath, NotableKind>> = {
  'head.signer': 'name',
  'tail.contacts': 'name',
  'tail.date': 'date',
  'tail.dateText': 'date',
  'head.docNumber': 'number',
  'head.docNumberText': 'number',
  'head.issuer': 'unit',
  'tail.units': 'unit',
  'tail.copyTo': 'unit',
};

/** The changed fields of head or tail but its running text, each a change of its own. */
export function fieldChanges(
  part: 'head' | 'tail',
  a: ReplyDocument,
  b: ReplyDocument,
  recorder: Recorder,
  notable: NotableChange[],
): Change[] {
  return Object.keys(part === 'head' ? headFields : tailFields).flatMap((field): Change[] => {
    const [before, after] = [a, b].map((letter) => (letter[part] as Record<string, unknown>)[field]);
    if (isSameValue(before, after)) return [];
    const path = `${part}.${field}` as FieldPath;
    const revision = recorder.revision();
    const [was, is] = [fieldText(path, a), fieldText(path, b)];
    const place = { part, field: path };
    recorder.add({ revision, kind: 'field', of: 'field', before: was, after: is, place });
    const kind = notableFields[path];
    if (kind && was !== is) notable.push({ kind, before: was, after: is, place });
    return [{ field, revision, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

/** What a field says, in words as they are printed where they are. */
function fieldText(path: FieldPath, { head, tail }: { head: Head; tail: Tail }): string {
  switch (path) {
    case 'head.docNumber':
      return head.docNumber ? formatDocNumber(head.docNumber) : '';
    case 'head.disclosure':
      return disclosureNote(head);
    case 'tail.date':
      return tail.date === undefined ? '' : formatDate(tail.date);
    case 'tail.contacts':
      return contactNote(tail);
    case 'tail.attachments':
      return tail.attachments.map(({ title }) => title).join('；');
    default: {
      const [part, field] = path.split('.') as ['head' | 'tail', string];
      const value = ({ head, tail }[part] as Record<string, unknown>)[field];
      if (Array.isArray(value)) return value.join('、');
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    }
  }
}
