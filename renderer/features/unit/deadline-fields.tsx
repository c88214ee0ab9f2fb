import { NumberInput, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Setting, SettingRow, type UnitFieldsProps } from './setting.tsx';

type MonthsKey = 'answerMonths' | 'opinionMonths' | 'extensionMonths' | 'reanswerMonths';
type DaysKey = 'returnWorkingDays' | 'publicationWorkingDays';

function TimeSetting({ value, onChange, id, min = 1 }: UnitFieldsProps & { id: MonthsKey | DaysKey; min?: number }) {
  const { t } = useTranslation('unit');
  const inDays = id === 'returnWorkingDays' || id === 'publicationWorkingDays';
  return (
    <Setting id={id}>
      <NumberInput
        label={t(`label.${id}`)}
        value={value[id]}
        min={min}
        max={inDays ? 60 : 12}
        clampBehavior="strict"
        allowDecimal={false}
        suffix={t(inDays ? 'workingDays' : 'months')}
        onChange={(next) => {
          if (typeof next === 'number') onChange({ ...value, [id]: next });
        }}
      />
    </Setting>
  );
}

/** What due dates are reckoned from. */
export function UnitDeadlineFields(props: UnitFieldsProps) {
  return (
    <SettingRow>
      <TimeSetting {...props} id="answerMonths" />
      <TimeSetting {...props} id="opinionMonths" />
    </SettingRow>
  );
}

/** What is kept for the work after the answer. */
export function UnitLaterDeadlineFields(props: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  return (
    <Stack gap="xs">
      <Text c="dimmed" fz="sm">
        {t('about.deadlinesLater')}
      </Text>
      <SettingRow>
        <TimeSetting {...props} id="extensionMonths" min={0} />
        <TimeSetting {...props} id="reanswerMonths" />
        <TimeSetting {...props} id="returnWorkingDays" />
        <TimeSetting {...props} id="publicationWorkingDays" />
      </SettingRow>
    </Stack>
  );
}
