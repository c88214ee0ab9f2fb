import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/index.ts';
import { InlineError } from '../../shell/errors/error-view.tsx';
import exportClasses from '../export/export.module.css';

const NAMES_SHOWN = 4;

interface SheetFilesProps {
  folder: string | null;
  files: Output<'sheets.plan'>['files'];
  error: WireError | null;
  onPick: () => void;
}

/** Where the files go and how they are called; those that would be replaced first. */
export function SheetFiles({ folder, files, error, onPick }: SheetFilesProps) {
  const { t } = useTranslation('exporting');
  const named = files.toSorted((a, b) => Number(b.exists) - Number(a.exists)).slice(0, NAMES_SHOWN);
  return (
    <div>
      <Text component="div" fz="sm" fw={500} mb={4}>
        {t('folder')}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <div className={exportClasses['folder']} title={folder ?? undefined}>
          <IconFolder size={16} aria-hidden />
          <span>{folder ?? t('noFolder')}</span>
        </div>
        <Button variant="default" onClick={onPick}>
          {t('pickFolder')}
        </Button>
      </Group>
      {folder !== null && (
        <div className={exportClasses['names']} role="status" aria-label={t('names')}>
          {error ? (
            <InlineError error={error} />
          ) : (
            named.map((file) => (
              <div
                key={`${file.documentId} ${file.format}`}
                className={exportClasses['name']}
                data-exists={file.exists || undefined}
              >
                <span>{file.name}</span>
                {file.exists && <span>{t('exists')}</span>}
              </div>
            ))
          )}
          {files.length > NAMES_SHOWN && <Text fz="sm">{t('moreNames', { count: files.length - NAMES_SHOWN })}</Text>}
        </div>
      )}
    </div>
  );
}
