import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { runJob } from '../../shell/jobs.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import type { OpenDraft } from './open-draft.ts';

/** Makes a draft of each letter of a file that held several; the draft of all goes to the trash. */
export function TakeApart({ draft, onError }: { draft: OpenDraft; onError: (error: WireError | null) => void }) {
  const { t } = useTranslation('importing');
  const backend = useBackend();
  const takeApart = async () => {
    try {
      await draft.session.flush();
      const { documentIds } = await runJob(
        backend,
        'imports.takeApart',
        { documentId: draft.documentId },
        { title: t('apart.job'), result: (made) => t('apart.done', { count: made.documentIds.length }), quiet: true },
      );
      if (documentIds.length > 0) await navigate({ name: 'desk' });
    } catch (reason) {
      onError(toWireError(reason));
    }
  };
  return (
    <Button variant="default" leftSection={<IconArrowsSplit2 size={16} aria-hidden />} onClick={() => void takeApart()}>
      {t('apart.do')}
    </Button>
  );
}
