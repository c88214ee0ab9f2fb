import type { SheetFormat } from '#shared/contract/sheets.ts';
import type { FontSubstitution } from '#shared/contract/exports.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import type { LaidOutSheet } from './laid-out.ts';
import type { SheetPdfWriter } from './pdf.ts';

export interface SheetWriters {
  /** @throws DafuError EXPORT_FAILED */
  write(
    format: SheetFormat,
    sheet: LaidOutSheet,
    layout: UnitLayout,
  ): Promise<{ bytes: Uint8Array; substitutions: FontSubstitution[] }>;
}

/** The writers of both formats, each loaded when first used: PDF brings a native library along. */
export function createSheetWriters(options: { resourcesFolder: string; fontFolders: readonly string[] }): SheetWriters {
  let pdfWriter: SheetPdfWriter | undefined;
  return {
    async write(format, sheet, layout) {
      switch (format) {
        case 'docx': {
          const { writeSheetDocx } = await import('./docx.ts');
          return { bytes: writeSheetDocx(sheet, layout), substitutions: [] };
        }
        case 'pdf': {
          const { createSheetPdfWriter } = await import('./pdf.ts');
          pdfWriter ??= createSheetPdfWriter(options);
          return pdfWriter.write(sheet, layout);
        }
      }
    },
  };
}
