import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Setting, type UnitFieldsProps } from './setting.tsx';
import { valueAt, withValueAt, type SettingId } from '#shared/domain/unit-setting-index.ts';

interface TextSettingProps extends UnitFieldsProps {
  /** Of a setting whose value is text. */
  id: SettingId;
  description?: string;
  placeholder?: string;
  maxLength?: number;
}

export function TextSetting({ id, value, onChange, problem, description, placeholder, maxLength }: TextSettingProps) {
  const { t } = useTranslation('unit');
  return (
    <Setting id={id}>
      <TextInput
        label={t(`label.${id}`)}
        description={description}
        placeholder={placeholder}
        value={String(valueAt(value, id))}
        maxLength={maxLength ?? 100}
        error={problem?.(id)}
        onChange={(event) => onChange(withValueAt(value, id, event.currentTarget.value))}
      />
    </Setting>
  );
}
