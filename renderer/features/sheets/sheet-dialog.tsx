import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { SheetForm } from './sheet-form.tsx';

/** The papers that go with letters: choose one, see what is filled in, print to Word and PDF. */
export function SheetDialog({ documentIds, onClose }: { documentIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(['sheets', 'common']);
  const list = useQueryCall('sheets.list', {});
  return (
    <Modal
      opened
      onClose={onClose}
      size="64rem"
      title={documentIds.length > 1 ? t('titleMany', { count: documentIds.length }) : t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {list.data ? (
        <SheetForm list={list.data} documentIds={documentIds} onClose={onClose} onChanged={() => void list.refetch()} />
      ) : list.error ? (
        <ErrorView error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <LoadingRows />
      )}
    </Modal>
  );
}
