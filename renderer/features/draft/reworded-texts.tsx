import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../../editor/api.ts';
import { Notice } from '../../ui/notice.tsx';
import type { RewordedText } from './rewording.ts';
import classes from '../letter/letter.module.css';

/** What in the letter reads differently since kind or members changed, each with the way to it. */
export function RewordedTexts({ letter, texts }: { letter: LetterSession; texts: readonly RewordedText[] }) {
  const { t } = useTranslation('draft');
  if (texts.length === 0) return null;
  return (
    <Notice tone="info" role="status" title={t('reworded.title', { count: texts.length })}>
      <Text fz="xs" c="dimmed">
        {t('reworded.hint')}
      </Text>
      {texts.map(({ blockId, before, after }, index) => (
        <UnstyledButton
          key={index}
          className={classes.reworded}
          title={before}
          onClick={() => {
            if (blockId === null) letter.focusPart('title');
            else if (letter.focusBlock(blockId)) letter.flashBlocks([blockId]);
          }}
        >
          {after}
        </UnstyledButton>
      ))}
    </Notice>
  );
}
