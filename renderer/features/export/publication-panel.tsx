import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../../shell/errors/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { FindingList } from './finding-list.tsx';
import { LetterLines } from './letter-lines.tsx';
import { ReviewQuestion } from './review-question.tsx';
import type { PublicationState } from './use-publication.ts';
import classes from './publication.module.css';

/** What has to be settled before letters go on the web: may they, what is left out, what is kept all the same. */
export function PublicationPanel({ publication, onClose }: { publication: PublicationState; onClose: () => void }) {
  const { t } = useTranslation(['publication', 'errors']);
  const { t: tErrors } = useTranslation('errors');
  const letters = publication.letters ?? [];
  const isBatch = letters.length > 1;
  const refused = letters.filter(({ refusal }) => refusal !== null);
  const publishable = letters.filter(({ refusal }) => refusal === null);
  const onRequest = publishable.filter(({ disclosure }) => disclosure === 'on-request');
  const undecided = publishable.filter(({ disclosure }) => disclosure === null);
  return (
    <Stack gap="sm" className={classes.panel}>
      {refused.length > 0 && (
        <Notice tone="danger" role="status" title={t('refused', { count: refused.length })}>
          <LetterLines
            letters={refused}
            isBatch={isBatch}
            detail={({ refusal }) => (refusal === null ? '' : refusalText(tErrors, refusal))}
          />
        </Notice>
      )}
      {onRequest.length > 0 && (
        <Notice tone="warning" title={t('onRequest', { count: onRequest.length })}>
          {isBatch && <LetterLines letters={onRequest} isBatch detail={() => ''} />}
        </Notice>
      )}
      {undecided.length > 0 && (
        <Notice tone="warning" title={t('undecided', { count: undecided.length })}>
          {isBatch && <LetterLines letters={undecided} isBatch detail={() => ''} />}
        </Notice>
      )}
      <ReviewQuestion publication={publication} isBatch={isBatch} />
      {publishable.length > 0 && <FindingList publication={publication} onClose={onClose} />}
      <KeptNotice publication={publication} />
    </Stack>
  );
}

/** What stays in is said once more, each by its words, and has to be confirmed. */
function KeptNotice({ publication }: { publication: PublicationState }) {
  const { t } = useTranslation(['publication', 'common']);
  const { kept } = publication;
  if (kept.length === 0) return null;
  return (
    <Notice tone="warning" role="status" title={t('keptTitle', { count: kept.length })}>
      <Text fz="sm">
        {kept.map(({ finding }) => `${t(`kind.${finding.kind}`)} ${finding.text}`).join(t('common:listSeparator'))}
      </Text>
      <Checkbox
        mt={6}
        label={t('keptConfirm')}
        checked={publication.isKeptConfirmed}
        onChange={(event) => publication.confirmKept(event.currentTarget.checked)}
      />
    </Notice>
  );
}

/** What a unit does not publish besides personal data. */
export function PublicationScope({ publication }: { publication: PublicationState }) {
  const { t } = useTranslation('publication');
  const { options, setOptions } = publication;
  return (
    <div role="group" aria-label={t('scope.label')}>
      <Text component="div" fz="sm" fw={500} mb={6}>
        {t('scope.label')}
      </Text>
      <Stack gap={8}>
        <Checkbox
          label={t('scope.contacts')}
          checked={options.contacts === 'office'}
          onChange={(event) =>
            setOptions(
              event.currentTarget.checked
                ? { contacts: 'office', officeLandlines: 'keep' }
                : { contacts: 'none', officeLandlines: 'remove' },
            )
          }
        />
        <Checkbox
          label={t('scope.category')}
          checked={options.hasCategory}
          onChange={(event) => setOptions({ hasCategory: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('scope.copyTo')}
          checked={options.hasCopyTo}
          onChange={(event) => setOptions({ hasCopyTo: event.currentTarget.checked })}
        />
      </Stack>
    </div>
  );
}
