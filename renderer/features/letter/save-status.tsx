import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert.ts';
import { useAfter } from '../../ui/loading-rows.tsx';
import type { DocumentSession } from './document-session.ts';
import { useSaveStatus } from './store.ts';
import classes from './letter.module.css';

export function SaveStatusView({ session }: { session: DocumentSession }) {
  const { t } = useTranslation('draft');
  const status = useSaveStatus(session);
  const tone =
    status.state === 'failed' || status.state === 'conflict'
      ? 'danger'
      : status.state === 'waiting'
        ? 'warning'
        : undefined;
  return (
    <span
      className={classes.status}
      data-tone={tone}
      data-save-state={status.state}
      role="status"
      aria-label={t('save.label')}
    >
      {content()}
    </span>
  );

  function content() {
    switch (status.state) {
      case 'saved':
        return (
          <>
            <IconCheck size={14} aria-hidden />
            {t('save.saved')}
          </>
        );
      case 'unsaved':
        return t('save.unsaved');
      case 'saving':
        return <Saving />;
      case 'waiting':
        return (
          <>
            <IconCloudOff size={14} aria-hidden />
            {t('save.waiting')}
          </>
        );
      case 'failed':
        return (
          <>
            <IconAlertTriangle size={14} aria-hidden />
            {t('save.failed')}
            <Anchor component="button" type="button" fz="xs" c="inherit" td="underline" onClick={() => session.retry()}>
              {t('save.retry')}
            </Anchor>
          </>
        );
      case 'conflict':
        return (
          <>
            <IconAlertTriangle size={14} aria-hidden />
            {t('save.conflict')}
          </>
        );
      default:
        return assertNever(status);
    }
  }
}

/** A save takes a few milliseconds; only a slow one is worth a word of its own. */
function Saving() {
  const { t } = useTranslation('draft');
  return t(useAfter() ? 'save.saving' : 'save.unsaved');
}
