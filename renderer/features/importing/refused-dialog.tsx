import { Modal, ScrollArea, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asTyped } from '../../app/error-text.ts';
import { ErrorView } from '../../ui/error-view.tsx';
import { useRefused } from './use-import.ts';

export function RefusedDialog() {
  const { t } = useTranslation(['importing', 'common']);
  const refused = useRefused((state) => state.refused);
  return (
    <Modal
      opened={refused.length > 0}
      onClose={() => useRefused.setState({ refused: [] })}
      title={t('refusedTitle', { count: refused.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size="lg"
    >
      <ScrollArea.Autosize mah="60vh">
        <Stack gap="sm">
          {refused.map(({ name, error }, index) => (
            <ErrorView key={`${index} ${name}`} error={asTyped(error)} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Modal>
  );
}
