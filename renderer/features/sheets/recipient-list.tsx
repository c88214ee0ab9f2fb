import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecipientRow } from './recipients.ts';
import classes from './sheets.module.css';

/** More would make the window slow; they are printed all the same. */
const ROWS_SHOWN = 200;

interface RecipientListProps {
  rows: readonly RecipientRow[];
  /** Places for addresses are on the sheet. */
  isAddressed: boolean;
  onChange: (rows: RecipientRow[]) => void;
  onAdd: () => void;
}

/** Who gets the sheet, with the address typed for this print. */
export function RecipientList({ rows, isAddressed, onChange, onAdd }: RecipientListProps) {
  const { t } = useTranslation('sheets');
  const change = (key: string, part: Partial<RecipientRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <div
      role="group"
      aria-label={t('recipients')}
      // Enter ends a field here, and an input method's word; it is not yet time to print.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <Text fz="sm" fw={500} mb={4}>
        {t('recipients')}
      </Text>
      {rows.length === 0 && (
        <Text fz="sm" c="dimmed" mb="xs">
          {t('noMembers')}
        </Text>
      )}
      <div className={classes.recipients}>
        {rows.slice(0, ROWS_SHOWN).map((row) => (
          <Group key={row.key} gap="xs" wrap="nowrap" className={classes.recipient}>
            <Checkbox
              aria-label={t('printFor', { name: row.name })}
              checked={row.isChosen}
              onChange={(event) => change(row.key, { isChosen: event.currentTarget.checked })}
            />
            {row.isAdded ? (
              <TextInput
                className={classes.name}
                size="sm"
                aria-label={t('name')}
                // One just added waits for its name.
                autoFocus={row.name === ''}
                placeholder={t('name')}
                maxLength={100}
                value={row.name}
                onChange={(event) => change(row.key, { name: event.currentTarget.value })}
              />
            ) : (
              <span className={classes.name} title={row.name}>
                {row.name}
              </span>
            )}
            {isAddressed && (
              <>
                <TextInput
                  className={classes.postcode}
                  size="sm"
                  aria-label={t('postcodeOf', { name: row.name })}
                  placeholder={t('postcode')}
                  inputMode="numeric"
                  maxLength={20}
                  value={row.postcode}
                  onChange={(event) => change(row.key, { postcode: event.currentTarget.value })}
                />
                <TextInput
                  className={classes.address}
                  size="sm"
                  aria-label={t('addressOf', { name: row.name })}
                  placeholder={t('address')}
                  maxLength={200}
                  value={row.address}
                  onChange={(event) => change(row.key, { address: event.currentTarget.value })}
                />
              </>
            )}
          </Group>
        ))}
      </div>
      {rows.length > ROWS_SHOWN && (
        <Text fz="xs" c="dimmed" mt={4}>
          {t('moreRecipients', { count: rows.length - ROWS_SHOWN })}
        </Text>
      )}
      <Group justify="space-between" mt={6} wrap="nowrap">
        <Button
          variant="subtle"
          size="compact-sm"
          mih={32}
          flex="none"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={onAdd}
        >
          {t('addRecipient')}
        </Button>
        {isAddressed && (
          <Text fz="xs" c="dimmed">
            {t('addressesNotKept')}
          </Text>
        )}
      </Group>
    </div>
  );
}
