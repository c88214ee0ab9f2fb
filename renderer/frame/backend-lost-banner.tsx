import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../rpc/hooks.ts';
import { useShell } from '../shell/shell-context.ts';
import { notify } from '../shell/toasts.tsx';
import classes from './frame.module.css';

/** Under 300 ms nothing is shown: most restarts are over before. A silent backend has been waited for already. */
export function BackendLostBanner() {
  const { t } = useTranslation('app');
  const shell = useShell();
  const state = useConnectionState();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (state === 'connected') {
      setShown((wasShown) => {
        if (wasShown) notify(t('lost.back'));
        return false;
      });
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), state === 'silent' ? 0 : 300);
    return () => clearTimeout(timer);
  }, [state, t]);
  if (!shown) return null;
  const isSilent = state === 'silent';
  return (
    <div className={classes.banner} role="alert">
      <Loader size="xs" color="currentColor" />
      {isSilent ? t('lost.silent') : t('lost.text')}
      {isSilent && (
        <Button size="compact-xs" variant="default" onClick={() => void shell.restartBackend()}>
          {t('lost.restart')}
        </Button>
      )}
    </div>
  );
}
