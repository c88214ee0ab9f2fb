import { Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from './open-draft.ts';
import { useDraftState } from './use-draft-state.ts';
import classes from '../letter/letter.module.css';

/** Over a letter that is done: it is only read until it is opened again. */
export function FinishedNotice({ draft }: { draft: OpenDraft }) {
  const { t } = useTranslation('draft');
  const { isFinished, choose } = useDraftState(draft);
  if (!isFinished) return null;
  const reopen = async () => {
    await choose('drafting');
    draft.letter.focus();
  };
  return (
    <div className={classes.problem} data-tone="info" role="status">
      <IconLock size={18} aria-hidden />
      <Text fz="sm" flex={1}>
        {t('finished.text')}
      </Text>
      <Button variant="default" onClick={() => void reopen()}>
        {t('finished.reopen')}
      </Button>
    </div>
  );
}
