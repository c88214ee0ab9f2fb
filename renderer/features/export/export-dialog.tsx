import { Button, Checkbox, Group, Modal, Progress, Select, Stack, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolder } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { exportFormats, type ExportFormat } from '#shared/contract/exports.ts';
import { shippedFormIds } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runJob, useJobs } from '../../shell/jobs.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorView, InlineError } from '../../shell/errors/error-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ExportResult, type ExportOutcome } from './export-result.tsx';
import { NamePatternInput } from './name-pattern-input.tsx';
import { OpenPoints } from './open-points.tsx';
import { PublicationPanel, PublicationScope } from './publication-panel.tsx';
import { ReviewQuestion } from './review-question.tsx';
import { beginExport, usePublication, type PublicationState } from './use-publication.ts';
import classes from './export.module.css';
import publicationClasses from './publication.module.css';

const NAMES_SHOWN = 6;
const READING_MS = 400;

export function ExportDialog({ documentIds, onClose }: { documentIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'common']);
  const settings = useQueryCall('settings.get', {});
  const [ids] = useState(() => {
    beginExport(documentIds);
    return [...documentIds];
  });
  const publication = usePublication(ids);
  const [result, setResult] = useState<ExportOutcome | null>(null);
  const isWide = publication.version === 'public' && result === null;
  return (
    <Modal
      opened
      onClose={onClose}
      size={isWide ? '64rem' : 'lg'}
      title={ids.length > 1 ? t('titleMany', { count: ids.length }) : t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {result && <ExportResult outcome={result} onClose={onClose} onBack={() => setResult(null)} />}
      {settings.data ? (
        // Kept below the result: whoever comes back finds what was filled in.
        <div hidden={result !== null}>
          <ExportForm
            documentIds={ids}
            unit={settings.data.unit}
            publication={publication}
            onDone={setResult}
            onClose={onClose}
          />
        </div>
      ) : (
        settings.error && <ErrorView error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </Modal>
  );
}

interface ExportFormProps {
  documentIds: string[];
  unit: UnitSettings;
  publication: PublicationState;
  onDone: (outcome: ExportOutcome) => void;
  onClose: () => void;
}

function ExportForm({ documentIds, unit, publication, onDone, onClose }: ExportFormProps) {
  const { t } = useTranslation(['exporting', 'common', 'settings', 'publication']);
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
  const folder = useQueryCall('exports.getFolder', {});
  const isPublic = publication.version === 'public';
  const { request } = publication;
  const letters = publication.letters ?? [];
  const ownForms = useQueryCall('forms.list', {}).data?.filter(({ shipped }) => !shipped) ?? [];
  const formChoices = [
    ...shippedFormIds.map((id) => ({ value: id as string, label: t(`settings:unit.forms.${id}`) })),
    ...ownForms.map(({ id, name }) => ({ value: id, label: name })),
  ];
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
  // While the letters are looked at it cannot take the focus either.
  const isLookedAt = publication.letters !== null;
  useEffect(() => {
    if (isLookedAt) submit.current?.focus();
  }, [isLookedAt]);
  const chosenFolder = folder.data?.folder ?? null;
  // Names follow the decisions (a title may be among them), but not each click of somebody who goes down the list.
  const [settled] = useDebouncedValue(JSON.stringify(request), 300);
  const plan = useQueryCall(
    'exports.plan',
    { documentIds, formats, namePattern: pattern, ...(JSON.parse(settled) as typeof request) },
    {
      enabled: chosenFolder !== null && formats.length > 0 && pattern.trim() !== '' && settled !== 'null',
      keepPrevious: true,
    },
  );
  const planned = formats.length === 0 || request === null ? [] : (plan.data?.files ?? []);
  // Those that would be replaced must be among the names shown.
  const files = planned.toSorted((a, b) => Number(b.exists) - Number(a.exists));
  const existing = files.filter(({ exists }) => exists);
  // What would be overwritten is named before the rest is cut off.
  const named = [...existing, ...files.filter(({ exists }) => !exists)].slice(0, NAMES_SHOWN);
  const isOverwriting = existing.length > 0;
  // Whoever aims at "export" while the label turns to "overwrite" has not read it yet.
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    if (!isOverwriting) return undefined;
    const timer = setTimeout(() => setIsRead(true), READING_MS);
    return () => {
      clearTimeout(timer);
      setIsRead(false);
    };
  }, [isOverwriting]);
  const isHeld = isOverwriting && !isRead;
  const isEmpty = formats.length === 0 || namePattern.trim() === '' || request === null;

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
      if (request === null) return;
      const output = await runJob(
        backend,
        'exports.run',
        {
          documentIds,
          formats,
          namePattern,
          overwrite: isOverwriting,
          pdfStandard: archival ? 'a-2b' : 'none',
          form,
          ...request,
        },
        {
          title: t('job'),
          result: (done) => (isOpen.current ? null : t('done', { count: done.files.length })),
          quiet: isOpen.current,
        },
      );
      onDone({ output, titles: new Map(publication.letters?.map(({ documentId, title }) => [documentId, title])) });
    });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !isHeld) void run();
      }}
    >
      <Stack gap="md">
        <OpenPoints letters={letters} onClose={onClose} />
        <div className={isPublic ? publicationClasses.columns : undefined}>
          <Stack gap="md">
            <Choice
              label={t('publication:version.label')}
              value={publication.version}
              options={[
                { value: 'full', label: t('publication:version.full') },
                { value: 'public', label: t('publication:version.public') },
              ]}
              onChange={publication.setVersion}
            />
            {isPublic ? (
              <Text fz="xs" c="dimmed">
                {t('publication:publicHint')}
              </Text>
            ) : (
              <ReviewQuestion publication={publication} isBatch={documentIds.length > 1} />
            )}
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
            {!isPublic && (formats.includes('docx') || formats.includes('pdf')) && (
              <Select
                label={t('settings:unit.form')}
                value={form}
                data={formChoices}
                allowDeselect={false}
                onChange={(chosen) => chosen !== null && setForm(chosen)}
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
            {isPublic && <PublicationScope publication={publication} />}
            <NamePatternInput value={namePattern} onChange={setNamePattern} />
            <div className={classes.names} role="status" aria-label={t('names')}>
              {chosenFolder === null || request === null ? (
                <Text fz="sm" c="dimmed">
                  {t(request === null ? 'publication:decideFirst' : 'namesLater')}
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
              {files.length > NAMES_SHOWN && (
                <Text fz="sm">{t('moreNames', { count: files.length - NAMES_SHOWN })}</Text>
              )}
            </div>
          </Stack>
          {isPublic && <PublicationPanel publication={publication} onClose={onClose} />}
        </div>
        {isOverwriting && <Notice tone="warning" title={t('overwriteTitle', { count: existing.length })} />}
        {stopped && <Notice tone="info" role="status" title={t('stopped', { count: existing.length })} />}
        {error && <ErrorView error={error} onRetry={() => void run()} />}
        {running && <ExportProgress />}
        <Group justify="flex-end" className={classes.footer}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button ref={submit} type="submit" loading={running} disabled={isEmpty} aria-disabled={isHeld || undefined}>
            {chosenFolder === null
              ? t('chooseFolderFirst')
              : isOverwriting
                ? t('overwrite', { count: existing.length })
                : t(letters.some(({ open }) => open.length > 0) ? 'exportAnyway' : 'export')}
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
