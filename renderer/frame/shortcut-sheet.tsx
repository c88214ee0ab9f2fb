import { Modal, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { commandGroups, commandIds, commands, keysLabel } from '../shell/commands/shortcuts.ts';
import classes from './frame.module.css';

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={classes.sheet}>
        {commandGroups.map((group) => (
          <Stack key={group} gap="xs" className={classes.sheetGroup}>
            <Title order={3} fz="sm">
              {t(`shortcuts.${group}`)}
            </Title>
            <Table verticalSpacing={4} fz="sm">
              <Table.Tbody>
                {commandIds
                  .filter((id) => commands[id].group === group && keysLabel(id) !== '')
                  .map((id) => (
                    <Table.Tr key={id}>
                      <Table.Td>{t(`command.${id}`)}</Table.Td>
                      <Table.Td ta="right">
                        <kbd className={classes.keys}>{keysLabel(id)}</kbd>
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Stack>
        ))}
      </div>
    </Modal>
  );
}
