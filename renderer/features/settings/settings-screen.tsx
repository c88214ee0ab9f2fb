import { Container, Tabs, Title } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract/index.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { settingsSections, type SettingsSection } from '../../shell/navigation/route.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { sections, type SettingsSectionEntry } from './sections.tsx';
import classes from './settings.module.css';

export function SettingsScreen({ section }: { section: SettingsSection }) {
  const { t } = useTranslation('settings');
  const settings = useQueryCall('settings.get', {});
  return (
    <main className={classes.screen} aria-label={t('title')}>
      <Tabs
        className={classes.tabs}
        value={section}
        onChange={(value) => void navigate({ name: 'settings', section: value as SettingsSection })}
        keepMounted={false}
      >
        <div className={classes.head} data-region="settings-sections">
          <Title order={1} fz="xl">
            {t('title')}
          </Title>
          <Tabs.List>
            {settingsSections.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`section.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </div>
        {!settings.data ? (
          <Page>
            {settings.error ? (
              <ErrorView error={settings.error} onRetry={() => void settings.refetch()} />
            ) : (
              <LoadingRows rows={6} />
            )}
          </Page>
        ) : (
          <>
            {settingsSections.map((name) => (
              <Tabs.Panel key={name} value={name} className={classes.panel}>
                <Section {...sections[name]} settings={settings.data} />
              </Tabs.Panel>
            ))}
          </>
        )}
      </Tabs>
    </main>
  );
}

function Section({ Content, isPage, settings }: SettingsSectionEntry & { settings: Output<'settings.get'> }) {
  const content = <Content settings={settings} />;
  if (isPage) return <Page>{content}</Page>;
  return (
    <Suspense
      fallback={
        <Page>
          <LoadingRows rows={6} />
        </Page>
      }
    >
      {content}
    </Suspense>
  );
}

/** A section that is read from top to bottom. */
function Page({ children }: { children: ReactNode }) {
  return (
    <div className={classes.page} data-region="settings">
      <Container size="md" py="lg" px="lg">
        {children}
      </Container>
    </div>
  );
}
