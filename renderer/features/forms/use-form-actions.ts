import { useTranslation } from 'react-i18next';
import type { FormSummary } from '#shared/contract/forms.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runJob } from '../../shell/jobs.ts';
import { runCommand, useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { notify, notifyUndo } from '../../shell/toasts.tsx';
import { showError } from '../../shell/errors/show-error.tsx';

export interface FormActions {
  use: (form: FormSummary, unit: UnitSettings) => void;
  copy: (form: FormSummary) => void;
  remove: (form: Form) => void;
  exportFile: (form: FormSummary) => void;
  importFile: () => void;
}

/** What can be done with forms; `onChosen` gets the form that is to be shown next. */
export function useFormActions(onChosen: (formId: string) => void): FormActions {
  const { t } = useTranslation(['forms', 'common']);
  const backend = useBackend();
  const attempt = (work: () => Promise<void>) => {
    work().catch((reason: unknown) => showError(toWireError(reason)));
  };
  const quiet = (title: string) => ({ title, result: () => null, quiet: true });
  return {
    use: (form, unit) =>
      attempt(async () => {
        const before = unit.form;
        await runCommand(backend, 'settings.saveUnit', { unit: { ...unit, form: form.id } });
        notifyUndo(t('used', { name: form.name }), t('common:undo'), () =>
          attempt(
            async () =>
              void (await runCommand(backend, 'settings.saveUnit', {
                unit: { ...(await backend.call('settings.get', {})).unit, form: before },
              })),
          ),
        );
      }),
    copy: (form) =>
      attempt(async () => {
        const name = t('copyName', { name: form.name }).slice(0, 50);
        const { formId } = await runCommand(backend, 'forms.copy', { formId: form.id, name });
        onChosen(formId);
      }),
    remove: (form) =>
      attempt(async () => {
        await runCommand(backend, 'forms.remove', { formId: form.id });
        notifyUndo(t('removed', { name: form.name }), t('common:undo'), () =>
          attempt(async () => {
            await runCommand(backend, 'forms.restore', { form });
            onChosen(form.id);
          }),
        );
      }),
    exportFile: (form) =>
      attempt(async () => {
        const { saved } = await runJob(backend, 'forms.export', { formId: form.id }, quiet(t('export')));
        if (saved) notify(t('exported', { name: form.name }));
      }),
    importFile: () =>
      attempt(async () => {
        const { imported } = await runJob(backend, 'forms.import', {}, quiet(t('import')));
        if (imported !== null) onChosen(imported);
      }),
  };
}
