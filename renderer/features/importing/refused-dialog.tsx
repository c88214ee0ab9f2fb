import { Button, Group, Modal, ScrollArea, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asTyped } from '../../shell/errors/error-text.ts';
import { overlays } from '../../shell/navigation/overlays.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { useImport, useRefused } from './use-import.ts';

export function RefusedDialog() {
  const { t } = useTranslation(['importing', 'common']);
  const startImport = useImport();
  const refused = useRefused((state) => state.refused);
  const close = () => useRefused.setState({ refused: [] });
  return (
    <Modal
      opened={refused.length > 0}
      onClose={close}
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
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          onClick={() => {
            close();
            overlays.paste(true);
          }}
        >
          {t('pasteInstead')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            close();
            void startImport({ from: 'picker' });
          }}
        >
          {t('chooseOther')}
        </Button>
      </Group>
    </Modal>
  );
}
