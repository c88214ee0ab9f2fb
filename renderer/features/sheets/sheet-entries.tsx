import { Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetSummary } from '#shared/contract/sheets.ts';
import { newId } from '#shared/lib/ids.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import { RecipientList } from './recipient-list.tsx';
import { SheetFields } from './sheet-fields.tsx';
import type { SheetPrinting } from './use-sheet-print.ts';

interface SheetEntriesProps {
  sheet: SheetSummary;
  /** The letter a recipient somebody adds belongs to. */
  firstId: string | undefined;
  work: SheetPrinting;
}

/** What a sheet asks for and what is known of it. */
export function SheetEntriesForm({ sheet, firstId, work }: SheetEntriesProps) {
  const { t } = useTranslation('sheets');
  const { entries, enter, letters } = work;
  const { rows, labelsUsed, isPreprinted } = entries;
  const addRecipient = () => {
    if (firstId === undefined) return;
    const row = { key: newId(), documentId: firstId, name: '', address: '', postcode: '' };
    enter({ rows: [...rows, { ...row, isChosen: true, isAdded: true }] });
  };
  const [shown] = letters ?? [];
  return (
    <Stack gap="sm">
      {work.fieldsError && <InlineError error={work.fieldsError} />}
      {sheet.for !== 'letter' && (
        <RecipientList
          rows={rows}
          isAddressed={sheet.isAddressed}
          onChange={(changed) => enter({ rows: changed })}
          onAdd={addRecipient}
        />
      )}
      {shown && shown.fields.length > 2 && (
        <SheetFields letter={shown} others={(letters?.length ?? 1) - 1} isAlone={sheet.for === 'letter'} />
      )}
      {sheet.hasSender && !(sheet.hasPreprinted && isPreprinted) && <SenderFields work={work} />}
      {sheet.hasPreprinted && (
        <Switch
          label={t('preprinted')}
          description={t('preprintedHint')}
          checked={isPreprinted}
          onChange={(event) => enter({ isPreprinted: event.currentTarget.checked })}
        />
      )}
      {sheet.for === 'labels' && (
        <NumberInput
          label={t('labelsUsed')}
          description={t('labelsUsedHint', { count: sheet.labels })}
          maw="16rem"
          min={0}
          max={sheet.labels - 1}
          allowDecimal={false}
          value={labelsUsed}
          onChange={(value) => enter({ labelsUsed: Math.min(Math.max(0, Number(value) || 0), sheet.labels - 1) })}
        />
      )}
    </Stack>
  );
}

function SenderFields({ work: { entries, enter } }: { work: SheetPrinting }) {
  const { t } = useTranslation('sheets');
  const { sender } = entries;
  return (
    <Group gap="xs" grow preventGrowOverflow={false}>
      <TextInput
        label={t('senderAddress')}
        maxLength={200}
        value={sender.address}
        onChange={(event) => enter({ sender: { ...sender, address: event.currentTarget.value } })}
      />
      <TextInput
        label={t('senderPostcode')}
        maw="7rem"
        inputMode="numeric"
        maxLength={20}
        value={sender.postcode}
        onChange={(event) => enter({ sender: { ...sender, postcode: event.currentTarget.value } })}
      />
    </Group>
  );
}
