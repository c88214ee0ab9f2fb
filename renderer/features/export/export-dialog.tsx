import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { FilesDialog } from '../files/files-dialog.tsx';
import { ExportForm } from './export-form.tsx';
import { ExportResult, type ExportOutcome } from './export-result.tsx';
import { beginExport, usePublication } from './use-publication.ts';

export function ExportDialog({ documentIds, onClose }: { documentIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('exporting');
  const settings = useQueryCall('settings.get', {});
  const [ids] = useState(() => {
    beginExport(documentIds);
    return [...documentIds];
  });
  const publication = usePublication(ids);
  const [result, setResult] = useState<ExportOutcome | null>(null);
  const isWide = publication.version === 'public' && result === null;
  return (
    <FilesDialog
      title={ids.length > 1 ? t('titleMany', { count: ids.length }) : t('title')}
      isWide={isWide}
      onClose={onClose}
    >
      {result && <ExportResult outcome={result} onClose={onClose} onBack={() => setResult(null)} />}
      {settings.data ? (
        // Kept below the result: whoever comes back finds what was filled in.
        <div hidden={result !== null}>
          <ExportForm
            documentIds={ids}
            unit={settings.data.unit}
            publication={publication}
            onDone={setResult}
            onClose={onClose}
          />
        </div>
      ) : (
        settings.error && <ErrorView error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </FilesDialog>
  );
}
