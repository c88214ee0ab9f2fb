import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreviewMark, PreviewWarning } from '#shared/contract/preview.ts';
import type { LetterSession } from '../../editor/api.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PagePlace } from './preview-pages.tsx';
import classes from './preview.module.css';

interface PreviewWarningsProps {
  warnings: readonly PreviewWarning[];
  marks: readonly PreviewMark[];
  letter: LetterSession;
  onShow: (place: PagePlace) => void;
}

/** What is wrong with the pages, and what to do about it. */
export function PreviewWarnings({ warnings, marks, letter, onShow }: PreviewWarningsProps) {
  const { t } = useTranslation('preview');
  const fonts = warnings.flatMap((warning) => (warning.kind === 'font' ? [warning] : []));
  const others = warnings.filter((warning) => warning.kind !== 'font');
  if (warnings.length === 0) return null;
  const show = (part: PreviewMark['part']) => {
    const mark = marks.find((candidate) => candidate.part === part);
    if (mark) onShow(mark);
  };
  return (
    <div className={classes.warnings} role="status">
      {others.map((warning) => (
        <Notice key={warning.kind} tone="warning" title={t(`warning.${warning.kind}.title`, warningValues(warning))}>
          <Text fz="xs">{t(`warning.${warning.kind}.todo`)}</Text>
          <Group gap="xs" mt={4}>
            {warning.kind === 'title-lines' ? (
              <Button size="compact-xs" variant="default" onClick={() => letter.focusPart('title')}>
                {t('warning.title-lines.do')}
              </Button>
            ) : (
              <Button size="compact-xs" variant="default" onClick={() => show('signature')}>
                {t('warning.signature-alone.do')}
              </Button>
            )}
          </Group>
        </Notice>
      ))}
      {fonts.length > 0 && (
        <details className={classes.fonts}>
          <summary>{t('warning.font.title', { count: fonts.length })}</summary>
          <Text fz="xs">{t('warning.font.todo')}</Text>
          <ul>
            {fonts.map(({ wanted, used }) => (
              <li key={wanted}>{t('warning.font.item', { wanted, used })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function warningValues(warning: Exclude<PreviewWarning, { kind: 'font' }>): { page: number; lines: number } {
  return { page: warning.page, lines: warning.kind === 'title-lines' ? warning.lines : 0 };
}
