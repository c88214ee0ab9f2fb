import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { FilesDialog } from '../files/files-dialog.tsx';
import { SheetForm } from './sheet-form.tsx';

/** The papers that go with letters: choose one, see what is filled in, print to Word and PDF. */
export function SheetDialog({ documentIds, onClose }: { documentIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('sheets');
  const list = useQueryCall('sheets.list', {});
  return (
    <FilesDialog
      title={documentIds.length > 1 ? t('titleMany', { count: documentIds.length }) : t('title')}
      isWide
      onClose={onClose}
    >
      {list.data ? (
        <SheetForm list={list.data} documentIds={documentIds} onClose={onClose} onChanged={() => void list.refetch()} />
      ) : list.error ? (
        <ErrorView error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <LoadingRows />
      )}
    </FilesDialog>
  );
}
