import { SegmentedControl, Text } from '@mantine/core';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { wordingKinds, type WordingKind } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { ErrorView } from '../../../ui/error-view.tsx';
import type { PageStore } from '../../preview/page-store.ts';
import { SamplePreview } from '../../preview/sample-preview.tsx';
import { sampleLetter } from './sample-letter.ts';
import classes from './unit-screen.module.css';

interface UnitPreviewProps {
  store: PageStore;
  unit: UnitSettings;
  kind: WordingKind;
  onKindChange: (kind: WordingKind) => void;
}

/** A letter as it would print with the settings as they stand on the screen. */
export function UnitPreview({ store, unit, kind, onKindChange }: UnitPreviewProps) {
  const { t } = useTranslation('unit');
  const { error } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const letter = useMemo(() => sampleLetter(unit, kind), [unit, kind]);
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
        <SamplePreview letter={letter} store={store} />
      </div>
    </section>
  );
}
