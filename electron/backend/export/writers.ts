import { join } from 'node:path';
import { createShippedForms } from '#backend/formats/forms.ts';
import type { LetterOptions } from '#backend/export/letter/options.ts';
import type { DrawnLetter, PdfWriter } from '#backend/export/pdf/index.ts';
import { DafuError } from '#shared/contract/errors.ts';
import type { DoctorReport } from '#shared/contract/app.ts';
import type { ExportFormat, FontSubstitution } from '#shared/contract/exports.ts';
import { plainText } from '#shared/document/plain-text.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { CaseFacts } from '#shared/domain/case.ts';
import { isShippedForm, type Form, type FormId } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { TreatedLetter } from './treatment.ts';

export interface WrittenLetter {
  bytes: Uint8Array;
  substitutions: FontSubstitution[];
}

export interface LetterWriters {
  write(format: ExportFormat, letter: TreatedLetter, pdfStandard: 'none' | 'a-2b'): Promise<WrittenLetter>;
  /** The pages of the PDF, drawn for the preview; `form` is one under edit, in place of the unit's. */
  draw(letter: TreatedLetter & { form?: Form }, tryTighter?: boolean): Promise<DrawnLetter>;
  /** @throws DafuError NOT_FOUND, FORM_INVALID */
  form(id: FormId): Form;
  fontReport(): Promise<DoctorReport['fonts']>;
}

/** The writers of all formats. Each is loaded when first used: PDF brings a native library along. */
export function createLetterWriters(options: {
  resourcesFolder: string;
  fontFolders: readonly string[];
  /** A form that is not shipped. @throws DafuError NOT_FOUND, FORM_INVALID */
  ownForm?: (id: FormId) => Form;
}): LetterWriters {
  let pdfWriter: PdfWriter | undefined;
  const shipped = createShippedForms(join(options.resourcesFolder, 'forms'));
  const forms = {
    get(id: FormId): Form {
      if (isShippedForm(id)) return shipped.get(id);
      if (options.ownForm) return options.ownForm(id);
      throw new DafuError('NOT_FOUND', { what: 'form', id });
    },
  };

  async function pdf(): Promise<PdfWriter> {
    const { createPdfWriter } = await import('#backend/export/pdf/index.ts');
    pdfWriter ??= createPdfWriter(options);
    return pdfWriter;
  }

  function optionsOf(document: ReplyDocument, unit: UnitSettings, caseFacts: CaseFacts, form?: Form): LetterOptions {
    const { linePitch } = document.tail;
    return { unit, caseFacts, form: form ?? forms.get(unit.form), ...(linePitch !== undefined && { linePitch }) };
  }

  return {
    async write(format, { document, caseFacts, unit, isPublic }, pdfStandard) {
      switch (format) {
        case 'docx': {
          const { writeDocx } = await import('#backend/export/docx/index.ts');
          return { bytes: writeDocx(document, optionsOf(document, unit, caseFacts)), substitutions: [] };
        }
        case 'pdf': {
          const options = { ...optionsOf(document, unit, caseFacts), pdfStandard };
          const { bytes, substitutions } = (await pdf()).write(document, options);
          return { bytes, substitutions };
        }
        case 'html': {
          const { writeHtml } = await import('#backend/export/html/index.ts');
          const options = { unit, caseFacts, form: forms.get('plain'), hasMeta: isPublic };
          return { bytes: writeHtml(document, options), substitutions: [] };
        }
        case 'txt':
          return { bytes: plainTextFile(document, unit), substitutions: [] };
      }
    },
    draw: async ({ document, caseFacts, unit, form }, tryTighter) =>
      (await pdf()).draw(document, optionsOf(document, unit, caseFacts, form), tryTighter),
    form: (id) => forms.get(id),
    fontReport: async () => (await pdf()).fontReport(),
  };
}

/** With byte order mark and CRLF: what older Windows editors need to read Chinese UTF-8. */
function plainTextFile(document: ReplyDocument, unit: UnitSettings): Uint8Array {
  return new TextEncoder().encode(`\ufeff${plainText(document, unit.wording).replaceAll('\n', '\r\n')}`);
}
