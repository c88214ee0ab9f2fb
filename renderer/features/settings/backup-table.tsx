import { Badge, Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import { useFormats } from '../../i18n/format.ts';
import chip from '../../ui/chip.module.css';

interface BackupTableProps {
  backups: readonly Backup[];
  isBusy: boolean;
  onRestore: (backup: Backup) => void;
  onRemove: (backup: Backup) => void;
}

export function BackupTable({ backups, isBusy, onRestore, onRemove }: BackupTableProps) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  return (
    <Table fz="sm" verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('data.column.time')}</Table.Th>
          <Table.Th>{t('data.column.reason')}</Table.Th>
          <Table.Th ta="right">{t('data.column.documents')}</Table.Th>
          <Table.Th ta="right">{t('data.column.size')}</Table.Th>
          <Table.Th aria-label={t('data.column.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <Table.Tr key={backup.name}>
            <Table.Td>{formats.dateTime(backup.createdAt)}</Table.Td>
            <Table.Td>
              <Badge className={chip.chip} variant="default" tt="none">
                {t(`data.reason.${backup.reason}`)}
              </Badge>
            </Table.Td>
            <Table.Td ta="right">
              {backup.state === 'good' ? formats.number(backup.documents) : t('data.unreadable')}
            </Table.Td>
            <Table.Td ta="right">{formats.bytes(backup.bytes)}</Table.Td>
            <Table.Td ta="right">
              <Button
                variant="subtle"
                size="compact-sm"
                mih={32}
                disabled={isBusy || backup.state !== 'good'}
                onClick={() => onRestore(backup)}
              >
                {t('data.restore')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                mih={32}
                disabled={isBusy || backup.state === 'unreadable'}
                onClick={() => onRemove(backup)}
              >
                {t('data.remove')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
