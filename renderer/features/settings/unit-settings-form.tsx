import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { useCommand } from '../../rpc/hooks.ts';
import { ErrorView } from '../../ui/error-view.tsx';
import { notify } from '../../ui/notify.tsx';
import { useSaveOnLeave } from './use-save-on-leave.ts';
import {
  UnitCategoryFields,
  UnitContactFields,
  UnitDeadlineFields,
  UnitNameFields,
  UnitOutputFields,
} from '../unit/unit-fields.tsx';

export function UnitSettingsForm({ unit }: { unit: UnitSettings }) {
  const { t } = useTranslation(['settings', 'common']);
  const [value, setValue] = useState(unit);
  const save = useCommand('settings.saveUnit');
  const isChanged = JSON.stringify(value) !== JSON.stringify(unit);
  const store = async (): Promise<boolean> => {
    try {
      await save.mutateAsync({ unit: value });
      notify(t('saved'));
      return true;
    } catch {
      // Shown below by `save.error`.
      return false;
    }
  };
  useSaveOnLeave(isChanged, store);
  const fields = { value, onChange: setValue };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <Stack gap="xl">
        <Section title={t('unit.names')}>
          <UnitNameFields {...fields} />
        </Section>
        <Section title={t('unit.contact.title')} hint={t('unit.contact.hint')}>
          <UnitContactFields {...fields} />
        </Section>
        <Section title={t('unit.deadlines')} hint={t('unit.deadlinesHint')}>
          <UnitDeadlineFields {...fields} />
        </Section>
        <Section title={t('unit.categories')} hint={t('unit.categoriesHint')}>
          <UnitCategoryFields {...fields} />
        </Section>
        <Section title={t('unit.output')}>
          <UnitOutputFields {...fields} />
        </Section>
        {save.error && <ErrorView error={save.error} onRetry={() => void store()} />}
        <Group
          pos="sticky"
          bottom={0}
          py="sm"
          bg="var(--dafu-surface)"
          style={{ borderBlockStart: '1px solid var(--dafu-border)' }}
        >
          <Button type="submit" loading={save.isPending} disabled={!isChanged}>
            {t('common:save')}
          </Button>
          {isChanged && (
            <Button variant="default" onClick={() => setValue(unit)}>
              {t('discard')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} fz="md">
        {title}
      </Title>
      {hint !== undefined && (
        <Text c="dimmed" fz="sm">
          {hint}
        </Text>
      )}
      <div style={{ marginTop: '0.5rem' }}>{children}</div>
    </section>
  );
}
