import { z } from 'zod';

/**
 * A form of the printed letter (GB/T 9704-2012): what stands around title and body, and where. One file each in
 * `resources/forms`; Word and PDF are both made from it. Lengths in mm, type sizes in pt.
 */
export const FORM_SCHEMA = 'dafu.form/1';

/** 信函格式 (10.1), 文件格式 (7.2), 普通格式 without a head, and the first two on pre-printed paper (套打). */
export const shippedFormIds = ['letter', 'red-head', 'plain', 'preprinted-letter', 'preprinted-red-head'] as const;

export function isShippedForm(id: string): boolean {
  return shippedFormIds.some((shipped) => shipped === id);
}

/** Id of a shipped form, or of a unit's own copy. */
export const formIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type FormId = string;

const length = z.number().min(0).max(297);

/** A red rule, centred on the type area, of one stroke or two. */
const ruleSchema = z.strictObject({
  length: z.number().min(10).max(210),
  /** Weights from the top. */
  strokes: z.array(z.number().min(0.1).max(3)).min(1).max(2),
  /** Between two strokes. */
  space: z.number().min(0.1).max(3),
});
export type FormRule = z.infer<typeof ruleSchema>;

/** `largestSize` holds for names that fit into one line; longer ones are set smaller. */
const issuerSchema = z.strictObject({
  top: length,
  largestSize: z.number().multipleOf(0.5).min(16).max(80),
  /** Printed after the name, such as 文件. */
  suffix: z.string().max(10),
  /** Of letters several units sign: the names of all, or of the first alone (7.2.4, 10.1). */
  joint: z.enum(['all', 'first']),
});

const headSchema = z.discriminatedUnion('kind', [
  /** Issuer, rule, and under the rule the document number at the right. `issuer.top` is from the page edge. */
  z.strictObject({
    kind: z.literal('letter'),
    issuer: issuerSchema,
    rule: ruleSchema,
    /** From the issuer to the rule. */
    ruleGap: length,
    /** From the rule to the document number, in characters of the body. */
    docNumberGap: z.number().min(0).max(10),
  }),
  /** Issuer, document number, and the rule under it. `issuer.top` is from the upper edge of the type area. */
  z.strictObject({
    kind: z.literal('red-head'),
    issuer: issuerSchema,
    /** From the issuer to the document number. */
    blankLines: z.number().int().min(0).max(6),
    rule: ruleSchema,
    /** From the document number to the rule. */
    ruleGap: length,
  }),
]);
export type FormHead = z.infer<typeof headSchema>;

export const formSchema = z.strictObject({
  schema: z.literal(FORM_SCHEMA),
  id: formIdSchema,
  name: z.string().min(1).max(50),
  head: headSchema.nullable(),
  /** 套打: issuer and rules are on the paper already. Everything else keeps its place, moved by the unit's offset. */
  isPreprinted: z.boolean(),
  /** At the foot of the first page; `bottom` is from the page edge to its lower stroke. */
  footRule: ruleSchema.extend({ bottom: length }).nullable(),
  isFirstPageNumbered: z.boolean(),
  /** 版记. `hasImprint`: with the line of 印发机关 and 印发日期. */
  colophon: z.strictObject({ hasRules: z.boolean(), hasImprint: z.boolean() }),
});
export type Form = z.infer<typeof formSchema>;
