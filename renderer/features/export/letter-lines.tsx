import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewedLetter } from './use-publication.ts';

const SHOWN = 3;

interface LetterLinesProps {
  letters: readonly ReviewedLetter[];
  /** One of several letters is named; the only one needs no name. */
  isBatch: boolean;
  detail: (letter: ReviewedLetter) => string;
}

/** The first of some letters, each with what is the matter. */
export function LetterLines({ letters, isBatch, detail }: LetterLinesProps) {
  const { t } = useTranslation('publication');
  const titled = (letter: ReviewedLetter) => (letter.title === '' ? t('untitled') : letter.title);
  return (
    <>
      {letters.slice(0, SHOWN).map((letter) => (
        <Text key={letter.documentId} fz="sm">
          {[isBatch ? titled(letter) : '', detail(letter)].filter((text) => text !== '').join(' · ')}
        </Text>
      ))}
      {letters.length > SHOWN && <Text fz="sm">{t('more', { count: letters.length - SHOWN })}</Text>}
    </>
  );
}
