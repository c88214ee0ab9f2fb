import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyError } from '../../shell/errors/error-text.ts';
import { runCommandById } from '../../shell/commands/command-registry.ts';
import { useShell } from '../../shell/shell-context.ts';
import { toWireError } from '../../rpc/wire-error.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { notify } from '../../shell/toasts.tsx';
import type { LivePreview } from './live-preview.ts';
import { pagesOfRange } from './page-range.ts';
import { PrintSheets } from './print-sheets.ts';

interface PrintDialogProps {
  preview: LivePreview;
  /** The page of the caret. */
  currentPage: number;
  onClose: () => void;
}

/** Pages made ready at a time; between two lots the window can breathe. */
const LOT = 8;

type Choice = 'all' | 'current' | 'range';

/** Which pages to print; the printer is chosen in the system's own dialog. */
export function PrintDialog({ preview, currentPage, onClose }: PrintDialogProps) {
  const { t } = useTranslation(['preview', 'common']);
  const shell = useShell();
  const { store } = preview;
  const { facts } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const [choice, setChoice] = useState<Choice>('all');
  const [range, setRange] = useState('');
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<AnyError | null>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    void preview.drawNow();
    return () => {
      isLeft.current = true;
    };
  }, [preview]);

  const pageCount = facts?.pages ?? 0;
  const current = Math.min(currentPage, pageCount);
  const chosen = (): number[] | null => {
    if (choice === 'current') return [current];
    return pagesOfRange(choice === 'all' ? `1-${pageCount}` : range, pageCount);
  };
  const isReadable = chosen() !== null;

  const print = async () => {
    setError(null);
    setProgress({ done: 0, total: 0 });
    const sheets = new PrintSheets(store.outlines);
    try {
      await preview.drawNow();
      const failure = store.state.get().error;
      if (failure) {
        setError(failure);
        return;
      }
      const pages = chosen();
      if (pages === null) return;
      for (let from = 0; from < pages.length; from += LOT) {
        const lot = pages.slice(from, from + LOT);
        await store.fetch(lot);
        for (const page of lot) sheets.add(store.printPage(page));
        setProgress({ done: Math.min(from + LOT, pages.length), total: pages.length });
        await new Promise((resolve) => setTimeout(resolve));
        if (isLeft.current) return;
      }
      const result = await shell.print();
      switch (result.outcome) {
        case 'printed':
          notify(t('printDialog.done', { count: pages.length }));
          onClose();
          break;
        case 'cancelled':
          break;
        case 'no-printer':
          setError({ code: 'NO_PRINTER', details: {} });
          break;
        case 'failed':
          setError({ code: 'PRINT_FAILED', details: { message: result.message } });
          break;
      }
    } catch (reason) {
      setError(toWireError(reason));
    } finally {
      sheets.remove();
      setProgress(null);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('printDialog.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReadable && progress === null) void print();
        }}
      >
        <Stack gap="sm">
          <Radio.Group label={t('printDialog.pages')} value={choice} onChange={setChoice}>
            <Stack gap="xs" mt="xs">
              <Radio data-autofocus value="all" label={t('printDialog.all', { count: pageCount })} />
              <Radio value="current" label={t('printDialog.current', { page: current })} />
              <Radio value="range" label={t('printDialog.range')} />
            </Stack>
          </Radio.Group>
          {choice === 'range' && (
            <TextInput
              aria-label={t('printDialog.range')}
              placeholder={t('printDialog.rangeHint')}
              value={range}
              error={range !== '' && !isReadable && t('printDialog.rangeWrong', { pages: pageCount })}
              onChange={(event) => setRange(event.currentTarget.value)}
            />
          )}
          <Text c="dimmed" fz="xs">
            {t('printDialog.hint')}
          </Text>
          {error && <ErrorView error={error} onRetry={() => void print()} />}
          <Group justify="flex-end">
            {error?.code === 'NO_PRINTER' && (
              <Button
                variant="default"
                onClick={() => {
                  onClose();
                  runCommandById('draft.export');
                }}
              >
                {t('printDialog.export')}
              </Button>
            )}
            <Text role="status" fz="xs" c="dimmed" style={{ flex: 1 }}>
              {progress !== null && progress.total > 0 && t('printDialog.progress', progress)}
            </Text>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={progress !== null} disabled={!isReadable || pageCount === 0}>
              {t('printDialog.print')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
