import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import classes from './files.module.css';

interface PlannedNamesProps {
  files: readonly { documentId: string; format: string; name: string; exists: boolean }[];
  /** More are counted. */
  shown: number;
  /** Why there are no names yet. */
  hint?: string | null;
  error: WireError | null;
}

/** How the files will be called. Those that would be replaced come first, before the rest is cut off. */
export function PlannedNames({ files, shown, hint = null, error }: PlannedNamesProps) {
  const { t } = useTranslation('exporting');
  const named = files.toSorted((a, b) => Number(b.exists) - Number(a.exists)).slice(0, shown);
  return (
    <div className={classes.names} role="status" aria-label={t('names')}>
      {hint !== null ? (
        <Text fz="sm" c="dimmed">
          {hint}
        </Text>
      ) : error ? (
        <InlineError error={error} />
      ) : (
        named.map((file) => (
          <div
            key={`${file.documentId} ${file.format}`}
            className={classes.name}
            data-exists={file.exists || undefined}
          >
            <span>{file.name}</span>
            {file.exists && <span>{t('exists')}</span>}
          </div>
        ))
      )}
      {files.length > shown && <Text fz="sm">{t('moreNames', { count: files.length - shown })}</Text>}
    </div>
  );
}
