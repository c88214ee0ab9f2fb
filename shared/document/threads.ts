import { z } from 'zod';
import { fieldPaths } from './letter-fields.ts';
import { idSchema } from './revision-marks.ts';

/** What a thread is about. An anchor that names what is gone leaves the thread detached, with its quote. */
export const anchorSchema = z.discriminatedUnion('type', [
  /** The runs that name the thread, over as many blocks as they stand in, in title and salutation too. */
  z.looseObject({ type: z.literal('text') }),
  z.looseObject({ type: z.enum(['section', 'block', 'row', 'cell', 'revision']), id: idSchema }),
  /** A field of head or tail, as a whole. */
  z.looseObject({ type: z.literal('field'), field: z.enum(fieldPaths) }),
  z.looseObject({ type: z.literal('letter') }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

export const threadSchema = z.looseObject({
  id: idSchema,
  anchor: anchorSchema,
  state: z.enum(['open', 'resolved']),
  kind: z.enum(['correction', 'suggestion', 'question', 'return']),
  severity: z.enum(['info', 'warning', 'error']),
  quote: z.string(),
  messages: z.array(z.looseObject({ id: idSchema, author: z.string(), at: z.number(), text: z.string() })),
});
export type Thread = z.infer<typeof threadSchema>;
