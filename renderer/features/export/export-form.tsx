import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { useJobs } from '../../shell/jobs.ts';
import { Notice } from '../../ui/notice.tsx';
import { ExportOptions } from './export-options.tsx';
import type { ExportOutcome } from './export-result.tsx';
import { OpenPoints } from './open-points.tsx';
import { PublicationPanel } from './publication-panel.tsx';
import { useExport, type Export } from './use-export.ts';
import type { PublicationState } from './use-publication.ts';
import classes from './export.module.css';
import publicationClasses from './publication.module.css';

interface ExportFormProps {
  documentIds: string[];
  unit: UnitSettings;
  publication: PublicationState;
  onDone: (outcome: ExportOutcome) => void;
  onClose: () => void;
}

export function ExportForm({ documentIds, unit, publication, onDone, onClose }: ExportFormProps) {
  const { t } = useTranslation('exporting');
  const work = useExport({ documentIds, unit, publication, onDone });
  const { job, existing } = work;
  const { submit } = job;
  const isPublic = publication.version === 'public';
  const letters = publication.letters ?? [];
  // While the letters are looked at the button cannot take the focus.
  const isLookedAt = publication.letters !== null;
  useEffect(() => {
    if (isLookedAt) submit.current?.focus();
  }, [isLookedAt, submit]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!work.isEmpty && !work.isHeld) work.run();
      }}
    >
      <Stack gap="md">
        <OpenPoints letters={letters} onClose={onClose} />
        <div className={isPublic ? publicationClasses.columns : undefined}>
          <ExportOptions work={work} publication={publication} isBatch={documentIds.length > 1} />
          {isPublic && <PublicationPanel publication={publication} onClose={onClose} />}
        </div>
        {existing > 0 && <Notice tone="warning" title={t('overwriteTitle', { count: existing })} />}
        {job.isStopped && <Notice tone="info" role="status" title={t('stopped', { count: existing })} />}
        {job.error && <ErrorView error={job.error} onRetry={work.run} />}
        {job.running && <ExportProgress />}
        <ExportButtons work={work} hasOpenPoints={letters.some(({ open }) => open.length > 0)} onClose={onClose} />
      </Stack>
    </form>
  );
}

function ExportButtons(props: { work: Export; hasOpenPoints: boolean; onClose: () => void }) {
  const { t } = useTranslation(['exporting', 'common']);
  const { existing, isEmpty, isHeld } = props.work;
  const { submit, folder, running } = props.work.job;
  return (
    <Group justify="flex-end" className={classes.footer}>
      <Button variant="default" onClick={props.onClose}>
        {t('common:cancel')}
      </Button>
      <Button ref={submit} type="submit" loading={running} disabled={isEmpty} aria-disabled={isHeld || undefined}>
        {folder === null
          ? t('chooseFolderFirst')
          : existing > 0
            ? t('overwrite', { count: existing })
            : t(props.hasOpenPoints ? 'exportAnyway' : 'export')}
      </Button>
    </Group>
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
