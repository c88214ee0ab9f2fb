import { Button, Checkbox, Group, NumberInput, Stack, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { sheetFormats, type SheetFormat, type SheetPrintOptions } from '#shared/contract/sheets.ts';
import { newId } from '#shared/lib/ids.ts';
import { runJob } from '../../shell/jobs.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageThumbnail } from './page-thumbnail.tsx';
import { RecipientList } from './recipient-list.tsx';
import { chosenRecipients, keepTyped, lettersToPrint, recipientRows, type RecipientRow } from './recipients.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { SheetFields } from './sheet-fields.tsx';
import { SheetFiles } from './sheet-files.tsx';
import { SheetResult } from './sheet-result.tsx';
import classes from './sheets.module.css';

interface SheetFormProps {
  list: Output<'sheets.list'>;
  documentIds: readonly string[];
  onClose: () => void;
  /** The unit's folder of sheets may hold another one now. */
  onChanged: () => void;
}

const thumbnail = { width: 280, height: 396 };

export function SheetForm({ list, documentIds, onClose, onChanged }: SheetFormProps) {
  const { sheets, broken } = list;
  const { t } = useTranslation(['sheets', 'exporting', 'common']);
  const backend = useBackend();
  const [sheetId, setSheetId] = useState(sheets[0]?.id ?? '');
  const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0]!;
  const [formats, setFormats] = useState<SheetFormat[]>([...sheetFormats]);
  const [rows, setRows] = useState<RecipientRow[]>([]);
  const [sender, setSender] = useState({ address: '', postcode: '' });
  const [labelsUsed, setLabelsUsed] = useState(0);
  const [isPreprinted, setPreprinted] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [result, setResult] = useState<Output<'sheets.run'> | null>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const fields = useQueryCall(
    'sheets.fields',
    { sheetId: sheet.id, documentIds: [...documentIds] },
    { keepPrevious: true },
  );
  const letters = fields.data?.letters;
  // Members come with the letters; who of them gets a sheet follows the sheet.
  useEffect(() => {
    if (letters) setRows((before) => keepTyped(recipientRows(letters, sheet), before));
  }, [letters, sheet]);
  // A button that shows progress is disabled and loses the focus; without it the keyboard leads nowhere.
  useEffect(() => {
    if (!running && document.activeElement === document.body) submit.current?.focus();
  }, [running]);

  const recipients = chosenRecipients(sheet, rows);
  const print: SheetPrintOptions = {
    ...(recipients && { recipients }),
    sender,
    labelsUsed: sheet.for === 'labels' ? labelsUsed : 0,
    isPreprinted: sheet.hasPreprinted && isPreprinted,
  };
  const printed = letters ? lettersToPrint(sheet, letters, rows) : [];
  const [pictured] = useDebouncedValue(JSON.stringify({ sheetId: sheet.id, documentIds: printed, print }), 250);
  const request = JSON.parse(pictured) as Input<'sheets.picture'>;
  const picture = useQueryCall('sheets.picture', request, {
    keepPrevious: true,
    enabled: request.documentIds.length > 0,
  });
  const folder = useQueryCall('exports.getFolder', {});
  const chosenFolder = folder.data?.folder ?? null;
  const plan = useQueryCall(
    'sheets.plan',
    { sheetId: sheet.id, documentIds: printed, formats },
    {
      keepPrevious: true,
      enabled: chosenFolder !== null && formats.length > 0 && printed.length > 0 && result === null,
    },
  );
  const files = formats.length === 0 || printed.length === 0 ? [] : (plan.data?.files ?? []);
  const existing = files.filter(({ exists }) => exists).length;
  const isEmpty = formats.length === 0 || printed.length === 0;

  const pickFolder = async () => {
    await runJob(
      backend,
      'exports.pickFolder',
      {},
      { title: t('exporting:pickFolder'), result: () => null, quiet: true },
    );
    await folder.refetch();
    if (chosenFolder !== null) await plan.refetch();
  };
  const guarded = async (work: () => Promise<void>) => {
    setError(null);
    setRunning(true);
    try {
      await work();
    } catch (reason) {
      const wire = toWireError(reason);
      if (wire.code !== 'CANCELLED') setError(wire);
      if (wire.code === 'FILE_EXISTS' || wire.code === 'CANCELLED') await plan.refetch();
    } finally {
      setRunning(false);
    }
  };
  const run = () =>
    guarded(async () => {
      // A folder just chosen may hold files of these names: look first, print with the next press.
      if (chosenFolder === null) return pickFolder();
      setResult(
        await runJob(
          backend,
          'sheets.run',
          { sheetId: sheet.id, documentIds: printed, formats, overwrite: existing > 0, print },
          {
            title: sheet.name,
            result: (output) => (isOpen.current ? null : t('made', { count: output.files.length })),
            quiet: isOpen.current,
          },
        ),
      );
    });
  const copy = async () => {
    await runJob(backend, 'sheets.copy', { sheetId: sheet.id }, { title: t('copy'), result: () => null, quiet: true });
    onChanged();
  };
  const addRecipient = () => {
    const [first] = documentIds;
    if (first === undefined) return;
    setRows((before) => [
      ...before,
      { key: newId(), documentId: first, name: '', address: '', postcode: '', isChosen: true, isAdded: true },
    ]);
  };

  if (result) return <SheetResult result={result} onClose={onClose} onBack={() => setResult(null)} />;
  const [shown] = letters ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void run();
      }}
    >
      <Stack gap="md">
        <div className={classes.columns}>
          <div>
            <SheetChoice sheets={sheets} value={sheet.id} onChange={setSheetId} />
            {!sheet.isOwn && (
              <Tooltip label={t('copyHint')} multiline maw={260}>
                <Button variant="subtle" size="compact-sm" mih={32} mt="sm" onClick={() => void guarded(copy)}>
                  {t('copy')}
                </Button>
              </Tooltip>
            )}
          </div>
          <Stack gap="sm">
            {fields.error && <InlineError error={fields.error} />}
            {sheet.for !== 'letter' && (
              <RecipientList rows={rows} isAddressed={sheet.isAddressed} onChange={setRows} onAdd={addRecipient} />
            )}
            {shown && shown.fields.length > 2 && (
              <SheetFields letter={shown} others={(letters?.length ?? 1) - 1} isAlone={sheet.for === 'letter'} />
            )}
            {sheet.hasSender && !(sheet.hasPreprinted && isPreprinted) && (
              <Group gap="xs" grow preventGrowOverflow={false}>
                <TextInput
                  label={t('senderAddress')}
                  maxLength={200}
                  value={sender.address}
                  onChange={(event) => setSender({ ...sender, address: event.currentTarget.value })}
                />
                <TextInput
                  label={t('senderPostcode')}
                  maw="7rem"
                  inputMode="numeric"
                  maxLength={20}
                  value={sender.postcode}
                  onChange={(event) => setSender({ ...sender, postcode: event.currentTarget.value })}
                />
              </Group>
            )}
            {sheet.hasPreprinted && (
              <Switch
                label={t('preprinted')}
                description={t('preprintedHint')}
                checked={isPreprinted}
                onChange={(event) => setPreprinted(event.currentTarget.checked)}
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
                onChange={(value) => setLabelsUsed(Math.min(Math.max(0, Number(value) || 0), sheet.labels - 1))}
              />
            )}
          </Stack>
          <div className={classes.thumbnail}>
            {picture.data && printed.length > 0 ? (
              <>
                <PageThumbnail picture={picture.data} {...thumbnail} />
                <Text fz="xs" c="dimmed">
                  {t('pages', { count: picture.data.pages })}
                </Text>
              </>
            ) : (
              picture.error && <InlineError error={picture.error} />
            )}
          </div>
        </div>
        <Checkbox.Group
          aria-label={t('exporting:formats')}
          value={formats}
          onChange={(value) => setFormats(sheetFormats.filter((format) => value.includes(format)))}
        >
          <div className={classes['formats']}>
            <Text component="span" fz="sm" fw={500}>
              {t('exporting:formats')}
            </Text>
            {sheetFormats.map((format) => (
              <Checkbox key={format} value={format} label={t(`exporting:format.${format}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <SheetFiles
          folder={chosenFolder}
          files={files}
          error={isEmpty ? null : plan.error}
          onPick={() => void guarded(pickFolder)}
        />
        {broken.map(({ name, issues }) => (
          <Notice key={name} tone="warning" title={t('broken', { name })}>
            <Text fz="sm">{issues.slice(0, 3).join('; ')}</Text>
          </Notice>
        ))}
        {printed.length === 0 && letters && <Notice tone="info" title={t('nobody')} />}
        {existing > 0 && <Notice tone="warning" title={t('exporting:overwriteTitle', { count: existing })} />}
        {error && <ErrorView error={error} onRetry={() => void run()} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button ref={submit} type="submit" loading={running} disabled={isEmpty}>
            {chosenFolder === null
              ? t('exporting:chooseFolderFirst')
              : existing > 0
                ? t('overwrite', { count: existing })
                : t('make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
