import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewedLetter } from './use-publication.ts';

const SHOWN = 3;

interface LetterLinesProps {
  letters: readonly ReviewedLetter[];
  detail: (letter: ReviewedLetter) => string;
}

/** The first of some letters, each with what is the matter; one alone needs no title. */
export function LetterLines({ letters, detail }: LetterLinesProps) {
  const { t } = useTranslation('publication');
  const titled = (letter: ReviewedLetter) => (letter.title === '' ? t('untitled') : letter.title);
  return (
    <>
      {letters.slice(0, SHOWN).map((letter) => (
        <Text key={letter.documentId} fz="sm">
          {letters.length === 1 ? detail(letter) : [titled(letter), detail(letter)].filter(Boolean).join(' · ')}
        </Text>
      ))}
      {letters.length > SHOWN && <Text fz="sm">{t('more', { count: letters.length - SHOWN })}</Text>}
    </>
  );
}
