import { Button, Checkbox, Group, Modal, Progress, Stack, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolder } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { exportFormats, type ExportFormat } from '#shared/contract/transfer.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runJob, useJobs } from '../../app/jobs.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorView, InlineError } from '../../ui/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExportResult } from './export-result.tsx';
import { NamePatternInput } from './name-pattern-input.tsx';
import classes from './export.module.css';

const NAMES_SHOWN = 6;

export function ExportDialog({ documentIds, onClose }: { documentIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'common']);
  const settings = useQueryCall('settings.get', {});
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={documentIds.length > 1 ? t('titleMany', { count: documentIds.length }) : t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {settings.data ? (
        <ExportForm documentIds={documentIds} unit={settings.data.unit} onClose={onClose} />
      ) : (
        settings.error && <ErrorView error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </Modal>
  );
}

interface ExportFormProps {
  documentIds: readonly string[];
  unit: UnitSettings;
  onClose: () => void;
}

function ExportForm({ documentIds, unit, onClose }: ExportFormProps) {
  const { t } = useTranslation(['exporting', 'common', 'settings']);
  const backend = useBackend();
  const [formats, setFormats] = useState<ExportFormat[]>(['docx', 'pdf']);
  const [namePattern, setNamePattern] = useState(unit.fileNamePattern);
  const [form, setForm] = useState(unit.form);
  const [pattern] = useDebouncedValue(namePattern, 200);
  const [archival, setArchival] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [stopped, setStopped] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const [result, setResult] = useState<Output<'exports.run'> | null>(null);
  const folder = useQueryCall('exports.getFolder', {});
  const ids = [...documentIds];
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  // A button that shows progress is disabled and loses the focus; without it the keyboard leads nowhere.
  useEffect(() => {
    if (!running && document.activeElement === document.body) submit.current?.focus();
  }, [running]);
  const chosenFolder = folder.data?.folder ?? null;
  const plan = useQueryCall(
    'exports.plan',
    { documentIds: ids, formats, namePattern: pattern },
    {
      enabled: chosenFolder !== null && formats.length > 0 && pattern.trim() !== '' && result === null,
      keepPrevious: true,
      outsideTheStore: true,
    },
  );
  const planned = formats.length === 0 ? [] : (plan.data?.files ?? []);
  // Those that would be replaced must be among the names shown.
  const files = planned.toSorted((a, b) => Number(b.exists) - Number(a.exists));
  const existing = files.filter(({ exists }) => exists);
  // What would be overwritten is named before the rest is cut off.
  const named = [...existing, ...files.filter(({ exists }) => !exists)].slice(0, NAMES_SHOWN);
  const isEmpty = formats.length === 0 || namePattern.trim() === '';

  const pick = async (): Promise<boolean> => {
    const picked = await runJob(
      backend,
      'exports.pickFolder',
      {},
      { title: t('pickFolder'), result: () => null, quiet: true },
    );
    await folder.refetch();
    if (chosenFolder !== null) await plan.refetch();
    return picked.folder !== null;
  };
  const guarded = async (work: () => Promise<void>) => {
    setError(null);
    setStopped(false);
    setRunning(true);
    try {
      await work();
    } catch (reason) {
      const wire = toWireError(reason);
      if (wire.code === 'CANCELLED') setStopped(true);
      else setError(wire);
      // Some of the files are there now.
      if (wire.code === 'FILE_EXISTS' || wire.code === 'CANCELLED') await plan.refetch();
    } finally {
      setRunning(false);
    }
  };
  const run = () =>
    guarded(async () => {
      if (chosenFolder === null) {
        // A folder just chosen may hold files of these names: look first, export with the next press.
        await pick();
        return;
      }
      setResult(
        await runJob(
          backend,
          'exports.run',
          {
            documentIds: ids,
            formats,
            namePattern,
            overwrite: existing.length > 0,
            pdfStandard: archival ? 'a-2b' : 'none',
            form,
          },
          {
            title: t('job'),
            result: (output) => (isOpen.current ? null : t('done', { count: output.files.length })),
            quiet: isOpen.current,
          },
        ),
      );
    });

  if (result) return <ExportResult result={result} onClose={onClose} onBack={() => setResult(null)} />;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) void run();
      }}
    >
      <Stack gap="md">
        <Checkbox.Group
          label={t('formats')}
          value={formats}
          onChange={(value) => setFormats(exportFormats.filter((format) => value.includes(format)))}
        >
          <Group gap="lg" mt={6}>
            {exportFormats.map((format) => (
              <Checkbox key={format} value={format} label={t(`format.${format}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        {(formats.includes('docx') || formats.includes('pdf')) && (
          <Choice
            label={t('settings:unit.form')}
            value={form}
            options={shippedFormIds.map((id) => ({ value: id, label: t(`settings:unit.forms.${id}`) }))}
            onChange={setForm}
          />
        )}
        {formats.includes('pdf') && (
          <Switch
            label={t('archival')}
            description={t('archivalHint')}
            checked={archival}
            onChange={(event) => setArchival(event.currentTarget.checked)}
          />
        )}
        <div>
          <Text component="div" fz="sm" fw={500} mb={4}>
            {t('folder')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <div className={classes.folder} title={chosenFolder ?? undefined}>
              <IconFolder size={16} aria-hidden />
              <span>{chosenFolder ?? t('noFolder')}</span>
            </div>
            <Button variant="default" onClick={() => void guarded(async () => void (await pick()))}>
              {t('pickFolder')}
            </Button>
          </Group>
        </div>
        <NamePatternInput value={namePattern} onChange={setNamePattern} />
        <div className={classes.names} role="status" aria-label={t('names')}>
          {chosenFolder === null ? (
            <Text fz="sm" c="dimmed">
              {t('namesLater')}
            </Text>
          ) : plan.error && !isEmpty ? (
            <InlineError error={plan.error} />
          ) : (
            named.map((file) => (
              <div
                key={`${file.documentId} ${file.format}`}
                className={classes.name}
                data-exists={file.exists || undefined}
              >
                <span>{file.name}</span>
                {file.exists && <span>{t('exists')}</span>}
              </div>
            ))
          )}
          {files.length > NAMES_SHOWN && <Text fz="sm">{t('moreNames', { count: files.length - NAMES_SHOWN })}</Text>}
        </div>
        {existing.length > 0 && <Notice tone="warning" title={t('overwriteTitle', { count: existing.length })} />}
        {stopped && <Notice tone="info" role="status" title={t('stopped', { count: existing.length })} />}
        {error && <ErrorView error={error} onRetry={() => void run()} />}
        {running && <ExportProgress />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button ref={submit} type="submit" loading={running} disabled={isEmpty} data-autofocus>
            {chosenFolder === null
              ? t('chooseFolderFirst')
              : existing.length > 0
                ? t('overwrite', { count: existing.length })
                : t('export')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ExportProgress() {
  const { t } = useTranslation(['exporting', 'common']);
  const job = useJobs(({ jobs }) => jobs.findLast(({ outcome }) => outcome.state === 'running'));
  const progress = job?.progress;
  if (!job || !progress || progress.total === 0) return null;
  return (
    <div>
      <Progress value={(progress.done / progress.total) * 100} aria-label={t('job')} />
      <Group justify="space-between" mt={4}>
        <Text fz="xs" c="dimmed" truncate>
          {progress.label}
        </Text>
        <Button variant="subtle" size="compact-sm" mih={32} onClick={job.cancel}>
          {t('stop')}
        </Button>
      </Group>
    </div>
  );
}
