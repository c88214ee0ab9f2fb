import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '#shared/contract/index.ts';
import { sheetFormats, type SheetFormat, type SheetPrintOptions, type SheetSummary } from '#shared/contract/sheets.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { runJob } from '../../shell/jobs.ts';
import { useFileJob } from '../files/use-file-job.ts';
import { chosenRecipients, keepTyped, lettersToPrint, recipientRows, type RecipientRow } from './recipients.ts';

/** What is typed for one print. */
export interface SheetEntries {
  formats: SheetFormat[];
  rows: RecipientRow[];
  sender: SheetPrintOptions['sender'];
  labelsUsed: number;
  isPreprinted: boolean;
}

/** One print of a sheet from what is filled in to the files. */
export function useSheetPrint(sheet: SheetSummary, documentIds: readonly string[]) {
  const { t } = useTranslation('sheets');
  const backend = useBackend();
  const job = useFileJob();
  const [entries, setEntries] = useState<SheetEntries>({
    formats: [...sheetFormats],
    rows: [],
    sender: { address: '', postcode: '' },
    labelsUsed: 0,
    isPreprinted: false,
  });
  const [result, setResult] = useState<Output<'sheets.run'> | null>(null);
  const fields = useQueryCall(
    'sheets.fields',
    { sheetId: sheet.id, documentIds: [...documentIds] },
    { keepPrevious: true },
  );
  const letters = fields.data?.letters;
  // Members come with the letters; who of them gets a sheet follows the sheet.
  useEffect(() => {
    if (letters) setEntries((now) => ({ ...now, rows: keepTyped(recipientRows(letters, sheet), now.rows) }));
  }, [letters, sheet]);

  const { formats, rows } = entries;
  const print = printOf(sheet, entries);
  const printed = letters ? lettersToPrint(sheet, letters, rows) : [];
  const picture = usePicture({ sheetId: sheet.id, documentIds: printed, print });
  const isEmpty = formats.length === 0 || printed.length === 0;
  const plan = useQueryCall(
    'sheets.plan',
    { sheetId: sheet.id, documentIds: printed, formats },
    { keepPrevious: true, enabled: job.folder !== null && !isEmpty && result === null },
  );
  const files = isEmpty ? [] : (plan.data?.files ?? []);
  const existing = files.filter(({ exists }) => exists).length;
  const lookAgain = () => plan.refetch();
  const pick = async () => void (await job.pickFolder(lookAgain));
  const run = () =>
    job.guarded(async () => {
      // A folder just chosen may hold files of these names: look first, print with the next press.
      if (job.folder === null) return pick();
      setResult(
        await runJob(
          backend,
          'sheets.run',
          { sheetId: sheet.id, documentIds: printed, formats, overwrite: existing > 0, print },
          {
            title: sheet.name,
            result: (output) => (job.isOpen.current ? null : t('made', { count: output.files.length })),
            quiet: job.isOpen.current,
          },
        ),
      );
    }, lookAgain);
  return {
    job,
    entries,
    enter: (change: Partial<SheetEntries>) => setEntries((now) => ({ ...now, ...change })),
    letters,
    fieldsError: fields.error,
    picture,
    isNobody: printed.length === 0,
    isEmpty,
    files,
    planError: plan.error,
    existing,
    result,
    forgetResult: () => setResult(null),
    pickFolder: () => void job.guarded(pick, lookAgain),
    guarded: (work: () => Promise<void>) => void job.guarded(work, lookAgain),
    run: () => void run(),
  };
}
export type SheetPrinting = ReturnType<typeof useSheetPrint>;

function printOf(sheet: SheetSummary, { rows, sender, labelsUsed, isPreprinted }: SheetEntries): SheetPrintOptions {
  const recipients = chosenRecipients(sheet, rows);
  return {
    ...(recipients && { recipients }),
    sender,
    labelsUsed: sheet.for === 'labels' ? labelsUsed : 0,
    isPreprinted: sheet.hasPreprinted && isPreprinted,
  };
}

function usePicture(wanted: Input<'sheets.picture'>) {
  const [pictured] = useDebouncedValue(JSON.stringify(wanted), 250);
  const request = JSON.parse(pictured) as Input<'sheets.picture'>;
  return useQueryCall('sheets.picture', request, { keepPrevious: true, enabled: request.documentIds.length > 0 });
}
