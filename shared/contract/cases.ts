import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { documentId } from './documents.ts';
import { command } from './procedure.ts';

export const caseProcedures = {
  /** Stores the case and tells what is stored: the due date may have been filled in; the fields of the letter are updated by the window in the open document, as one undo step. */
  'cases.save': command(z.object({ documentId, caseFacts: caseFactsSchema }), z.object({ caseFacts: caseFactsSchema })),
} as const;
