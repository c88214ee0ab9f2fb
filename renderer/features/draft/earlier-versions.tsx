import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { useFormats } from '../../i18n/format.ts';
import { runCommand, useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';

const VERSIONS_SHOWN = 10;

/** The way out when the newest text of a draft cannot be read: an older one becomes the newest. */
export function EarlierVersions({ documentId, onRestored }: { documentId: string; onRestored: () => void }) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const backend = useBackend();
  const list = useQueryCall('versions.list', { documentId });
  const [error, setError] = useState<WireError | null>(null);
  const [newest, ...earlier] = (list.data ?? []).toSorted((a, b) => b.version - a.version);
  if (list.error) return <InlineError error={list.error} />;
  if (!newest || earlier.length === 0) return null;
  const restore = async (version: number) => {
    try {
      await runCommand(backend, 'versions.restore', { documentId, baseVersion: newest.version, version });
      onRestored();
    } catch (reason) {
      setError(toWireError(reason));
    }
  };
  return (
    <Stack gap="xs" mt="lg">
      <Title order={2} fz="md">
        {t('versions.earlier')}
      </Title>
      {earlier.slice(0, VERSIONS_SHOWN).map((version) => (
        <Group key={version.version} justify="space-between">
          <Text fz="sm">
            {formats.dateTime(version.createdAt)}{' '}
            {version.name === '' ? t(`versionKind.${version.kind}`) : version.name}
          </Text>
          <Button variant="default" onClick={() => void restore(version.version)}>
            {t('versions.restore')}
          </Button>
        </Group>
      ))}
      {error && <InlineError error={error} />}
    </Stack>
  );
}
