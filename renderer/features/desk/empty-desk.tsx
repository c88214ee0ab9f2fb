import { Anchor, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconFilePlus, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { overlays } from '../../app/overlays.ts';
import { useImport } from '../importing/use-import.ts';
import classes from './desk.module.css';

export function EmptyDesk({ onPaste }: { onPaste: () => void }) {
  const { t } = useTranslation('desk');
  const startImport = useImport();
  const doors = [
    { door: 'new', icon: IconFilePlus, go: () => overlays.newReply(true) },
    { door: 'import', icon: IconFileImport, go: () => void startImport({ from: 'picker' }) },
    { door: 'sample', icon: IconFileText, go: () => void startImport({ from: 'sample' }) },
  ] as const;
  return (
    <Stack align="center" justify="center" flex={1} gap="sm" pb="4rem">
      <Title order={2} fz="lg">
        {t('empty.title')}
      </Title>
      <Text c="dimmed">{t('empty.text')}</Text>
      <div className={classes.doors}>
        {doors.map(({ door, icon: Icon, go }) => (
          <UnstyledButton key={door} className={classes.door} aria-label={t(`door.${door}.title`)} onClick={go}>
            <Icon size={28} stroke={1.5} className={classes.doorIcon} aria-hidden />
            <Text fw={600}>{t(`door.${door}.title`)}</Text>
            <Text c="dimmed" fz="sm">
              {t(`door.${door}.text`)}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      <Text c="dimmed" fz="sm">
        {t('empty.drop')}{' '}
        <Anchor component="button" type="button" fz="sm" onClick={onPaste}>
          {t('empty.paste')}
        </Anchor>
      </Text>
    </Stack>
  );
}
