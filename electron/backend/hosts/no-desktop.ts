import { DafuError } from '#shared/contract/errors.ts';
import type { HostServices } from '#shared/rpc/host.ts';

/** A host nobody sits at (command line, tests): every question fails unless `answers` has an answer. */
export function hostWithoutDesktop(answers: Partial<HostServices> = {}): HostServices {
  const missing = (capability: string) => () =>
    Promise.reject(new DafuError('HOST_CAPABILITY_MISSING', { capability }));
  return {
    pickFiles: missing('pickFiles'),
    pickFolder: missing('pickFolder'),
    pickSaveFile: missing('pickSaveFile'),
    openPath: missing('openPath'),
    revealFile: missing('revealFile'),
    openFolder: missing('openFolder'),
    takeDroppedFile: missing('takeDroppedFile'),
    ...answers,
  };
}
