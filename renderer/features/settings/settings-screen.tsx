import { Container, Tabs, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../app/navigation.ts';
import { settingsSections, type SettingsSection } from '../../app/route.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../ui/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { UnitSettingsForm } from './unit-settings-form.tsx';

export function SettingsScreen({ section }: { section: SettingsSection }) {
  const { t } = useTranslation('settings');
  const settings = useQueryCall('settings.get', {});
  return (
    <main style={{ height: '100%', overflow: 'auto' }} aria-label={t('title')} data-region="settings">
      <Container size="md" py="md" px="lg">
        <Title order={1} fz="xl" mb="md">
          {t('title')}
        </Title>
        <Tabs
          value={section}
          onChange={(value) => void navigate({ name: 'settings', section: value as SettingsSection })}
          keepMounted={false}
        >
          <Tabs.List mb="lg">
            {settingsSections.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`section.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {!settings.data ? (
            settings.error ? (
              <ErrorView error={settings.error} onRetry={() => void settings.refetch()} />
            ) : (
              <LoadingRows rows={6} />
            )
          ) : (
            <>
              <Tabs.Panel value="unit">
                <UnitSettingsForm unit={settings.data.unit} />
              </Tabs.Panel>
              <Tabs.Panel value="profile">
                <ProfileSettings profile={settings.data.profile} />
              </Tabs.Panel>
              <Tabs.Panel value="appearance">
                <AppearanceSettings appearance={settings.data.appearance} />
              </Tabs.Panel>
              <Tabs.Panel value="data">
                <DataSettings />
              </Tabs.Panel>
            </>
          )}
        </Tabs>
      </Container>
    </main>
  );
}
