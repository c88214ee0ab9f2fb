import { z } from 'zod';
import { idSchema } from './revision-marks.ts';

export const disclosureKinds = ['public', 'on-request', 'withheld'] as const;
export type DisclosureKind = (typeof disclosureKinds)[number];

export const docNumberSchema = z.looseObject({
  /** 代字, such as 津云发函. */
  code: z.string(),
  year: z.number().int().min(1900).max(2200),
  serial: z.number().int().min(1),
});
export type DocNumber = z.infer<typeof docNumberSchema>;

/** What is said of a contact besides name and telephone: 传真, 地址, 邮编, 职务. */
export const contactDetailSchema = z.looseObject({
  /** '' for words of their own: in brackets they stand right behind what is before them, others after ；. */
  label: z.string(),
  text: z.string(),
  /** Before the name, or between name and telephone; absent: after the telephone. */
  place: z.enum(['before', 'between']).optional(),
});
export type ContactDetail = z.infer<typeof contactDetailSchema>;

export const contactSchema = z.looseObject({
  name: z.string().optional(),
  /** The printed label, such as 联系人. */
  role: z.string().optional(),
  /** As printed; one may have words around its figures (65123456（办公室）). */
  phones: z.array(z.string()),
  details: z.array(contactDetailSchema).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * The fields of head and tail, each with the schema of its value: the letter's schema, its changes, the anchors of
 * threads and all that goes over the fields is made from these two tables. Title and salutation are running text and
 * carry the marks of text.
 */
export const headFields = {
  issuer: z.string().optional(),
  docNumber: docNumberSchema.optional(),
  /** A document number that could not be read as code, year and serial, kept as printed (damaged imports). */
  docNumberText: z.string().optional(),
  category: z.string().optional(),
  disclosure: z.looseObject({ kind: z.enum(disclosureKinds), reason: z.string().optional() }).optional(),
  signer: z.string().optional(),
  urgency: z.string().optional(),
  secrecy: z.string().optional(),
  copyNumber: z.string().optional(),
};

export const tailFields = {
  attachments: z.array(z.looseObject({ id: idSchema, title: z.string() })),
  /** Signing units, in printed order. */
  units: z.array(z.string()),
  date: isoDate.optional(),
  /** A date that could not be read, kept as printed (damaged imports). */
  dateText: z.string().optional(),
  /** Decides where signature and date stand (GB/T 9704-2012, 7.3.5.1 to 7.3.5.3). Absent: sealed. */
  seal: z.enum(['sealed', 'unsealed', 'name-stamp']).optional(),
  /** 签发人职务 beside each 签名章, in the order of `units`; only with `name-stamp`. */
  signerPosts: z.array(z.string()).optional(),
  /** pt from line to line where this letter is set closer than others, so that its last page is saved. */
  linePitch: z.number().min(20).max(40).optional(),
  contacts: z.array(contactSchema),
  /** 附注 other than contact and disclosure, without its brackets. */
  note: z.string().optional(),
  copyTo: z.array(z.string()),
};

type HeadPath = `head.${keyof typeof headFields}` | 'head.title' | 'head.salutation';
type TailPath = `tail.${keyof typeof tailFields}`;
export type FieldPath = HeadPath | TailPath;

/** Every field of head and tail by its path in the letter, in the order of the letter. */
export const fieldPaths: readonly FieldPath[] = [
  ...Object.keys(headFields).map((field) => `head.${field}` as FieldPath),
  'head.title',
  'head.salutation',
  ...Object.keys(tailFields).map((field) => `tail.${field}` as FieldPath),
];
