import { Center, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '#shared/contract/app.ts';
import type { Output } from '#shared/contract/index.ts';
import { Assistant } from '../features/assistant/assistant.tsx';
import { useBackend, useQueryCall } from '../rpc/hooks.ts';
import { ErrorView } from '../shell/errors/error-view.tsx';
import { useAfter } from '../ui/loading-rows.tsx';
import { applyAppearance, AppearanceBridge } from './appearance.tsx';
import { Frame } from './frame.tsx';
import { StoreProblem } from './store-problem.tsx';
import { keepWorkspace, restoreWorkspace } from '../shell/navigation/workspace.ts';

/** From nothing to the first screen: connecting, something in the way, first start, ready. */
export function StartUp() {
  const status = useQueryCall('app.status', {});
  const [started, setStarted] = useState(false);
  if (!started && status.data?.state === 'ready') setStarted(true);
  // From then on there may be unsaved text on the screen, so a problem is shown beside it (`frame.tsx`).
  if (started) return <Ready />;
  if (status.data?.state === 'needsAttention') return <NeedsAttention status={status.data} />;
  if (status.error) {
    return (
      <StartUpPage>
        <ErrorView size="screen" error={status.error} onRetry={() => void status.refetch()} />
      </StartUpPage>
    );
  }
  return <Connecting />;
}

function Ready() {
  const settings = useQueryCall('settings.get', {});
  if (settings.data) return <Restored settings={settings.data} />;
  if (settings.error) {
    return (
      <StartUpPage>
        <ErrorView size="screen" error={settings.error} onRetry={() => void settings.refetch()} />
      </StartUpPage>
    );
  }
  return <Connecting />;
}

function Restored({ settings }: { settings: Output<'settings.get'> }) {
  const backend = useBackend();
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    if (restored) return keepWorkspace(backend);
    restoreWorkspace(settings.workspace);
    void applyAppearance(settings.appearance).then(() => setRestored(true));
    return undefined;
    // Only what was stored at the start counts: later the window is the one that knows.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [backend, restored]);
  if (!restored) return <Connecting />;
  return (
    <AppearanceBridge appearance={settings.appearance}>
      {settings.unitConfigured ? <Frame /> : <Assistant settings={settings} />}
    </AppearanceBridge>
  );
}

function Connecting() {
  const { t } = useTranslation('app');
  const visible = useAfter();
  const late = useAfter(3000);
  return (
    <Center h="100%" role="status" style={{ visibility: visible ? 'visible' : 'hidden' }}>
      <Stack align="center" gap="sm">
        <Loader size="sm" />
        <Text>{t('start.connecting')}</Text>
        {late && <Text c="dimmed">{t('start.late')}</Text>}
      </Stack>
    </Center>
  );
}

function NeedsAttention({ status }: { status: AppStatus }) {
  const { t } = useTranslation('app');
  return (
    <StartUpPage>
      <StoreProblem status={status} size="screen" />
      <Stack gap={2} mt="sm">
        <Text c="dimmed" fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('start.dataFolder', { path: status.dataFolder })}
        </Text>
        <Text c="dimmed" fz="sm">
          {t('start.version', { version: status.appVersion })}
        </Text>
      </Stack>
    </StartUpPage>
  );
}

function StartUpPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Center h="100%" p="xl" component="main" style={{ overflow: 'auto' }}>
      <Paper withBorder p="xl" w="min(40rem, 100%)" radius="md">
        <Title order={1} fz="md" c="dimmed" mb="md" fw={500}>
          {t('product')}
        </Title>
        <Stack gap="sm">{children}</Stack>
      </Paper>
    </Center>
  );
}
