import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { wordingKinds, type WordingKind } from '#shared/domain/unit-for-case.ts';
import type { SettingId } from '#shared/domain/unit-setting-index.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { ErrorView } from '../../../shell/errors/error-view.tsx';
import type { PageStore } from '../../preview/page-store.ts';
import type { PreviewPagesHandle } from '../../preview/preview-pages.tsx';
import { SamplePreview } from '../../preview/sample-preview.tsx';
import { sampleLetter } from './sample-letter.ts';
import { partOf } from './setting-part.ts';
import classes from './unit-screen.module.css';

interface UnitPreviewProps {
  store: PageStore;
  unit: UnitSettings;
  kind: WordingKind;
  /** The setting one is at: its place on the letter is brought into view. */
  focused: SettingId | null;
  onKindChange: (kind: WordingKind) => void;
}

/** A letter as it would print with the settings as they stand on the screen. */
export function UnitPreview({ store, unit, kind, focused, onKindChange }: UnitPreviewProps) {
  const { t } = useTranslation('unit');
  const { error, marks } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const letter = useMemo(() => sampleLetter(unit, kind), [unit, kind]);
  const pages = useRef<PreviewPagesHandle>(null);
  const part = focused && partOf(focused);
  useEffect(() => {
    const mark = part === null ? undefined : marks.find((candidate) => candidate.part === part);
    if (mark) pages.current?.reveal(mark);
  }, [part, marks]);
  return (
    <section className={classes.preview} aria-label={t('screen.preview')} data-region="settings-preview">
      <div className={classes.previewHead}>
        <Text fz="sm" fw={600} title={t('screen.previewHint')}>
          {t('screen.preview')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('kind.label')}
          value={kind}
          data={wordingKinds.map((option) => ({ value: option, label: t(`kind.${option}`) }))}
          onChange={(chosen) => {
            const next = wordingKinds.find((option) => option === chosen);
            if (next) onKindChange(next);
          }}
        />
      </div>
      {error && <ErrorView error={error} onRetry={() => void store.render(letter)} />}
      <div className={classes.pages}>
        <SamplePreview letter={letter} zoom="page" store={store} handle={pages} />
      </div>
    </section>
  );
}
