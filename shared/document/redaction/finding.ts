import { z } from 'zod';

/** What personal data can be; `marked` is text the drafter marked as not for the public. */
export const findingKinds = [
  'marked',
  'memberContact',
  'staffMobile',
  'mobile',
  'memberLandline',
  'officeLandline',
  'idNumber',
  'passport',
  'bankCard',
  'address',
  'email',
  'account',
  'plateNumber',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `mask` puts ×× in its place. */
export const findingActions = ['remove', 'mask', 'keep'] as const;
export type FindingAction = (typeof findingActions)[number];

/** Why something was taken for personal data. */
export const findingReasons = [
  'marked',
  'repeated',
  'form',
  'label',
  'checksum',
  'checksumWrong',
  'tableHead',
  'member',
  'contact',
] as const;
export type FindingReason = (typeof findingReasons)[number];

export const placeParts = [
  'issuer',
  'docNumber',
  'category',
  'signer',
  'title',
  'salutation',
  'block',
  'attachment',
  'unit',
  'signerPost',
  'date',
  'contact',
  'note',
  'copyTo',
] as const;

/** A piece of text of the letter; offsets of findings count UTF-16 units in it. */
export const placeSchema = z.object({
  part: z.enum(placeParts),
  /** Only of `block`: a block of the body, of a table cell or of the text of an attachment. */
  blockId: z.string().optional(),
  /** Which of several attachments, units, contacts, copies. */
  index: z.number().int().optional(),
});
export type Place = z.infer<typeof placeSchema>;

export const findingSchema = z.object({
  /** The same for the same text at the same place of the same letter, whatever ids its blocks have. */
  id: z.string(),
  kind: z.enum(findingKinds),
  reason: z.enum(findingReasons),
  where: placeSchema,
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  /** What stands around it, for reading. */
  before: z.string(),
  after: z.string(),
  suggestion: z.enum(['remove', 'mask']),
});
export type Finding = z.infer<typeof findingSchema>;

/** What a unit does not publish besides personal data, and how marked text is treated. */
export const publicationOptionsSchema = z.object({
  /** 附注 with contacts: as far as an office telephone is left, or not at all. */
  contacts: z.enum(['office', 'none']),
  officeLandlines: z.enum(['keep', 'remove']),
  marked: z.enum(['mask', 'remove']),
  hasCategory: z.boolean(),
  hasSigner: z.boolean(),
  hasCopyTo: z.boolean(),
});
export type PublicationOptions = z.infer<typeof publicationOptionsSchema>;

export const defaultPublicationOptions: PublicationOptions = {
  contacts: 'office',
  officeLandlines: 'keep',
  marked: 'mask',
  hasCategory: true,
  hasSigner: false,
  hasCopyTo: true,
};

/** By id of the finding; what is not named follows the suggestion. */
export const decisionsSchema = z.record(z.string(), z.enum(findingActions));
export type Decisions = z.infer<typeof decisionsSchema>;
