import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LetterLines } from './letter-lines.tsx';
import type { PublicationState } from './use-publication.ts';

/** Open changes and comments are named before they leave in a file, and the person says what becomes of them. */
export function ReviewQuestion({ publication, isBatch }: { publication: PublicationState; isBatch: boolean }) {
  const { t } = useTranslation('publication');
  const { openReviews: letters, review } = publication;
  if (letters.length === 0) return null;
  return (
    <Notice tone="warning" title={t('review.title', { count: letters.length })}>
      <LetterLines letters={letters} isBatch={isBatch} detail={(letter) => t('review.counts', letter.review)} />
      <div style={{ marginBlock: '0.375rem' }}>
        <Choice
          label={t('review.label')}
          hideLabel
          value={review ?? ''}
          options={[
            { value: 'accept', label: t('review.accept') },
            { value: 'reject', label: t('review.reject') },
          ]}
          onChange={(value) => value !== '' && publication.setReview(value)}
        />
      </div>
      <Text fz="xs" c="dimmed">
        {t('review.hint')}
      </Text>
    </Notice>
  );
}
