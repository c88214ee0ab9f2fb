import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { useBackend, useQueryCall } from '../../rpc/hooks.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { runJob } from '../../shell/jobs.ts';

export interface FileJob {
  /** Where files go; null until one was chosen. */
  folder: string | null;
  running: boolean;
  error: WireError | null;
  /** The person stopped it. */
  isStopped: boolean;
  /** The button that starts it: it gets the focus back when the job has ended. */
  submit: RefObject<HTMLButtonElement | null>;
  /** False once the dialog is closed; the job goes on and tells its end elsewhere. */
  isOpen: RefObject<boolean>;
  /** Lets the person choose the folder. False when they chose none. */
  pickFolder(lookAgain: () => Promise<unknown>): Promise<boolean>;
  /** Runs one piece of work; `lookAgain` asks anew which files are there, when some of them may be. */
  guarded(work: () => Promise<void>, lookAgain: () => Promise<unknown>): Promise<void>;
}

/** Making files of letters, as every dialog does it: folder, job, what came in between. */
export function useFileJob(): FileJob {
  const { t } = useTranslation('exporting');
  const backend = useBackend();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [isStopped, setStopped] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const isOpen = useRef(true);
  const chosen = useQueryCall('exports.getFolder', {});
  const folder = chosen.data?.folder ?? null;
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
  return {
    folder,
    running,
    error,
    isStopped,
    submit,
    isOpen,
    async pickFolder(lookAgain) {
      const picked = await runJob(
        backend,
        'exports.pickFolder',
        {},
        { title: t('pickFolder'), result: () => null, quiet: true },
      );
      await chosen.refetch();
      if (folder !== null) await lookAgain();
      return picked.folder !== null;
    },
    async guarded(work, lookAgain) {
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
        if (wire.code === 'FILE_EXISTS' || wire.code === 'CANCELLED') await lookAgain();
      } finally {
        setRunning(false);
      }
    },
  };
}
