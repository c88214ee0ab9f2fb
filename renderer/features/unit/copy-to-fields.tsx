import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordingKinds } from '#shared/domain/unit-for-case.ts';
import { Setting, type UnitFieldsProps } from './setting.tsx';

/** 抄送 of new letters: one unit a line, as it is typed or pasted. */
export function UnitCopyToFields({ value, onChange, problem }: UnitFieldsProps) {
  const { t } = useTranslation('unit');
  return (
    <Stack gap="sm">
      {wordingKinds.map((kind) => (
        <Setting key={kind} id={`copyTo.${kind}`}>
          <Textarea
            autosize
            minRows={2}
            maxRows={8}
            label={t(`label.copyTo.${kind}`)}
            placeholder={t('about.copyTo')}
            error={problem?.(`copyTo.${kind}`)}
            value={value.copyTo[kind].join('\n')}
            // Empty lines stay while one types; they go when the settings are stored.
            onChange={({ currentTarget: { value: text } }) =>
              onChange({ ...value, copyTo: { ...value.copyTo, [kind]: text === '' ? [] : text.split('\n') } })
            }
          />
        </Setting>
      ))}
    </Stack>
  );
}
