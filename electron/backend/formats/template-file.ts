import { DafuError } from '#shared/contract/errors.ts';
import { checkReplyDocument } from '#shared/document/parse.ts';
import { templateSchema, type Template } from '#shared/domain/template.ts';
import { isNestedTooDeep } from '#shared/lib/nesting.ts';

export const TEMPLATE_EXTENSION = 'dafu-template';

/** A template is a few pages of text; what is larger is none. */
export const MAX_TEMPLATE_BYTES = 4_000_000;

/**
 * Reads the JSON of a template: the letter in it is migrated, then all is validated. Unknown properties stay.
 *
 * @param name for the error: the file name or id
 * @throws DafuError IMPORT_UNSUPPORTED (not JSON, or not a template), DOCUMENT_INVALID, DOCUMENT_FROM_FUTURE
 */
export function parseTemplate(json: string, name: string): Template {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-json' }, { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('document' in value) || isNestedTooDeep(value)) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-a-template' });
  }
  const migrated = { ...value, document: checkReplyDocument(value.document) };
  const parsed = templateSchema.safeParse(migrated);
  if (!parsed.success) {
    throw new DafuError('IMPORT_UNSUPPORTED', { name, reason: 'not-a-template' }, { cause: parsed.error });
  }
  return migrated as Template;
}

export function stringifyTemplate(template: Template): string {
  return JSON.stringify(template, null, 2);
}
