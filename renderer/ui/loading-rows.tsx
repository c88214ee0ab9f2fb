import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** True after `ms`: under 300 ms nothing blinks. */
export function useAfter(ms = 300): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return after;
}

/** Keeps the size of the list to come. */
export function LoadingRows({ rows = 6, height = 32 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  const visible = useAfter();
  return (
    <Stack
      gap="xs"
      p="sm"
      role="status"
      aria-label={t('loading')}
      style={{ visibility: visible ? 'visible' : 'hidden' }}
    >
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="sm" />
      ))}
    </Stack>
  );
}
