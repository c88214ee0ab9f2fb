import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/navigation/navigation.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Button, Container } from '@mantine/core';
import { DraftWorkspace } from './draft-workspace.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { useOpenDraft } from './open-draft.ts';

export function DraftScreen({ documentId }: { documentId: string }) {
  const { t } = useTranslation('draft');
  const opened = useOpenDraft(documentId);
  const settings = useQueryCall('settings.get', {});
  // Settings that were read once serve on: an error of reading them again must not take the text off the screen.
  const error = opened.state === 'failed' ? opened.error : settings.data ? null : settings.error;
  if (error) {
    return (
      <Container size="sm" py="xl" component="main">
        <ErrorView
          error={error}
          onRetry={() => {
            if (opened.state === 'failed') opened.retry();
            else void settings.refetch();
          }}
        />
        {opened.state === 'failed' && error.code === 'DOCUMENT_INVALID' && (
          <EarlierVersions documentId={documentId} onRestored={opened.retry} />
        )}
        <Button variant="default" mt="md" onClick={() => void navigate({ name: 'desk' })}>
          {t('backToDesk')}
        </Button>
      </Container>
    );
  }
  if (opened.state !== 'open' || !settings.data) return <LoadingRows rows={12} />;
  return <DraftWorkspace draft={opened.draft} settings={settings.data} />;
}
