import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shippedFormIds } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { NamePatternInput } from '../export/name-pattern-input.tsx';
import { Choice } from '../../ui/choice.tsx';
import { IconAction } from '../../ui/icon-action.tsx';

interface UnitFieldsProps {
  value: UnitSettings;
  onChange: (value: UnitSettings) => void;
}

/** The parts of the unit settings as forms, used by the first-start assistant and the settings screen. */
export function UnitNameFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('settings');
  const text = (key: 'fullName' | 'shortName' | 'selfName' | 'docCode') => ({
    label: t(`unit.${key}`),
    description: t(`unit.${key}Hint`),
    value: value[key],
    maxLength: 100,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...value, [key]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput {...text('fullName')} placeholder={t('unit.fullNameExample')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput {...text('shortName')} placeholder={t('unit.shortNameExample')} />
        <TextInput {...text('selfName')} placeholder={t('unit.selfNameExample')} />
        <TextInput {...text('docCode')} placeholder={t('unit.docCodeExample')} />
      </SimpleGrid>
    </Stack>
  );
}

export function UnitContactFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('settings');
  const text = (key: 'name' | 'role' | 'phone') => ({
    label: t(`unit.contact.${key}`),
    value: value.contact[key],
    maxLength: 100,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, contact: { ...value.contact, [key]: event.currentTarget.value } }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
      <TextInput {...text('name')} />
      <TextInput {...text('phone')} />
      <TextInput {...text('role')} />
    </SimpleGrid>
  );
}

export function UnitDeadlineFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('settings');
  const months = (key: 'answerMonths' | 'opinionMonths') => ({
    label: t(`unit.${key}`),
    value: value[key],
    min: 1,
    max: 12,
    clampBehavior: 'strict' as const,
    allowDecimal: false,
    suffix: t('unit.months'),
    onChange: (next: number | string) => {
      if (typeof next === 'number') onChange({ ...value, [key]: next });
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <NumberInput {...months('answerMonths')} />
      <NumberInput {...months('opinionMonths')} />
    </SimpleGrid>
  );
}

export function UnitCategoryFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('settings');
  const categories = value.categories.proposal;
  const set = (next: typeof categories) => onChange({ ...value, categories: { proposal: next, suggestion: next } });
  const change = (index: number, part: Partial<(typeof categories)[number]>) =>
    set(categories.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Stack gap={6} role="group" aria-label={t('unit.categories')}>
      {categories.map((category, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            w="5rem"
            aria-label={t('unit.categoryMark', { number: index + 1 })}
            value={category.mark}
            maxLength={10}
            onChange={(event) => change(index, { mark: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            aria-label={t('unit.categoryMeaning', { number: index + 1 })}
            value={category.meaning}
            maxLength={100}
            onChange={(event) => change(index, { meaning: event.currentTarget.value })}
          />
          <IconAction
            label={t('unit.removeCategory', { mark: category.mark })}
            onClick={() => set(categories.toSpliced(index, 1))}
          >
            <IconX size={16} />
          </IconAction>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => set([...categories, { mark: '', meaning: '' }])}
        >
          {t('unit.addCategory')}
        </Button>
      </Group>
    </Stack>
  );
}

export function UnitOutputFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <Stack gap="sm">
      <Choice
        label={t('unit.form')}
        value={value.form}
        options={shippedFormIds.map((form) => ({ value: form, label: t(`unit.forms.${form}`) }))}
        onChange={(form) => onChange({ ...value, form })}
      />
      <Choice
        label={t('unit.seal')}
        value={value.seal}
        options={(['sealed', 'unsealed'] as const).map((seal) => ({ value: seal, label: t(`unit.${seal}`) }))}
        onChange={(seal) => onChange({ ...value, seal })}
      />
      <NamePatternInput
        value={value.fileNamePattern}
        onChange={(fileNamePattern) => onChange({ ...value, fileNamePattern })}
      />
    </Stack>
  );
}
