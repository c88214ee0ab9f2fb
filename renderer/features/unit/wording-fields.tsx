import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordingKinds, type WordingKind } from '#shared/domain/unit-for-case.ts';
import { contactPatternNames, letterPatternNames } from '#shared/domain/wording-pattern.ts';
import { Choice } from '../../ui/choice.tsx';
import { PatternInput } from './pattern-input.tsx';
import { SettingRow, type UnitFieldsProps } from './setting.tsx';
import { TextSetting } from './text-setting.tsx';

interface UnitWordingFieldsProps extends UnitFieldsProps {
  kind: WordingKind;
  onKindChange: (kind: WordingKind) => void;
}

/** Title, opening and closing of one kind of letter at a time, and the words of the notes. */
export function UnitWordingFields({ kind, onKindChange, ...props }: UnitWordingFieldsProps) {
  const { t } = useTranslation('unit');
  const standard = t('example.standardWords');
  return (
    <Stack gap="sm">
      <Choice
        label={t('kind.label')}
        value={kind}
        options={wordingKinds.map((option) => ({ value: option, label: t(`kind.${option}`) }))}
        onChange={onKindChange}
      />
      {(['title', 'opening', 'closing'] as const).map((part) => (
        <PatternInput
          key={`${part} ${kind}`}
          {...props}
          id={`wording.${part}.${kind}`}
          names={letterPatternNames}
          label={t(`pattern.${part}`)}
          placeholder={t('example.templateWords')}
          isMultiline={part !== 'opening'}
        />
      ))}
      <PatternInput
        {...props}
        id="wording.contact"
        names={contactPatternNames}
        description={t('about.contactPattern')}
        placeholder={standard}
      />
      <SettingRow columns={3}>
        <TextSetting {...props} id="wording.disclosure.public" placeholder={standard} />
        <TextSetting {...props} id="wording.disclosure.onRequest" placeholder={standard} />
        <TextSetting {...props} id="wording.disclosure.withheld" placeholder={standard} />
      </SettingRow>
    </Stack>
  );
}
