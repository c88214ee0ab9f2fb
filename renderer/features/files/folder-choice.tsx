import { Button, Group, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './files.module.css';

/** Where the files go. */
export function FolderChoice({ folder, onPick }: { folder: string | null; onPick: () => void }) {
  const { t } = useTranslation('exporting');
  return (
    <div>
      <Text component="div" fz="sm" fw={500} mb={4}>
        {t('folder')}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <div className={classes.folder} title={folder ?? undefined}>
          <IconFolder size={16} aria-hidden />
          <span>{folder ?? t('noFolder')}</span>
        </div>
        <Button variant="default" onClick={onPick}>
          {t('pickFolder')}
        </Button>
      </Group>
    </div>
  );
}
