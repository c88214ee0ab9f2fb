import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { asTyped, errorText, type AnyError, type ErrorAction } from './error-text.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { Notice } from '../../ui/notice.tsx';

type ShownError = AnyError & { incidentId?: string };

interface ErrorViewProps {
  error: ShownError;
  /** Offered when the error's text offers to retry. */
  onRetry?: (() => void) | undefined;
  /** `screen` fills a screen, `panel` stands inside one. */
  size?: 'screen' | 'panel';
}

/** What failed, why, and what to do, with the buttons that do it. */
export function ErrorView({ error, onRetry, size = 'panel' }: ErrorViewProps) {
  const { t } = useTranslation('errors');
  const text = errorText(t, error);
  const body = (
    <Stack gap="xs" align="flex-start">
      {size === 'screen' && (
        <Title order={2} fz="xl">
          {text.what}
        </Title>
      )}
      {text.why !== '' && <Text style={{ overflowWrap: 'anywhere' }}>{text.why}</Text>}
      {text.todo !== '' && <Text c="dimmed">{text.todo}</Text>}
      <ErrorButtons error={error} actions={text.actions} onRetry={onRetry} />
    </Stack>
  );
  if (size === 'screen') return body;
  return (
    <Notice tone="danger" title={text.what} role="alert">
      {body}
    </Notice>
  );
}

function ErrorButtons({
  error,
  actions,
  onRetry,
}: {
  error: ShownError;
  actions: readonly ErrorAction[];
  onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation('errors');
  const backend = useBackend();
  const clipboard = useClipboard();
  const [running, setRunning] = useState<ErrorAction | null>(null);
  const [failure, setFailure] = useState<ShownError | null>(null);

  const run = async (action: ErrorAction) => {
    setRunning(action);
    setFailure(null);
    try {
      if (action === 'retry') onRetry?.();
      else if (action === 'openDataFolder') await backend.call('app.openDataFolder', {});
      else clipboard.copy(error.incidentId ?? '');
    } catch (reason) {
      setFailure(toWireError(reason));
    } finally {
      setRunning(null);
    }
  };

  const offered = actions.filter(
    (action) =>
      (action !== 'retry' || onRetry !== undefined) &&
      (action !== 'copyIncident' || (error.incidentId !== undefined && error.incidentId !== '')),
  );
  return (
    <>
      <Group gap="xs" mt="xs">
        {offered.map((action, index) => (
          <Button
            key={action}
            variant={index === 0 && action === 'retry' ? 'filled' : 'default'}
            loading={running === action}
            disabled={running !== null && running !== action}
            onClick={() => void run(action)}
          >
            {action === 'copyIncident' && clipboard.copied ? t('action.copied') : t(`action.${action}`)}
          </Button>
        ))}
      </Group>
      {error.incidentId !== undefined && error.incidentId !== '' && (
        <Text c="dimmed" fz="xs">
          {t('incident', { id: error.incidentId })}
        </Text>
      )}
      {failure && <InlineError error={failure} />}
    </>
  );
}

/** One line for places without room: what failed and why. */
export function InlineError({ error }: { error: { code: WireError['code']; details: unknown } }) {
  const { t } = useTranslation('errors');
  const text = errorText(t, asTyped(error));
  return (
    <Text c="var(--dafu-danger)" fz="sm" role="alert">
      {[text.what, text.why].filter((part) => part !== '').join('：')}
    </Text>
  );
}
