import { Button, Text } from '@mantine/core';
import { IconCopy, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSummary } from '#shared/contract/forms.ts';
import { formSchema, type Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useCommand } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { notify } from '../../shell/toasts.tsx';
import { SamplePreview } from '../preview/sample-preview.tsx';
import { sampleLetter } from '../settings/unit/sample-letter.ts';
import { useSaveOnLeave } from '../settings/use-save-on-leave.ts';
import { FormFields } from './form-fields.tsx';
import { wrongPlaces } from './form-places.ts';
import classes from './forms.module.css';
import type { FormActions } from './use-form-actions.ts';

interface FormEditorProps {
  summary: FormSummary;
  stored: Form;
  unit: UnitSettings;
  actions: FormActions;
}

/** One form with a sample printed in it, as it stands on the screen. */
export function FormEditor({ summary, stored, unit, actions }: FormEditorProps) {
  const { t } = useTranslation(['forms', 'common', 'settings']);
  const [form, setForm] = useState(stored);
  const [valid, setValid] = useState(stored);
  const save = useCommand('forms.save');
  const { shipped, isUsed } = summary;
  const change = (next: Form) => {
    setForm(next);
    const parsed = formSchema.safeParse(next);
    if (parsed.success) setValid(parsed.data);
  };
  const wrong = wrongPlaces(form);
  const isChanged = JSON.stringify(form) !== JSON.stringify(stored);
  const store = async (): Promise<boolean> => {
    if (wrong.length > 0) return false;
    try {
      await save.mutateAsync({ form });
      notify(t('settings:saved'));
      return true;
    } catch {
      // Shown below by `save.error`.
      return false;
    }
  };
  useSaveOnLeave(isChanged && !shipped, store);
  const letter = useMemo(() => ({ ...sampleLetter(unit, 'proposal'), form: valid }), [unit, valid]);
  return (
    <>
      <form
        className={classes.editor}
        aria-label={form.name}
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <FormFields form={form} onChange={change} wrong={wrong} readOnly={shipped} />
        {save.error && <ErrorView error={save.error} onRetry={() => void store()} />}
        <div className={classes.foot}>
          {!shipped && (
            <Button type="submit" loading={save.isPending} disabled={!isChanged || wrong.length > 0}>
              {t('common:save')}
            </Button>
          )}
          {isChanged && (
            <Button variant="default" onClick={() => change(stored)}>
              {t('settings:discard')}
            </Button>
          )}
          {!isUsed && !isChanged && (
            <Button variant={shipped ? 'filled' : 'default'} onClick={() => actions.use(summary, unit)}>
              {t('use')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => actions.copy(summary)}
          >
            {t('copy')}
          </Button>
          {!isChanged && (
            <Button
              variant="subtle"
              leftSection={<IconFileExport size={16} aria-hidden />}
              onClick={() => actions.exportFile(summary)}
            >
              {t('export')}
            </Button>
          )}
          {!shipped && !isUsed && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => actions.remove(stored)}
            >
              {t('common:delete')}
            </Button>
          )}
          <Text fz="sm" c={wrong.length > 0 ? 'var(--dafu-danger)' : 'dimmed'} role="status">
            {wrong.length > 0 ? t('wrong', { number: wrong.length }) : shipped ? t('shippedHint') : ''}
          </Text>
        </div>
      </form>
      <section className={classes.preview} aria-label={t('preview')}>
        <SamplePreview letter={letter} />
      </section>
    </>
  );
}
