import { z } from 'zod';
import { replyDocumentSchema } from '#shared/document/schema.ts';

/** The kinds of letter Dafu ships templates for; users' templates name the kind they suit. */
export const letterKinds = ['proposal', 'suggestion', 'opinion', 'collective', 'short'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const TEMPLATE_SCHEMA = 'dafu.template/1';

/** A template file (`resources/templates/*.json`, exported `.dafu-template`) and a stored user template alike. */
export const templateSchema = z.looseObject({
  schema: z.literal(TEMPLATE_SCHEMA),
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(100),
  description: z.string().max(500),
  kind: z.enum(letterKinds),
  document: replyDocumentSchema,
});
export type Template = z.infer<typeof templateSchema>;
