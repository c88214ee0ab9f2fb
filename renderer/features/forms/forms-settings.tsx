import { Badge, Button, UnstyledButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSummary } from '#shared/contract/forms.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { FormEditor } from './form-editor.tsx';
import classes from './forms.module.css';
import { useFormActions } from './use-form-actions.ts';

/** The forms of the printed letter: which one the unit writes in, and copies of its own with other numbers. */
export function FormsSettings({ unit }: { unit: UnitSettings }) {
  const { t } = useTranslation('forms');
  const list = useQueryCall('forms.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const actions = useFormActions(setChosen);
  if (list.error) return <ErrorView error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingRows rows={6} />;
  const current = list.data.find(({ id }) => id === chosen) ?? list.data.find(({ isUsed }) => isUsed) ?? list.data[0];
  const items = (forms: readonly FormSummary[]) =>
    forms.map((form) => (
      <UnstyledButton
        key={form.id}
        className={classes.item}
        aria-current={form.id === current?.id}
        onClick={() => setChosen(form.id)}
      >
        <span>{form.name}</span>
        {form.isUsed && (
          <Badge className={chip.chip} data-tone="success" variant="default" tt="none">
            {t('isUsed')}
          </Badge>
        )}
      </UnstyledButton>
    ));
  const own = list.data.filter(({ shipped }) => !shipped);
  return (
    <div className={classes.screen}>
      <nav className={classes.list} aria-label={t('title')}>
        {own.length > 0 && <div className={classes.listHead}>{t('own')}</div>}
        {items(own)}
        <div className={classes.listHead}>{t('shipped')}</div>
        {items(list.data.filter(({ shipped }) => shipped))}
        <div className={classes.files}>
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            px="0.625rem"
            leftSection={<IconFileImport size={18} aria-hidden />}
            onClick={actions.importFile}
          >
            {t('import')}
          </Button>
        </div>
      </nav>
      {current && <ChosenForm key={current.id} summary={current} unit={unit} actions={actions} />}
    </div>
  );
}

function ChosenForm({
  summary,
  unit,
  actions,
}: {
  summary: FormSummary;
  unit: UnitSettings;
  actions: ReturnType<typeof useFormActions>;
}) {
  const form = useQueryCall('forms.get', { formId: summary.id });
  if (form.error) return <ErrorView error={form.error} onRetry={() => void form.refetch()} />;
  if (!form.data) return <LoadingRows rows={6} />;
  // Stored anew, also by another window: the fields begin from that.
  return <FormEditor key={summary.updatedAt} summary={summary} stored={form.data} unit={unit} actions={actions} />;
}
