import type { ReplyDocument, Run } from '#shared/document/schema.ts';
import { everyBlock } from '#shared/document/walk.ts';
import { membersText } from '#shared/document/fields.ts';
import { sessionText, type CaseFacts } from '#shared/domain/case.ts';

/**
 * The case with what the bound fields of a letter print. A field is set anew from the case whenever the case changes,
 * so a case that knows less than the letter would empty it.
 *
 * @param read the case as the importer reads it from the text; kept where it prints the same
 */
export function caseOfFields(document: ReplyDocument, read: CaseFacts): CaseFacts {
  const facts = { ...read };
  for (const run of fieldRuns(document)) {
    const value = valueOf(run);
    if (value === '' || run.object?.type !== 'field') continue;
    switch (run.object.field) {
      case 'caseTitle':
        facts.title = value;
        break;
      case 'caseNumber':
        facts.number = value;
        break;
      case 'session':
        // Where the body ends and the session begins is not known; together they print the same.
        if (sessionText(facts) !== value) Object.assign(facts, { body: '', session: value });
        break;
      case 'members':
        if (membersText(facts) !== value) {
          const names = value.split('、');
          facts.members = names.map((name, index) => ({
            name,
            lead: index === 0 && names.length > 1,
            collective: false,
          }));
        }
        break;
      case 'coUnits':
        facts.coUnits = value.split('、');
        break;
      case 'hostUnit':
        facts.hostUnit = value;
        break;
      case 'unitFullName':
      case 'unitShortName':
      case 'unitSelfName':
        break;
    }
  }
  return facts;
}

function* fieldRuns(document: ReplyDocument): Generator<Run> {
  yield* document.head.title;
  yield* document.head.salutation;
  for (const block of everyBlock(document)) yield* block.runs;
}

function valueOf({ text, object }: Run): string {
  if (object?.type !== 'field') return '';
  const { before = '', after = '' } = object;
  const isWrapped = text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  return isWrapped ? text.slice(before.length, text.length - after.length) : '';
}
