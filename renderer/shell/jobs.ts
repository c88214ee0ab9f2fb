import { create } from 'zustand';
import type { WireError } from '#shared/contract/errors.ts';
import type { Input, NamesOfKind, Output } from '#shared/contract/index.ts';
import type { JobProgress } from '#shared/contract/procedure.ts';
import { newId } from '#shared/lib/ids.ts';
import { CallError } from '#shared/rpc/wire-error.ts';
import type { Backend } from '../rpc/backend.ts';
import { toWireError } from '../rpc/wire-error.ts';

/** Long work, shown in the tray from start to result until the person puts it away. */
export interface Job {
  id: string;
  title: string;
  startedAt: number;
  progress: JobProgress | null;
  cancel: () => void;
  outcome: { state: 'running' } | { state: 'done'; text: string } | { state: 'failed'; error: WireError };
}

export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

function update(id: string, change: Partial<Job>): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? { ...job, ...change } : job)) }));
}

export function dismissJob(id: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
}

interface JobOptions<P extends NamesOfKind<'job'>> {
  title: string;
  /** The line left in the tray when it is done; null leaves none. */
  result: (output: Output<P>) => string | null;
  /** The caller shows the failure itself, so the tray does not keep it. */
  quiet?: boolean;
}

/** Runs a job with an entry in the tray. Rejects with a `CallError`; a cancelled job leaves no entry. */
export async function runJob<P extends NamesOfKind<'job'>>(
  backend: Backend,
  procedure: P,
  input: Input<P>,
  options: JobOptions<P>,
): Promise<Output<P>> {
  const id = newId();
  const abort = new AbortController();
  const job: Job = {
    id,
    title: options.title,
    startedAt: Date.now(),
    progress: null,
    cancel: () => abort.abort(),
    outcome: { state: 'running' },
  };
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
  try {
    const output = await backend.call(procedure, input, {
      signal: abort.signal,
      onProgress: (progress) => update(id, { progress }),
    });
    const text = options.result(output);
    if (text === null) dismissJob(id);
    else update(id, { outcome: { state: 'done', text } });
    return output;
  } catch (reason) {
    const error = toWireError(reason);
    if (options.quiet === true || error.code === 'CANCELLED') dismissJob(id);
    else update(id, { outcome: { state: 'failed', error } });
    throw new CallError(error);
  }
}
