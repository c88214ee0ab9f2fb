import type { CaseFacts } from '#shared/domain/case.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';

/** What a writer needs to know besides the document. */
export interface LetterOptions {
  unit: UnitSettings;
  caseFacts: CaseFacts;
  form: Form;
  /** pt; in place of the unit's, for a letter that shall end on one page less. */
  linePitch?: number;
}
