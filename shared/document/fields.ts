import { sessionText, type CaseFacts } from '#shared/domain/case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { FieldName, ReplyDocument, Run } from './schema.ts';
import { mapRuns } from './walk.ts';

/** The value of a field, '' while it is not known. Lists are joined with 、, the lead member first. */
export function fieldValue(name: FieldName, facts: CaseFacts, unit: UnitSettings): string {
  switch (name) {
    case 'caseTitle':
      return facts.title;
    case 'caseNumber':
      // Templates and titles say 第…号 around it; people type that into the number too.
      return facts.number.replace(/^第(.+)号$/, '$1');
    case 'session':
      return sessionText(facts);
    case 'members':
      return membersText(facts);
    case 'coUnits':
      return facts.coUnits.join('、');
    case 'hostUnit':
      return facts.hostUnit;
    case 'unitFullName':
      return unit.fullName;
    case 'unitShortName':
      return unit.shortName;
    case 'unitSelfName':
      return unit.selfName;
  }
}

/** Names joined with 、, the lead first, otherwise in the given order. */
export function membersText(facts: Pick<CaseFacts, 'members'>): string {
  const lead = facts.members.filter((member) => member.lead);
  const others = facts.members.filter((member) => !member.lead);
  return [...lead, ...others].map((member) => member.name).join('、');
}

/** What the run of a field prints for a value. */
export function fieldText(object: { before?: string | undefined; after?: string | undefined }, value: string): string {
  return value === '' ? '' : (object.before ?? '') + value + (object.after ?? '');
}

/** Sets the text of every field from the case and the unit. Runs that did not change are the same objects. */
export function fillFields(document: ReplyDocument, facts: CaseFacts, unit: UnitSettings): ReplyDocument {
  return mapRuns(document, (run: Run) => {
    if (run.object?.type !== 'field') return run;
    const text = fieldText(run.object, fieldValue(run.object.field, facts, unit));
    return text === run.text ? run : { ...run, text };
  });
}
