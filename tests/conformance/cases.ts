import { fileURLToPath } from 'node:url';
import { createShippedForms } from '#backend/formats/forms.ts';
import type { LetterOptions } from '#backend/export/letter/options.ts';
import { emptyCaseFacts } from '#shared/domain/case.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import type { ConformanceLetter } from './letters.ts';

export const resourcesFolder = fileURLToPath(new URL('../../resources/', import.meta.url));
export const formIds = shippedFormIds;
export type ShippedFormId = (typeof shippedFormIds)[number];

const forms = createShippedForms(fileURLToPath(new URL('../../resources/forms/', import.meta.url)));

/** One letter in one form. */
export interface Case {
  id: string;
  letter: ConformanceLetter;
  form: ShippedFormId;
  options: LetterOptions;
}

export function caseOf(letter: ConformanceLetter, form: ShippedFormId): Case {
  const unit = { ...defaultUnitSettings, fullName: '云江市民政局', ...letter.unit, form };
  return {
    id: `${letter.id}.${form}`,
    letter,
    form,
    options: { unit, caseFacts: emptyCaseFacts(), form: forms.get(form) },
  };
}
