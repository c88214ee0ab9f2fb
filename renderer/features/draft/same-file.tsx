import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/navigation/navigation.ts';
import { useFormats } from '../../i18n/format.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Says that the file of this draft was imported before, and leads to the draft it made then. */
export function SameFile({ documentId }: { documentId: string }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const now = useNow();
  const [other] = useQueryCall('imports.sameFile', { documentId }).data?.drafts ?? [];
  if (!other) return null;
  return (
    <Notice tone="info" role="status" title={t('sameFile.title')}>
      <Text fz="sm">{t('sameFile.text', { when: formats.moment(other.createdAt, now) })}</Text>
      <Button variant="default" mt={6} onClick={() => void navigate({ name: 'draft', documentId: other.documentId })}>
        {t('sameFile.open')}
      </Button>
    </Notice>
  );
}
