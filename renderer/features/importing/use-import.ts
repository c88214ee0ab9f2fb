import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { Input, Output } from '#shared/contract/index.ts';
import { runJob } from '../../shell/jobs.ts';
import { navigate } from '../../shell/navigation/navigation.ts';
import { useShell } from '../../shell/shell-context.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { useBackend } from '../../rpc/hooks.ts';
import { notify } from '../../shell/toasts.tsx';
import { toWireError } from '../../rpc/wire-error.ts';

export type Refused = Output<'imports.run'>['refused'];

/** Files of the last import that were refused, until the person has seen them. */
export const useRefused = create<{ refused: Refused }>(() => ({ refused: [] }));

/** One letter is opened with its import result beside it; several stay on the desk. */
export function useImport(): (source: Input<'imports.run'>) => Promise<void> {
  const { t } = useTranslation('importing');
  const backend = useBackend();
  return useCallback(
    async (source) => {
      let result: Output<'imports.run'>;
      try {
        result = await runJob(backend, 'imports.run', source, {
          title: t('job'),
          result: ({ imported }) => (imported.length > 1 ? t('imported', { count: imported.length }) : null),
          quiet: true,
        });
      } catch (reason) {
        const error = toWireError(reason);
        if (error.code !== 'CANCELLED') useRefused.setState({ refused: [{ name: '', error }] });
        return;
      }
      if (result.refused.length > 0) useRefused.setState({ refused: result.refused });
      const [first] = result.imported;
      if (first === undefined) return;
      const again = result.imported.filter(({ isAgain }) => isAgain);
      // Of a single one the import result says which draft it was.
      if (again.length > 0 && result.imported.length > 1) {
        notify(
          t('again', {
            count: again.length,
            names: again
              .map(({ name }) => name)
              .slice(0, 3)
              .join('、'),
          }),
        );
      }
      if (result.imported.length === 1) {
        usePanels.setState({ inspectorTab: 'import', inspectorOpen: true });
        await navigate({ name: 'draft', documentId: first.documentId });
      } else await navigate({ name: 'desk' });
    },
    [backend, t],
  );
}

/** Imports what the system asked the app to open, before this and from now on. */
export function useOpenedFiles(): void {
  const shell = useShell();
  const startImport = useImport();
  useEffect(() => {
    const take = async () => {
      const tokens = await shell.takeOpenedFiles();
      if (tokens.length > 0) await startImport({ from: 'tokens', tokens });
    };
    void take();
    return shell.onFilesOpened(() => void take());
  }, [shell, startImport]);
}
