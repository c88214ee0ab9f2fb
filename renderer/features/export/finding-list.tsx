import { Button, Group, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FindingRow } from './finding-row.tsx';
import { jumpFromExport, type PublicationState } from './use-publication.ts';
import { useRedactionLines } from './redaction-lines.ts';
import classes from './publication.module.css';

/** Everything that is to be taken out, for confirmation; of several letters under the title of each. */
export function FindingList({ publication, onClose }: { publication: PublicationState; onClose: () => void }) {
  const { t } = useTranslation('publication');
  const clipboard = useClipboard();
  const lines = useRedactionLines();
  const { found, error, actionOf } = publication;
  if (error) return <ErrorView error={error} />;
  if (found === null) return <div className={classes.list} aria-busy="true" />;
  const withFindings = found.filter(({ findings }) => findings.length > 0);
  const count = withFindings.reduce((sum, { findings }) => sum + findings.length, 0);
  if (found.length === 0) return null;
  if (count === 0) {
    return (
      <Notice tone="neutral" icon={<IconShieldCheck size={18} aria-hidden />} title={t('findings.none')}>
        <Text fz="sm">{t('findings.noneHint')}</Text>
      </Notice>
    );
  }
  const all = withFindings.flatMap(({ letter, findings }) =>
    findings.map((finding) => ({ title: letter.title, finding, action: actionOf(letter.documentId, finding) })),
  );
  return (
    <section aria-label={t('findings.list')} className={classes.section}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={600} fz="sm">
          {t('findings.title', { count })}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          mih={32}
          leftSection={clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => clipboard.copy(lines(all))}
        >
          {clipboard.copied ? t('findings.copied') : t('findings.copy')}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed">
        {t('findings.hint')}
      </Text>
      <div className={classes.list}>
        {withFindings.map(({ letter, findings }) => (
          <div key={letter.documentId}>
            {found.length > 1 && (
              <div className={classes.letter}>{letter.title === '' ? t('untitled') : letter.title}</div>
            )}
            <ul className={classes.findings}>
              {findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  action={actionOf(letter.documentId, finding)}
                  onDecide={(action) => publication.decide(letter.documentId, finding, action)}
                  onJump={() => {
                    const { where, start: offset } = finding;
                    void jumpFromExport({ documentId: letter.documentId, where, offset }, onClose);
                  }}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {withFindings.length < found.length && (
        <Text fz="xs" c="dimmed">
          {t('findings.clean', { count: found.length - withFindings.length })}
        </Text>
      )}
    </section>
  );
}
