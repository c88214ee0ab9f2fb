import { membersText } from '#shared/document/fields.ts';
import { caseMemberSchema } from '#shared/domain/case.ts';
import type { DocumentSummary } from '#shared/contract/documents.ts';
import { z } from 'zod';

export interface DocumentRow {
  id: string;
  case_id: string;
  state: DocumentSummary['state'];
  title: string;
  characters: number;
  version: number;
  updated_at: number;
  updated_by: string;
  trashed_at: number | null;
}

export interface SummaryRow extends DocumentRow {
  case_number: string;
  case_title: string;
  members: string;
  due_on: string | null;
}

const membersSchema = z.array(caseMemberSchema);

export function rowToSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id,
    caseId: row.case_id,
    title: row.title,
    state: row.state,
    caseNumber: row.case_number,
    caseTitle: row.case_title,
    members: membersText({ members: membersSchema.parse(JSON.parse(row.members)) }),
    dueOn: row.due_on,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    characters: row.characters,
    trashedAt: row.trashed_at,
  };
}
