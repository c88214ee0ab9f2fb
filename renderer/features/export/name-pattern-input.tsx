import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameTokens, shownPattern, storedPattern, type TokenLabels } from './name-pattern.ts';

interface NamePatternInputProps {
  /** As stored, with `{title}` and so on. */
  value: string;
  onChange: (pattern: string) => void;
}

/** Edits the pattern of file names in words, with a button for each part. */
export function NamePatternInput({ value, onChange }: NamePatternInputProps) {
  const { t } = useTranslation('exporting');
  const labels = Object.fromEntries(nameTokens.map((token) => [token, t(`token.${token}`)])) as TokenLabels;
  // While a part is half typed, what is shown is not what the stored pattern would show.
  const [shown, setShown] = useState(() => shownPattern(value, labels));
  const change = (next: string) => {
    setShown(next);
    onChange(storedPattern(next, labels));
  };
  return (
    <div>
      <TextInput
        label={t('namePattern')}
        value={storedPattern(shown, labels) === value ? shown : shownPattern(value, labels)}
        maxLength={200}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        {nameTokens.map((token) => (
          <Button
            key={token}
            variant="default"
            size="compact-sm"
            mih={32}
            aria-label={t('addToken', { token: labels[token] })}
            onClick={() => change(`${shownPattern(value, labels)} {${labels[token]}}`.trim())}
          >
            {labels[token]}
          </Button>
        ))}
      </Group>
    </div>
  );
}
