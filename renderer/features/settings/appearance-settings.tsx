import { Slider, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appearance } from '#shared/contract/settings.ts';
import { useCommand } from '../../rpc/hooks.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { Section } from './section.tsx';

const scaleMarks = [90, 100, 125, 150].map((value) => ({ value, label: `${value}%` }));

/** Takes effect and is stored with each choice. */
export function AppearanceSettings({ appearance }: { appearance: Appearance }) {
  const { t } = useTranslation('settings');
  const { t: app } = useTranslation('app');
  const save = useCommand('settings.saveAppearance');
  const [scale, setScale] = useState(appearance.uiScale);
  const set = (part: Partial<Appearance>) => save.mutate({ appearance: { ...appearance, ...part } });
  return (
    <Stack gap="xl" maw="34rem">
      <Section title={t('appearance.language')}>
        <Choice
          hideLabel
          label={t('appearance.language')}
          value={appearance.language}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => set({ language })}
        />
      </Section>
      <Section title={t('appearance.colorScheme')}>
        <Choice
          hideLabel
          label={t('appearance.colorScheme')}
          value={appearance.colorScheme}
          options={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: app(`theme.${value}`) }))}
          onChange={(colorScheme) => set({ colorScheme })}
        />
      </Section>
      <Section title={t('appearance.uiScale')} hint={t('appearance.uiScaleHint')}>
        <Slider
          mb="lg"
          thumbLabel={t('appearance.uiScale')}
          min={90}
          max={150}
          step={5}
          marks={scaleMarks}
          label={(value) => `${value}%`}
          value={scale}
          onChange={setScale}
          onChangeEnd={(uiScale) => set({ uiScale })}
        />
      </Section>
      <Section title={t('appearance.paper')}>
        <Switch
          label={t('appearance.dimPaper')}
          description={t('appearance.dimPaperHint')}
          checked={appearance.dimPaper}
          onChange={(event) => set({ dimPaper: event.currentTarget.checked })}
        />
      </Section>
      {save.error && <ErrorView error={save.error} />}
    </Stack>
  );
}
