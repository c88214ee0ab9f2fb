import { basename, join } from 'node:path';
import type { DomainHandlers } from '#backend/context.ts';
import type { SettingsService } from '#backend/domains/settings/service.ts';
import type { formProcedures } from '#shared/contract/forms.ts';
import type { Domain, Ground } from '#backend/domains/domain.ts';
import { safeFileName } from '#backend/files/file-name.ts';
import { createShippedForms, parseForm } from '#backend/formats/forms.ts';
import { withFileErrors } from '#backend/files/file-errors.ts';
import { readCapped } from '#backend/files/read-capped.ts';
import { writeWhole } from '#backend/files/write-whole.ts';
import { createFormsService, type FormsService } from './service.ts';

const FORM_EXTENSION = 'dafu-form';

/** A form is a page of numbers; what is larger is none. */
const MAX_FORM_BYTES = 100_000;

export function createFormsDomain(
  { host, paths, clock, ids }: Ground,
  { settings }: { settings: SettingsService },
): Domain<keyof typeof formProcedures, FormsService> {
  const shipped = createShippedForms(join(paths.resources, 'forms'));
  const forms = createFormsService({ clock, ids }, { shipped, settings });
  const handlers: DomainHandlers<keyof typeof formProcedures> = {
    'forms.list': (_input, { db }) => forms.list(db),
    'forms.get': ({ formId }, { db }) => forms.get(db, formId),
    'forms.copy': ({ formId, name }, context) => ({ formId: forms.copy(context, formId, name) }),
    'forms.save': ({ form }, context) => ({ form: forms.save(context, form) }),
    'forms.remove'({ formId }, context) {
      forms.remove(context, formId);
      return {};
    },
    'forms.restore'({ form }, context) {
      forms.restore(context, form);
      return {};
    },
    async 'forms.import'(_input, context) {
      const [path] = await host.pickFiles({ purpose: 'form', extensions: [FORM_EXTENSION, 'json'], multiple: false });
      if (path === undefined) return { imported: null };
      const form = parseForm(new TextDecoder().decode(readCapped(path, MAX_FORM_BYTES)), basename(path));
      return { imported: context.write((command) => forms.add(command, form)) };
    },
    async 'forms.export'({ formId }, { db }) {
      const form = forms.get(db, formId);
      const path = await host.pickSaveFile({
        purpose: 'form',
        suggestedName: safeFileName(form.name),
        extension: FORM_EXTENSION,
        startAt: null,
      });
      if (path === null) return { saved: false };
      const bytes = new TextEncoder().encode(`${JSON.stringify(form, null, 2)}\n`);
      withFileErrors(path, 'user', () => writeWhole(path, bytes, ids()));
      return { saved: true };
    },
  };
  return { service: forms, handlers };
}
