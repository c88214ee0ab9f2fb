import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shippedFormIds } from '#shared/domain/form.ts';
import { categoryPlaces, sealKinds } from '#shared/domain/unit-settings.ts';
import { replyDocumentArbitrary } from '../../../../tests/support/reply-arbitrary.ts';
import { officeOf } from '../../../../tests/support/printed-pdf.ts';
import { createPdfWriter } from './index.ts';

const writer = createPdfWriter({ resourcesFolder: fileURLToPath(new URL('../../../../resources/', import.meta.url)) });

const layout = fc.record({
  linePitch: fc.oneof(
    fc.constant({ kind: 'grid' as const }),
    fc.double({ min: 20, max: 40, noNaN: true }).map((points) => ({ kind: 'fixed' as const, points })),
  ),
  isLevel3Bold: fc.boolean(),
  pageNumberStyle: fc.constantFrom('dashes' as const, 'plain' as const, 'words' as const),
  pageNumberPlace: fc.constantFrom('outer' as const, 'center' as const),
  latinFont: fc.constantFrom('', 'Times New Roman', '"][#'),
  preprintedOffset: fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) }),
});

it('prints any letter in any form of any office, and says how it ends', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      replyDocumentArbitrary,
      fc.constantFrom(...shippedFormIds),
      fc.constantFrom(...categoryPlaces),
      fc.constantFrom(...sealKinds),
      fc.constantFrom('', '云州市民政局', '长'.repeat(60)),
      layout,
      (letter, form, categoryPlace, seal, fullName, look) => {
        const office = officeOf(form, { categoryPlace, seal, fullName, layout: look });
        const { pages, bytes } = writer.write(letter, office);
        expect(pages).toBeGreaterThan(0);
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
        expect(writer.ending(letter, office).pages).toBeLessThanOrEqual(pages);
      },
    ),
    { numRuns: 60, seed: 3 },
  );
});
