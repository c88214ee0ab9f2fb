import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DafuError } from '#shared/contract/errors.ts';
import { formSchema, type Form, type FormId } from '#shared/domain/form.ts';

export interface ShippedForms {
  /** @throws DafuError FORM_INVALID */
  get(id: FormId): Form;
}

/** The forms of `resources/forms`, one file each named after its id, read at first use. */
export function createShippedForms(folder: string): ShippedForms {
  const forms = new Map<FormId, Form>();
  return {
    get(id) {
      const known = forms.get(id);
      if (known !== undefined) return known;
      const name = `${id}.json`;
      const form = parseForm(readFileSync(join(folder, name), 'utf8'), name);
      if (form.id !== id) throw new DafuError('FORM_INVALID', { name, issues: [`id: ${form.id}`] });
      forms.set(id, form);
      return form;
    },
  };
}

/**
 * Reads the JSON of a form. Unlike a letter, a form with unknown properties is refused: what is misspelt would
 * silently not be printed.
 *
 * @param name for the error: the file name
 * @throws DafuError FORM_INVALID with the places that are wrong
 */
export function parseForm(json: string, name: string): Form {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DafuError('FORM_INVALID', { name, issues: [`JSON: ${message}`] }, { cause: error });
  }
  return checkForm(value, name);
}

/** @throws DafuError FORM_INVALID with the places that are wrong */
export function checkForm(value: unknown, name: string): Form {
  const parsed = formSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new DafuError('FORM_INVALID', { name, issues }, { cause: parsed.error });
}
