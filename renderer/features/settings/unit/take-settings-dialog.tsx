import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyProfile } from '#shared/domain/unit-profile.ts';
import type { Form } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { changedSettings } from '#shared/domain/unit-setting-index.ts';
import { settingText } from './setting-text.ts';

export interface OfferedSettings {
  /** Of the file or example. */
  name: string;
  unit: UnitSettings;
  /** The unit's own form it prints in, if any. */
  ownForm: Form | null;
  /** The names in an example are invented and never taken over. */
  isExample: boolean;
}

interface TakeSettingsDialogProps {
  offered: OfferedSettings;
  own: UnitSettings;
  onTake: (unit: UnitSettings) => void;
  onClose: () => void;
}

/** What taking over the settings of a file or an example would change, before it is done. */
export function TakeSettingsDialog({ offered, own, onTake, onClose }: TakeSettingsDialogProps) {
  const { t } = useTranslation(['unit', 'settings', 'common']);
  const [keepsNames, setKeepsNames] = useState(offered.isExample);
  const next = keepsNames ? applyProfile(own, offered.unit) : offered.unit;
  const changes = changedSettings(own, next);
  return (
    <Modal
      opened
      onClose={onClose}
      size="48rem"
      title={t('take.title', { name: offered.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        {!offered.isExample && (
          <Checkbox
            label={t('take.keepNames')}
            checked={keepsNames}
            onChange={(event) => setKeepsNames(event.currentTarget.checked)}
          />
        )}
        <Text fz="sm">{changes.length === 0 ? t('take.none') : t('take.changes', { count: changes.length })}</Text>
        {changes.length > 0 && (
          <ScrollArea.Autosize mah="50vh" type="auto" viewportProps={{ tabIndex: 0 }}>
            <Table fz="sm" verticalSpacing={6} stickyHeader layout="fixed">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="11rem">{t('take.setting')}</Table.Th>
                  <Table.Th>{t('take.before')}</Table.Th>
                  <Table.Th>{t('take.after')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {changes.map((id) => (
                  <Table.Tr key={id} style={{ verticalAlign: 'top' }}>
                    <Table.Td>{t(`label.${id}`)}</Table.Td>
                    <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {settingText(t, own, id)}
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{settingText(t, next, id)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button data-autofocus disabled={changes.length === 0} onClick={() => onTake(next)}>
            {t('take.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
