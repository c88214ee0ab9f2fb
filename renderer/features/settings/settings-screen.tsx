import { Container, Tabs, Title } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/navigation/navigation.ts';
import { settingsSections, type SettingsSection } from '../../shell/navigation/route.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import classes from './settings.module.css';

/** With all that draws its sample: nobody needs it at the start. */
const UnitSettings = lazy(async () => ({ default: (await import('./unit/unit-settings.tsx')).UnitSettings }));

const FormsSettings = lazy(async () => ({ default: (await import('../forms/forms-settings.tsx')).FormsSettings }));

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
            <Tabs.Panel value="unit" className={classes.panel}>
              <Suspense fallback={<Page>{<LoadingRows rows={6} />}</Page>}>
                <UnitSettings unit={settings.data.unit} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="forms" className={classes.panel}>
              <Suspense fallback={<Page>{<LoadingRows rows={6} />}</Page>}>
                <FormsSettings unit={settings.data.unit} />
              </Suspense>
            </Tabs.Panel>
            <Tabs.Panel value="profile" className={classes.panel}>
              <Page>
                <ProfileSettings profile={settings.data.profile} />
              </Page>
            </Tabs.Panel>
            <Tabs.Panel value="appearance" className={classes.panel}>
              <Page>
                <AppearanceSettings appearance={settings.data.appearance} />
              </Page>
            </Tabs.Panel>
            <Tabs.Panel value="data" className={classes.panel}>
              <Page>
                <DataSettings />
              </Page>
            </Tabs.Panel>
          </>
        )}
      </Tabs>
    </main>
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
