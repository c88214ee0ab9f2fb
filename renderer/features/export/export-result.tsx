import { Button, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCopy, IconShieldCheck, IconTypography } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportedFile } from '#shared/contract/exports.ts';
import type { Output } from '#shared/contract/index.ts';
import type { FindingAction } from '#shared/document/redaction/finding.ts';
import { Notice } from '../../ui/notice.tsx';
import { substitutionsOf, WrittenFiles } from '../files/written-files.tsx';
import { useRedactionLines } from './redaction-lines.ts';

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
  const { files, failed } = outcome.output;
  return (
    <WrittenFiles
      files={files}
      failed={failed}
      done={t('done', { count: files.length })}
      before={<RedactedNotice outcome={outcome} />}
      after={<FontNotices files={files} />}
      back={
        failed.length > 0 && (
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
        )
      }
      onClose={onClose}
    />
  );
}

function FontNotices({ files }: { files: readonly ExportedFile[] }) {
  const { t } = useTranslation(['exporting', 'common']);
  const replaced = substitutionsOf(files);
  const missing = replaced.filter(([, used]) => used === MISSING_MARK);
  const substitutions = replaced.filter(([, used]) => used !== MISSING_MARK);
  return (
    <>
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
    </>
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
