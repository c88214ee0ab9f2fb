import { z } from 'zod';
import { formIdSchema, formSchema } from '../domain/form.ts';
import { always, command, job, query } from './procedure.ts';

export const formSummarySchema = z.object({
  id: formIdSchema,
  name: z.string(),
  /** Shipped forms can be copied, not changed or removed. */
  shipped: z.boolean(),
  /** The unit's letters are printed in it. */
  isUsed: z.boolean(),
  updatedAt: z.number(),
});
export type FormSummary = z.infer<typeof formSummarySchema>;

export const formProcedures = {
  /** Own forms, newest first, then the shipped ones. */
  'forms.list': query(z.object({}), z.array(formSummarySchema), {
    on: { 'forms.changed': always, 'settings.changed': (_input, { keys }) => keys.includes('unit') },
  }),
  'forms.get': query(z.object({ formId: formIdSchema }), formSchema, {
    on: { 'forms.changed': ({ formId }, { formIds }) => formIds.includes(formId) },
  }),
  /** A shipped or own form under a new name. */
  'forms.copy': command(
    z.object({ formId: formIdSchema, name: z.string().min(1).max(50) }),
    z.object({ formId: formIdSchema }),
  ),
  /** An own form. It is checked here and not by the contract, so that the error is FORM_INVALID with the places. */
  'forms.save': command(z.object({ form: z.record(z.string(), z.unknown()) }), z.object({ form: formSchema })),
  /** An own form the unit does not use. */
  'forms.remove': command(z.object({ formId: formIdSchema }), z.object({})),
  /** Puts back a form that was removed (undo). */
  'forms.restore': command(z.object({ form: formSchema }), z.object({})),
  /** Asks for a file. `imported` is null when the person cancelled. */
  'forms.import': job(z.object({}), z.object({ imported: formIdSchema.nullable() })),
  'forms.export': job(z.object({ formId: formIdSchema }), z.object({ saved: z.boolean() })),
} as const;
