import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconExternalLink, IconFolderOpen, IconTypography } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { asTyped } from '../../shell/errors/error-text.ts';
import { useFormats } from '../../i18n/format.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { Notice } from '../../ui/notice.tsx';
import exportClasses from '../export/export.module.css';

interface SheetResultProps {
  result: Output<'sheets.run'>;
  onClose: () => void;
  onBack: () => void;
}

export function SheetResult({ result, onClose, onBack }: SheetResultProps) {
  const { t } = useTranslation(['sheets', 'exporting', 'common']);
  const formats = useFormats();
  const backend = useBackend();
  const [error, setError] = useState<WireError | null>(null);
  const { files, failed, cut } = result;
  const replaced = new Map(files.flatMap((file) => file.substitutions.map((one) => [one.wanted, one.used] as const)));
  const run = (procedure: 'exports.open' | 'exports.reveal', fileId: string) => {
    setError(null);
    backend.call(procedure, { fileId }).catch((reason: unknown) => setError(toWireError(reason)));
  };
  const [first] = files;
  return (
    <Stack gap="md">
      {files.length > 0 && (
        <Group gap="xs" role="status" c="var(--dafu-success)">
          <IconCircleCheck size={20} aria-hidden />
          <Text fw={600}>{t('made', { count: files.length })}</Text>
        </Group>
      )}
      <div className={exportClasses['files']}>
        {files.map((file) => (
          <div key={file.fileId} className={exportClasses['file']}>
            <div className={exportClasses['fileName']} title={file.path}>
              {file.path.split(/[\\/]/).at(-1)}
              <Text component="span" c="dimmed" fz="xs" ml="xs">
                {formats.bytes(file.bytes)}
              </Text>
            </div>
            <IconAction
              label={t('exporting:openFile', { name: t(`exporting:format.${file.format}`) })}
              onClick={() => run('exports.open', file.fileId)}
            >
              <IconExternalLink size={18} />
            </IconAction>
            <IconAction label={t('exporting:reveal')} onClick={() => run('exports.reveal', file.fileId)}>
              <IconFolderOpen size={18} />
            </IconAction>
          </div>
        ))}
      </div>
      {failed.map((failure) => (
        <ErrorView key={`${failure.documentId} ${failure.format}`} error={asTyped(failure.error)} />
      ))}
      {cut.length > 0 && (
        <Notice tone="warning" title={t('cut')}>
          {cut.map((text) => (
            <Text key={text} fz="sm" lineClamp={2}>
              {text}
            </Text>
          ))}
        </Notice>
      )}
      {replaced.size > 0 && (
        <Notice tone="neutral" icon={<IconTypography size={18} aria-hidden />} title={t('exporting:substitutions')}>
          <Text fz="sm">
            {[...replaced]
              .map(([wanted, used]) => t('exporting:substitution', { wanted, used }))
              .join(t('common:listSeparator'))}
          </Text>
        </Notice>
      )}
      {error && <InlineError error={error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('another')}
        </Button>
        {first && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={18} aria-hidden />}
            onClick={() => run('exports.reveal', first.fileId)}
          >
            {t('exporting:openFolder')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('common:done')}
        </Button>
      </Group>
    </Stack>
  );
}
