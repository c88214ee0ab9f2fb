import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  children: ReactNode;
}

/** Keeps a defect in one panel from taking the window down. The rest goes on; the panel can be loaded again. */
export class FeatureBoundary extends Component<Props, { error: Error | null; incidentId: string }> {
  override state = { error: null as Error | null, incidentId: '' };

  static getDerivedStateFromError(error: unknown) {
    return {
      error: error instanceof Error ? error : new Error(String(error)),
      incidentId: `w-${Date.now().toString(36)}`,
    };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(`incident ${this.state.incidentId}`, error, info.componentStack);
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <BoundaryMessage incidentId={this.state.incidentId} reload={() => this.setState({ error: null })} />;
  }
}

function BoundaryMessage({ incidentId, reload }: { incidentId: string; reload: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="xs" role="alert" align="flex-start">
      <Title order={3} fz="md">
        {t('boundary.title')}
      </Title>
      <Text>{t('boundary.text')}</Text>
      <Group gap="sm">
        <Button onClick={reload}>{t('boundary.reload')}</Button>
        <Text c="dimmed" fz="xs">
          {incidentId}
        </Text>
      </Group>
    </Stack>
  );
}
