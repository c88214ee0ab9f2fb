import { Radio, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetSummary } from '#shared/contract/sheets.ts';

interface SheetChoiceProps {
  sheets: readonly SheetSummary[];
  value: string;
  onChange: (sheetId: string) => void;
}

const groups = ['form', 'envelope', 'labels'] as const;

function groupOf(sheet: SheetSummary): (typeof groups)[number] {
  if (sheet.for === 'labels') return 'labels';
  return sheet.isAddressed ? 'envelope' : 'form';
}

export function SheetChoice({ sheets, value, onChange }: SheetChoiceProps) {
  const { t } = useTranslation('sheets');
  const list = useRef<HTMLDivElement>(null);
  // The dialog opened before the list was there, with the focus on its close button.
  useEffect(() => list.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  return (
    <Radio.Group value={value} onChange={onChange} aria-label={t('sheet')}>
      <Stack gap="sm" ref={list}>
        {groups.map((group) => {
          const members = sheets.filter((sheet) => groupOf(sheet) === group);
          if (members.length === 0) return null;
          return (
            <div key={group}>
              <Text fz="xs" c="dimmed" mb={4}>
                {t(`group.${group}`)}
              </Text>
              <Stack gap={6}>
                {members.map(({ id, name }) => (
                  <Radio key={id} value={id} label={name} />
                ))}
              </Stack>
            </div>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}
