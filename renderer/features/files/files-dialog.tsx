import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FilesDialogProps {
  title: string;
  /** With something to look through beside what is filled in. */
  isWide: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of what makes files of letters. */
export function FilesDialog({ title, isWide, onClose, children }: FilesDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size={isWide ? '64rem' : 'lg'}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  );
}
