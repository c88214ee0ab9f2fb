import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { WireError } from '#shared/contract/errors.ts';
import { ErrorView } from './error-view.tsx';

/** Failures of single actions that have no place of their own on the screen: shown until read, never as a toast. */
const useShownError = create<{ error: WireError | null }>(() => ({ error: null }));

export function showError(error: WireError): void {
  if (error.code !== 'CANCELLED') useShownError.setState({ error });
}

export function ErrorDialog() {
  const { t } = useTranslation();
  const error = useShownError((state) => state.error);
  return (
    <Modal
      opened={error !== null}
      onClose={() => useShownError.setState({ error: null })}
      title={t('failed')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {error && <ErrorView error={error} />}
    </Modal>
  );
}
