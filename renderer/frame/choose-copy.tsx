import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreCopy } from '#shared/contract/backups.ts';
import type { WireError } from '#shared/contract/errors.ts';
import { useFormats } from '../i18n/format.ts';
import { useBackend, useQueryCall } from '../rpc/hooks.ts';
import { toWireError } from '../rpc/wire-error.ts';
import { ErrorView, InlineError } from '../shell/errors/error-view.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { notify } from '../shell/toasts.tsx';
import { runJob } from '../shell/jobs.ts';
import classes from './choose-copy.module.css';

/** What a missing or damaged store may be got back from, each with what it holds; the person chooses. */
export function ChooseCopy() {
  const { t } = useTranslation(['app', 'common']);
  const copies = useQueryCall('app.copies', {});
  const backend = useBackend();
  const [picked, setPicked] = useState<string | null>(null);
  const [asksEmpty, setAsksEmpty] = useState(false);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<WireError | null>(null);

  const open = async (copy: string | null) => {
    setAsksEmpty(false);
    setRunning(true);
    setFailure(null);
    try {
      const title = t('copies.opening');
      const { documents, movedTo } = await runJob(
        backend,
        'app.recover',
        { copy },
        { title, result: () => null, quiet: true },
      );
      // The screen this stands on is gone by then.
      const moved = movedTo === null ? '' : t('copies.movedTo', { path: movedTo });
      notify(`${t('copies.opened', { count: documents })} ${moved}`.trim());
    } catch (reason) {
      setFailure(toWireError(reason));
    } finally {
      setRunning(false);
    }
  };

  if (copies.error) return <ErrorView error={copies.error} onRetry={() => void copies.refetch()} />;
  if (!copies.data) return <LoadingRows rows={3} height={48} />;
  const chosen = picked ?? copies.data.find(({ state }) => state === 'good')?.name ?? null;
  return (
    <Stack gap="sm">
      {copies.data.length === 0 ? (
        <Text>{t('copies.none')}</Text>
      ) : (
        <Radio.Group label={t('copies.label')} value={chosen} onChange={setPicked}>
          <Stack gap={6} mt={6}>
            {copies.data.map((copy) => (
              <CopyCard key={copy.name} copy={copy} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {failure && <InlineError error={failure} />}
      <Group gap="xs">
        <Button disabled={chosen === null} loading={running} onClick={() => void open(chosen)}>
          {t('copies.open')}
        </Button>
        <Button variant="default" disabled={running} onClick={() => setAsksEmpty(true)}>
          {t('copies.empty')}
        </Button>
      </Group>
      <Modal
        opened={asksEmpty}
        onClose={() => setAsksEmpty(false)}
        title={t('copies.emptyTitle')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          <Text>{t('copies.emptyText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsksEmpty(false)}>
              {t('common:cancel')}
            </Button>
            <Button onClick={() => void open(null)}>{t('copies.emptyConfirm')}</Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}

function CopyCard({ copy }: { copy: StoreCopy }) {
  const { t } = useTranslation(['app', 'settings']);
  const formats = useFormats();
  const { kind, reason, state, documents, lastChangeAt, bytes, name } = copy;
  const isGood = state === 'good';
  const source =
    kind === 'backup' && reason !== null
      ? t('copies.backup', { reason: t(`settings:data.reason.${reason}`) })
      : t(`copies.kind.${kind}`);
  return (
    <Radio.Card value={name} disabled={!isGood} className={classes.card} data-disabled={!isGood || undefined}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator disabled={!isGood} mt={2} />
        <div>
          <Text fw={600} fz="sm">
            {isGood
              ? `${t('copies.letters', { count: documents })}${lastChangeAt === null ? '' : ` · ${t('copies.lastChange', { time: formats.dateTime(lastChangeAt) })}`}`
              : t(`copies.state.${kind === 'log' ? 'log' : state}`)}
          </Text>
          <Text fz="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {`${source} · ${formats.dateTime(copy.createdAt)} · ${formats.bytes(bytes)} · ${name}`}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
