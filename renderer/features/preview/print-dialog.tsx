import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommandById } from '../../shell/commands/command-registry.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { notify } from '../../shell/toasts.tsx';
import type { LivePreview } from './live-preview.ts';
import { pagesOfRange } from './page-range.ts';
import { usePrinting } from './use-printing.ts';

interface PrintDialogProps {
  preview: LivePreview;
  /** The page of the caret. */
  currentPage: number;
  onClose: () => void;
}

type Choice = 'all' | 'current' | 'range';

/** Which pages to print; the printer is chosen in the system's own dialog. */
export function PrintDialog({ preview, currentPage, onClose }: PrintDialogProps) {
  const { t } = useTranslation(['preview', 'common']);
  const { state } = preview.store;
  const { facts } = useSyncExternalStore(state.subscribe, state.get);
  const [choice, setChoice] = useState<Choice>('all');
  const [range, setRange] = useState('');
  const { progress, error, print } = usePrinting(preview, (count) => {
    notify(t('printDialog.done', { count }));
    onClose();
  });

  const pageCount = facts?.pages ?? 0;
  const current = Math.min(currentPage, pageCount);
  const pages = choice === 'current' ? [current] : pagesOfRange(choice === 'all' ? `1-${pageCount}` : range, pageCount);
  const isReadable = pages !== null;

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
          if (isReadable && progress === null) void print(pages);
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
          {error && <ErrorView error={error} onRetry={() => void print(pages)} />}
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
