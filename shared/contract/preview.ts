import { z } from 'zod';
import { caseFactsSchema } from '../domain/case.ts';
import { formIdSchema, formSchema } from '../domain/form.ts';
import { unitSettingsSchema } from '../domain/unit-settings.ts';
import { documentId } from './documents.ts';
import { query } from './procedure.ts';
import { fontSubstitutionSchema } from './exports.ts';

/**
 * The pages of a letter as they will print, drawn by the same compile as the PDF. A page arrives as numbers and outlines
 * and never as markup, so nothing in it can run or reach out. All lengths in pt from the page's upper left corner.
 */
const color = z.string().regex(/^#[0-9a-f]{6}$/);

/** Characters of one colour and size class: `glyphs[i]` is the number of an outline, standing at `at[2i]`, `at[2i+1]`. */
const glyphRunSchema = z.object({
  fill: color,
  /** Weight of a stroke around the characters (bold), 0 for none. */
  stroke: z.number().nonnegative(),
  /** The linear part of the outline's matrix: a, b, c, d. */
  matrix: z.array(z.number()).length(4),
  glyphs: z.array(z.number().int().nonnegative()),
  at: z.array(z.number()),
});
export type GlyphRun = z.infer<typeof glyphRunSchema>;

/** Rules and frames. */
const pageShapeSchema = z.object({
  path: z.string(),
  matrix: z.array(z.number()).length(6),
  fill: color.nullable(),
  stroke: z.object({ color, width: z.number() }).nullable(),
});
export type PageShape = z.infer<typeof pageShapeSchema>;

const pagePictureSchema = z.object({ runs: z.array(glyphRunSchema), shapes: z.array(pageShapeSchema) });
export type PagePicture = z.infer<typeof pagePictureSchema>;

/** The same hash, the same picture. */
const pageSchema = z.object({
  hash: z.string(),
  width: z.number(),
  height: z.number(),
  /** Absent when the window has it already, or did not want it now. */
  picture: pagePictureSchema.optional(),
});

export const markParts = ['head', 'title', 'salutation', 'attachments', 'signature', 'note', 'colophon'] as const;

/** Where a block of the text, or a part beside the text, begins. Either `blockId` or `part` is null. */
const markSchema = z.object({
  blockId: z.string().nullable(),
  part: z.enum(markParts).nullable(),
  /** From 1. */
  page: z.number().int().positive(),
  x: z.number(),
  y: z.number(),
});
export type PreviewMark = z.infer<typeof markSchema>;

const warningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('font'), wanted: z.string(), used: z.string() }),
  /**
   * No more of the text stands on the last page than looks left over; with `lines` 0 only signature and notes do.
   * `tighterPitch` is a line pitch in pt that saves the page, null when none does or nobody asked.
   */
  z.object({
    kind: z.literal('left-over'),
    page: z.number().int(),
    lines: z.number().int(),
    tighterPitch: z.number().nullable(),
  }),
  z.object({ kind: z.literal('title-lines'), page: z.number().int(), lines: z.number().int() }),
]);
export type PreviewWarning = z.infer<typeof warningSchema>;

const factsSchema = z.object({
  pages: z.number().int(),
  /** Page on which the letter itself ends; attachments may follow. */
  lastPage: z.number().int(),
  /** Lines of that page that are used, empty ones between them counted; the 版记 at its foot is not. */
  lastPageLines: z.number().int(),
  linesPerPage: z.number().int(),
  substitutions: z.array(fontSubstitutionSchema),
  warnings: z.array(warningSchema),
});
export type PreviewFacts = z.infer<typeof factsSchema>;

/** Outlines are numbered in the order they were first met; the window keeps those it got. */
const outlineStateSchema = z.object({ epoch: z.string(), count: z.number().int().nonnegative() });

const outlinesSchema = z.object({
  /** Numbers are good within an epoch. When it changes, the window forgets outlines and pictures. */
  epoch: z.string(),
  /** Number of the first of `paths`. */
  from: z.number().int(),
  /** SVG path data, y upwards from the baseline. */
  paths: z.array(z.string()),
});

export const previewProcedures = {
  'preview.render': query(
    z
      .object({
        /** A stored letter. */
        documentId: documentId.optional(),
        /** JSON text of a `ReplyDocument`: the letter as it stands in the window. It goes before the stored one. */
        body: z.string().max(50_000_000).optional(),
        /** Absent: those of `documentId`, or none. */
        caseFacts: caseFactsSchema.optional(),
        /** Absent: the stored ones. */
        unit: unitSettingsSchema.optional(),
        /** Its id, or one under edit that is not stored yet. Absent: the unit's. */
        form: z.union([formIdSchema, formSchema]).optional(),
        /** Also look whether closer lines would save the last page: up to two more settings of the letter. */
        tryTighter: z.boolean().optional(),
        known: outlineStateSchema,
        knownPages: z.array(z.string()).max(5000),
        /** Pages whose pictures are wanted, from 1, both included. Absent: all. */
        wanted: z.object({ first: z.number().int(), last: z.number().int() }).optional(),
      })
      .refine(({ documentId: id, body }) => id !== undefined || body !== undefined, 'documentId or body'),
    z.object({
      outlines: outlinesSchema,
      pages: z.array(pageSchema),
      marks: z.array(markSchema),
      facts: factsSchema,
    }),
    { outside: true },
  ),
  /** Pictures of pages of the last few renderings. What is no longer kept is left out: render again. */
  'preview.pictures': query(
    z.object({ known: outlineStateSchema, hashes: z.array(z.string()).max(100) }),
    z.object({
      outlines: outlinesSchema,
      pictures: z.array(z.object({ hash: z.string(), picture: pagePictureSchema })),
    }),
    { outside: true },
  ),
} as const;
