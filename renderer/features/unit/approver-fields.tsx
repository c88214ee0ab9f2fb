import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { Setting, type UnitFieldsProps } from './setting.tsx';

/** 审批流程: the steps in their order, and who takes them where that is always the same. */
export function UnitApproverFields({ value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  const { approvers } = value;
  const set = (next: typeof approvers) => onChange({ ...value, approvers: next });
  const change = (index: number, part: Partial<(typeof approvers)[number]>) =>
    set(approvers.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const swap = (index: number) => {
    const [first, second] = [approvers[index], approvers[index + 1]];
    if (first && second) set(approvers.toSpliced(index, 2, second, first));
  };
  return (
    <Setting id="approvers">
      <Stack gap={6} role="group" aria-label={t('label.approvers')}>
        <Group gap="xs" wrap="nowrap" aria-hidden>
          <Text flex={1} fz="sm" c="dimmed">
            {t('approvers.stepColumn')}
          </Text>
          <Text flex={1} fz="sm" c="dimmed">
            {t('approvers.nameColumn')}
          </Text>
          <div style={{ width: 'calc(6rem + 2 * var(--mantine-spacing-xs))' }} />
        </Group>
        {approvers.map(({ step, name }, index) => (
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              aria-label={t('approvers.step', { number: index + 1 })}
              value={step}
              maxLength={30}
              error={step.trim() === '' && name.trim() !== '' && t('approvers.stepMissing')}
              onChange={(event) => change(index, { step: event.currentTarget.value })}
            />
            <TextInput
              flex={1}
              aria-label={t('approvers.name', { number: index + 1 })}
              value={name}
              maxLength={50}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <Group gap="xs" wrap="nowrap">
              <IconAction
                label={t('approvers.up', { number: index + 1 })}
                disabled={index === 0}
                onClick={() => swap(index - 1)}
              >
                <IconArrowUp size={16} />
              </IconAction>
              <IconAction
                label={t('approvers.down', { number: index + 1 })}
                disabled={index === approvers.length - 1}
                onClick={() => swap(index)}
              >
                <IconArrowDown size={16} />
              </IconAction>
              <IconAction
                label={t('approvers.remove', { number: index + 1 })}
                onClick={() => set(approvers.toSpliced(index, 1))}
              >
                <IconX size={16} />
              </IconAction>
            </Group>
          </Group>
        ))}
        <Group>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={approvers.length >= 12}
            onClick={() => set([...approvers, { step: '', name: '' }])}
          >
            {t('approvers.add')}
          </Button>
        </Group>
      </Stack>
    </Setting>
  );
}
