import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../rpc/hooks.ts';

/** After a restore that was cut off: which of the two states is open now. Stays until somebody puts it away. */
export function useRestoreNotice(): void {
  const { t } = useTranslation('app');
  const outcome = useQueryCall('app.status', {}).data?.interruptedRestore;
  useEffect(() => {
    if (outcome === undefined || outcome === null) return;
    notifications.show({
      id: 'restore-interrupted',
      autoClose: false,
      withBorder: true,
      color: 'yellow',
      title: t('interrupted.title'),
      message: t(`interrupted.${outcome}`),
    });
  }, [outcome, t]);
}
