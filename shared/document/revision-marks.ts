import { z } from 'zod';

export const idSchema = z.string().min(1).max(64);

/** Opaque id of a tracked change; who and when stand in `ReplyDocument.revisions`. */
const revisionIdSchema = idSchema;

/**
 * Marks on what is there or not: text, paragraph mark, row, column, text of an attachment. Inserted by one, struck by
 * one or several: two people may each have struck it in a copy of his own.
 */
export const presenceMarks = {
  ins: revisionIdSchema.optional(),
  del: z.array(revisionIdSchema).min(1).optional(),
};
export interface PresenceMarks {
  ins?: string | undefined;
  del?: string[] | undefined;
}

/**
 * A suggested value of one field of the object that carries the change: `before` is what its author had before him,
 * `after` what he wrote; absent where the field has no value. The object itself holds the value with all its changes
 * applied, in their order; the first change's `before` is the value without any.
 */
export interface Change {
  field: string;
  revision: string;
  before?: unknown;
  after?: unknown;
  [other: string]: unknown;
}

/** What carries changes: head, tail, section, block, run, table, column, cell. */
export interface Changeable {
  changes?: Change[] | undefined;
}

/**
 * Schema of the changes of an object, from its fields and the schemas of their values; a field that may be absent has
 * an optional schema.
 */
export function changesOf(fields: Record<string, z.ZodType>): z.ZodOptional<z.ZodType<Change[]>> {
  const kinds = Object.entries(fields).map(([field, value]) =>
    z.looseObject({ field: z.literal(field), revision: revisionIdSchema, before: value, after: value }),
  );
  const [first, ...others] = kinds;
  if (first === undefined) throw new Error('an object without fields has no changes');
  return z.array(z.discriminatedUnion('field', [first, ...others])).optional();
}

/**
 * On a block or section that was moved, oldest first: `from` is the id of the place it was moved away from, an element
 * of the list it stood in that holds nothing but `originOf`, the id of what stood there.
 */
export const movedMarks = {
  moves: z
    .array(z.looseObject({ revision: revisionIdSchema, from: idSchema }))
    .min(1)
    .optional(),
  originOf: idSchema.optional(),
};
export interface Moved {
  moves?: { revision: string; from: string; [other: string]: unknown }[] | undefined;
  originOf?: string | undefined;
}

/** Who changed, and when. What was changed is read from the marks that name the revision. */
export const revisionSchema = z.looseObject({
  author: z.string(),
  authorId: z.string(),
  /** ms since the epoch, UTC. */
  at: z.number(),
});
export type Revision = z.infer<typeof revisionSchema>;

export const decisionSchema = z.enum(['accepted', 'rejected']);
export type Decision = z.infer<typeof decisionSchema>;
