import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppStatus } from '#shared/contract/app.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { useBackend, useQueryCall } from '../rpc/hooks.ts';
import { toWireError } from '../rpc/wire-error.ts';
import { ErrorView } from '../shell/errors/error-view.tsx';
import { ChooseCopy } from './choose-copy.tsx';
import { asTyped } from '../shell/errors/error-text.ts';
import { runJob } from '../shell/jobs.ts';
import classes from './frame.module.css';

/** Why the store is not open, with the ways out. */
export function StoreProblem({ status, size }: { status: AppStatus; size: 'screen' | 'panel' }) {
  const { t } = useTranslation('app');
  const backend = useBackend();
  const [triedAgain, setTriedAgain] = useState(false);
  const [failure, setFailure] = useState<WireError | null>(null);
  const reopen = async () => {
    setFailure(null);
    try {
      await runJob(backend, 'app.retryOpen', {}, { title: t('start.reopening'), result: () => null, quiet: true });
    } catch (reason) {
      setFailure(toWireError(reason));
    } finally {
      setTriedAgain(true);
    }
  };
  const problem = asTyped(status.problem ?? { code: 'INTERNAL', details: {} });
  return (
    <>
      <ErrorView size={size} error={problem} onRetry={() => void reopen()} />
      {triedAgain && failure === null && <Text role="status">{t('start.stillBlocked')}</Text>}
      {(problem.code === 'DATABASE_MISSING' || problem.code === 'DATABASE_CORRUPT') && <ChooseCopy />}
      {failure !== null && failure.code !== problem.code && <ErrorView error={failure} />}
    </>
  );
}

/** Above the screen when the store is lost while one works: the text stays, to be saved later or written to a file. */
export function StoreProblemPanel() {
  const status = useQueryCall('app.status', {});
  if (status.data?.state !== 'needsAttention') return null;
  return (
    <div className={classes.storeProblem}>
      <StoreProblem status={status.data} size="panel" />
    </div>
  );
}
