import { Button, CloseButton, Group, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineError } from '../shell/errors/error-view.tsx';
import { dismissJob, useJobs, type Job } from '../shell/jobs.ts';
import classes from './frame.module.css';

const DONE_SHOWN_MS = 6000;

export function JobTray() {
  const { t } = useTranslation(['app', 'common']);
  const jobs = useJobs((state) => state.jobs);
  return (
    <div className={classes.tray} role="region" aria-label={t('jobs.label')} aria-live="polite">
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </div>
  );
}

function JobCard({ job }: { job: Job }) {
  const { t } = useTranslation(['app', 'common']);
  const [slow, setSlow] = useState(false);
  const { state } = job.outcome;
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (state !== 'done') return undefined;
    const timer = setTimeout(() => dismissJob(job.id), DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state, job.id]);
  if (state === 'running' && !slow) return null;
  const { progress } = job;
  return (
    <div className={classes.trayCard}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={500} fz="sm" truncate>
          {job.title}
        </Text>
        {state === 'running' ? (
          <Button variant="subtle" size="compact-sm" mih={32} onClick={job.cancel}>
            {t('common:cancel')}
          </Button>
        ) : (
          <CloseButton aria-label={t('jobs.dismiss')} size={32} onClick={() => dismissJob(job.id)} />
        )}
      </Group>
      {job.outcome.state === 'running' && (
        <>
          <Progress
            value={progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 100}
            animated={!progress || progress.total === 0}
            size="sm"
            mt={4}
            aria-label={job.title}
          />
          <Text c="dimmed" fz="xs" mt={4} truncate>
            {progress ? t('jobs.progress', { done: progress.done, total: progress.total, label: progress.label }) : ' '}
          </Text>
        </>
      )}
      {job.outcome.state === 'done' && <Text fz="sm">{job.outcome.text}</Text>}
      {job.outcome.state === 'failed' && <InlineError error={job.outcome.error} />}
    </div>
  );
}
