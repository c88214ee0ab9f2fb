import { caseMemberSchema, type CaseFacts, type CaseKind, type UnitRole } from '#shared/domain/case.ts';
import { z } from 'zod';

export interface CaseRow {
  kind: CaseKind;
  body: string;
  session: string;
  number: string;
  title: string;
  members: string;
  role: UnitRole;
  co_units: string;
  host_unit: string;
  received_on: string | null;
  due_on: string | null;
}

/** What a case is sorted and found by. */
export interface CaseKeys {
  number_key: string | null;
  title_key: string | null;
  search_text: string;
}

export interface ListedCaseRow extends CaseRow {
  id: string;
  updated_at: number;
  letters: number;
}

const membersSchema = z.array(caseMemberSchema);
const coUnitsSchema = z.array(z.string());

export function rowToCaseFacts(row: CaseRow): CaseFacts {
  return {
    kind: row.kind,
    body: row.body,
    session: row.session,
    number: row.number,
    title: row.title,
    members: membersSchema.parse(JSON.parse(row.members)),
    role: row.role,
    coUnits: coUnitsSchema.parse(JSON.parse(row.co_units)),
    hostUnit: row.host_unit,
    receivedOn: row.received_on,
    dueOn: row.due_on,
  };
}

export function caseFactsToRow(facts: CaseFacts): CaseRow {
  return {
    kind: facts.kind,
    body: facts.body,
    session: facts.session,
    number: facts.number,
    title: facts.title,
    members: JSON.stringify(facts.members),
    role: facts.role,
    co_units: JSON.stringify(facts.coUnits),
    host_unit: facts.hostUnit,
    received_on: facts.receivedOn,
    due_on: facts.dueOn,
  };
}
