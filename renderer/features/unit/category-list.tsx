import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';

export type Categories = UnitSettings['categories']['proposal'];

interface CategoryListProps {
  label: string;
  value: Categories;
  onChange: (categories: Categories) => void;
}

/** Marks with their meanings, in the order in which they are offered. */
export function CategoryList({ label, value, onChange }: CategoryListProps) {
  const { t } = useTranslation('unit');
  const change = (index: number, part: Partial<Categories[number]>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      {value.map((category, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            w="5rem"
            aria-label={t('categories.mark', { number: index + 1 })}
            value={category.mark}
            maxLength={30}
            onChange={(event) => change(index, { mark: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            aria-label={t('categories.meaning', { number: index + 1 })}
            value={category.meaning}
            maxLength={100}
            onChange={(event) => change(index, { meaning: event.currentTarget.value })}
          />
          <IconAction
            label={t('categories.remove', { mark: category.mark })}
            onClick={() => onChange(value.toSpliced(index, 1))}
          >
            <IconX size={16} />
          </IconAction>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={value.length >= 20}
          onClick={() => onChange([...value, { mark: '', meaning: '' }])}
        >
          {t('categories.add')}
        </Button>
      </Group>
    </Stack>
  );
}
