import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewMark, PreviewWarning } from '#shared/contract/preview.ts';
import type { LetterSession } from '../../editor/api.ts';
import { Notice } from '../../ui/notice.tsx';
import type { PagePlace, WarnedStretch } from './preview-pages.tsx';
import classes from './preview.module.css';

/** pt: upper edge of the type area, and a line of the grid. */
const TOP = (37 / 25.4) * 72;
const LINE = 29;

interface PreviewWarningsProps {
  warnings: readonly PreviewWarning[];
  letter: LetterSession;
  onShow: (place: PagePlace) => void;
}

/** What is wrong with the pages, and what to do about it. */
export function PreviewWarnings({ warnings, letter, onShow }: PreviewWarningsProps) {
  const { t } = useTranslation('preview');
  const fonts = warnings.flatMap((warning) => (warning.kind === 'font' ? [warning] : []));
  const others = warnings.filter((warning) => warning.kind !== 'font');
  const { tail } = useSyncExternalStore(letter.headAndTail.subscribe, letter.headAndTail.get);
  if (warnings.length === 0 && tail.linePitch === undefined) return null;
  return (
    <div className={classes.warnings} role="status">
      <CloserLines letter={letter} />
      {others.map((warning) =>
        warning.kind === 'title-lines' ? (
          <Notice key={warning.kind} tone="warning" title={t('warning.title-lines.title', { lines: warning.lines })}>
            <Text fz="xs">{t('warning.title-lines.todo')}</Text>
            <Button mt={4} size="compact-xs" variant="default" onClick={() => letter.focusPart('title')}>
              {t('warning.title-lines.do')}
            </Button>
          </Notice>
        ) : (
          <Notice key={warning.kind} tone="warning" title={leftOverTitle(t, warning)}>
            <Text fz="xs">
              {warning.tighterPitch === null
                ? t('warning.left-over.todo')
                : t('warning.left-over.tighter', { pitch: warning.tighterPitch })}
            </Text>
            <Group gap="xs" mt={4}>
              <Button size="compact-xs" variant="default" onClick={() => onShow({ page: warning.page, x: 0, y: 0 })}>
                {t('warning.left-over.do')}
              </Button>
              <TighterLines letter={letter} pitch={warning.tighterPitch} />
            </Group>
          </Notice>
        ),
      )}
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

/** Where on the pages the warnings belong. */
export function warnedStretches(
  t: TFunction<'preview'>,
  warnings: readonly PreviewWarning[],
  marks: readonly PreviewMark[],
): WarnedStretch[] {
  return warnings.flatMap((warning): WarnedStretch[] => {
    if (warning.kind === 'font') return [];
    const { page } = warning;
    if (warning.kind === 'left-over') {
      const end = marks.findLast((mark) => mark.page === page && mark.part !== 'colophon');
      return [{ page, from: TOP, to: Math.max(TOP, end?.y ?? 0) + LINE / 3, title: leftOverTitle(t, warning) }];
    }
    const title = marks.find(({ part }) => part === 'title');
    if (!title) return [];
    const from = title.y - LINE * 0.75;
    return [
      { page, from, to: from + warning.lines * LINE, title: t('warning.title-lines.title', { lines: warning.lines }) },
    ];
  });
}

/** Sets the lines of this letter closer, as one step that can be undone. */
function TighterLines({ letter, pitch }: { letter: LetterSession; pitch: number | null }) {
  const { t } = useTranslation('preview');
  if (pitch === null) return null;
  return (
    <Button
      size="compact-xs"
      variant="filled"
      onClick={() => letter.changeTail((tail) => ({ ...tail, linePitch: pitch }))}
    >
      {t('warning.left-over.tighten')}
    </Button>
  );
}

/** A letter set closer says so, with the way back. */
function CloserLines({ letter }: { letter: LetterSession }) {
  const { t } = useTranslation('preview');
  const { tail } = useSyncExternalStore(letter.headAndTail.subscribe, letter.headAndTail.get);
  if (tail.linePitch === undefined) return null;
  return (
    <Notice tone="info" title={t('closer.title', { pitch: tail.linePitch })}>
      <Button
        mt={4}
        size="compact-xs"
        variant="default"
        onClick={() => letter.changeTail(({ linePitch: _closer, ...usual }) => usual)}
      >
        {t('closer.undo')}
      </Button>
    </Notice>
  );
}

function leftOverTitle(t: TFunction<'preview'>, warning: Extract<PreviewWarning, { kind: 'left-over' }>): string {
  const { page, lines } = warning;
  return lines === 0 ? t('warning.left-over.alone', { page }) : t('warning.left-over.title', { page, lines });
}
