import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Setting, SettingRow, type UnitFieldsProps } from './setting.tsx';

/** A person of the 附注: name, telephone, and the word printed before the name. */
export function UnitPersonFields({ value, onChange, person }: UnitFieldsProps & { person: 'contact' | 'leader' }) {
  const { t } = useTranslation('unit');
  const text = (key: 'name' | 'role' | 'phone') => ({
    label: t(`person.${key}`),
    value: value[person][key],
    maxLength: 100,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [person]: { ...value[person], [key]: event.currentTarget.value } }),
  });
  return (
    <Setting id={person}>
      <div role="group" aria-label={t(`label.${person}`)}>
        <SettingRow columns={3}>
          <TextInput {...text('name')} />
          <TextInput {...text('phone')} />
          <TextInput {...text('role')} />
        </SettingRow>
      </div>
    </Setting>
  );
}
