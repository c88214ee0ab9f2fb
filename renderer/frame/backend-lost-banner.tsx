import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '../rpc/hooks.ts';
import { notify } from '../shell/toasts.tsx';
import classes from './frame.module.css';

/** Under 300 ms nothing is shown: most restarts are over before. */
export function BackendLostBanner() {
  const { t } = useTranslation('app');
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
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, [state, t]);
  if (!shown) return null;
  return (
    <div className={classes.banner} role="alert">
      <Loader size="xs" color="currentColor" />
      {t('lost.text')}
    </div>
  );
}
