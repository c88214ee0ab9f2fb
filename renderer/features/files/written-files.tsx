import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconExternalLink, IconFolderOpen } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { ExportedFile } from '#shared/contract/exports.ts';
import type { Output } from '#shared/contract/index.ts';
import { useFormats } from '../../i18n/format.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { asTyped } from '../../shell/errors/error-text.ts';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import classes from './files.module.css';

interface WrittenFilesProps {
  files: readonly ExportedFile[];
  failed: Output<'exports.run'>['failed'] | Output<'sheets.run'>['failed'];
  /** Over the files, where there are any. */
  done: string;
  /** What is to be said between the files and the failures, and after these. */
  before?: ReactNode;
  after?: ReactNode;
  /** Where one goes from here besides closing. */
  back: ReactNode;
  onClose: () => void;
}

/** What came of it: each file to open or to show in its folder, and each failure in words. */
export function WrittenFiles({ files, failed, done, before, after, back, onClose }: WrittenFilesProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const backend = useBackend();
  const [error, setError] = useState<WireError | null>(null);
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
          <Text fw={600}>{done}</Text>
        </Group>
      )}
      <div className={classes.files}>
        {files.map((file) => (
          <WrittenFile
            key={file.fileId}
            file={file}
            onOpen={() => run('exports.open', file.fileId)}
            onReveal={() => run('exports.reveal', file.fileId)}
          />
        ))}
      </div>
      {before}
      {failed.map((failure) => (
        <ErrorView key={`${failure.documentId} ${failure.format}`} error={asTyped(failure.error)} />
      ))}
      {after}
      {error && <InlineError error={error} />}
      <Group justify="flex-end">
        {back}
        {first && (
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={18} aria-hidden />}
            onClick={() => run('exports.reveal', first.fileId)}
          >
            {t('openFolder')}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {t('common:done')}
        </Button>
      </Group>
    </Stack>
  );
}

function WrittenFile({ file, onOpen, onReveal }: { file: ExportedFile; onOpen: () => void; onReveal: () => void }) {
  const { t } = useTranslation('exporting');
  const formats = useFormats();
  return (
    <div className={classes.file}>
      <div className={classes.fileName} title={file.path}>
        {file.path.split(/[\\/]/).at(-1)}
        <Text component="span" c="dimmed" fz="xs" ml="xs">
          {formats.bytes(file.bytes)}
        </Text>
      </div>
      <IconAction label={t('openFile', { name: t(`format.${file.format}`) })} onClick={onOpen}>
        <IconExternalLink size={18} />
      </IconAction>
      <IconAction label={t('reveal')} onClick={onReveal}>
        <IconFolderOpen size={18} />
      </IconAction>
    </div>
  );
}

/** Fonts that were wanted and what was printed in their place, each pair once. */
export function substitutionsOf(files: readonly ExportedFile[]): [wanted: string, used: string][] {
  return [...new Map(files.flatMap((file) => file.substitutions.map((one) => [one.wanted, one.used] as const)))];
}
