import { Button, Group, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  IconCircleCheck,
  IconCopy,
  IconExternalLink,
  IconFolderOpen,
  IconShieldCheck,
  IconTypography,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import type { FindingAction } from '#shared/document/redaction/finding.ts';
import { asTyped } from '../../shell/errors/error-text.ts';
import { useFormats } from '../../i18n/format.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRedactionLines } from './redaction-lines.ts';
import classes from './export.module.css';

/** Printed in a PDF for a character no font has (`export/pdf/printable.ts`). */
const MISSING_MARK = '〓';

export interface ExportOutcome {
  output: Output<'exports.run'>;
  /** By id of the letter. */
  titles: ReadonlyMap<string, string>;
}

interface ExportResultProps {
  outcome: ExportOutcome;
  onClose: () => void;
  onBack: () => void;
}

export function ExportResult({ outcome, onClose, onBack }: ExportResultProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const formats = useFormats();
  const backend = useBackend();
  const [error, setError] = useState<WireError | null>(null);
  const { files, failed } = outcome.output;
  const replaced = new Map(files.flatMap((file) => file.substitutions.map((one) => [one.wanted, one.used] as const)));
  const missing = [...replaced].filter(([, used]) => used === MISSING_MARK);
  const substitutions = [...replaced].filter(([, used]) => used !== MISSING_MARK);
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
          <Text fw={600}>{t('done', { count: files.length })}</Text>
        </Group>
      )}
      <div className={classes.files}>
        {files.map((file) => (
          <div key={file.fileId} className={classes.file}>
            <div className={classes.fileName} title={file.path}>
              {file.path.split(/[\\/]/).at(-1)}
              <Text component="span" c="dimmed" fz="xs" ml="xs">
                {formats.bytes(file.bytes)}
              </Text>
            </div>
            <IconAction
              label={t('openFile', { name: t(`format.${file.format}`) })}
              onClick={() => run('exports.open', file.fileId)}
            >
              <IconExternalLink size={18} />
            </IconAction>
            <IconAction label={t('reveal')} onClick={() => run('exports.reveal', file.fileId)}>
              <IconFolderOpen size={18} />
            </IconAction>
          </div>
        ))}
      </div>
      <RedactedNotice outcome={outcome} />
      {failed.map((failure) => (
        <ErrorView key={`${failure.documentId} ${failure.format}`} error={asTyped(failure.error)} />
      ))}
      {missing.length > 0 && (
        <Notice tone="warning" title={t('missingCharacters', { mark: MISSING_MARK })}>
          <Text fz="sm">{missing.map(([wanted]) => wanted).join(t('common:listSeparator'))}</Text>
          <Text fz="sm" c="dimmed">
            {t('missingCharactersHint')}
          </Text>
        </Notice>
      )}
      {substitutions.length > 0 && (
        <Notice tone="neutral" icon={<IconTypography size={18} aria-hidden />} title={t('substitutions')}>
          <Text fz="sm">
            {substitutions.map(([wanted, used]) => t('substitution', { wanted, used })).join(t('common:listSeparator'))}
          </Text>
          <Text fz="sm" c="dimmed">
            {t('substitutionHint')}
          </Text>
        </Notice>
      )}
      {error && <InlineError error={error} />}
      <Group justify="flex-end">
        {failed.length > 0 && (
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
        )}
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

/** What was taken out of the public versions, in figures and as a list to keep. */
function RedactedNotice({ outcome: { output, titles } }: { outcome: ExportOutcome }) {
  const { t } = useTranslation('publication');
  const clipboard = useClipboard();
  const lines = useRedactionLines();
  const all = output.redacted.flatMap(({ documentId, redactions }) =>
    redactions.map((redaction) => ({ ...redaction, title: titles.get(documentId) ?? '' })),
  );
  if (all.length === 0) return null;
  const count = (wanted: FindingAction) => all.filter(({ action }) => action === wanted).length;
  return (
    <Notice
      tone="neutral"
      icon={<IconShieldCheck size={18} aria-hidden />}
      title={t('done.title', { remove: count('remove'), mask: count('mask'), keep: count('keep') })}
    >
      <Button
        variant="default"
        size="compact-sm"
        mih={32}
        mt={4}
        leftSection={<IconCopy size={16} aria-hidden />}
        onClick={() => clipboard.copy(lines(all))}
      >
        {clipboard.copied ? t('findings.copied') : t('findings.copy')}
      </Button>
    </Notice>
  );
}
