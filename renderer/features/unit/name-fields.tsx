import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SettingRow, type UnitFieldsProps } from './setting.tsx';
import { TextSetting } from './text-setting.tsx';

export function UnitNameFields(props: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  const text = (id: 'fullName' | 'shortName' | 'selfName' | 'docCode') => ({
    ...props,
    id,
    description: t(`about.${id}`),
    placeholder: t(`example.${id}`),
  });
  return (
    <Stack gap="sm">
      <TextSetting {...text('fullName')} />
      <SettingRow columns={3}>
        <TextSetting {...text('shortName')} />
        <TextSetting {...text('selfName')} />
        <TextSetting {...text('docCode')} />
      </SettingRow>
    </Stack>
  );
}

/** 代字 of series of their own. */
export function UnitSeriesFields(props: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  return (
    <SettingRow>
      <TextSetting {...props} id="docCodes.suggestion" placeholder={t('example.sameAsDocCode')} />
      <TextSetting {...props} id="docCodes.opinion" placeholder={t('example.sameAsDocCode')} />
    </SettingRow>
  );
}
