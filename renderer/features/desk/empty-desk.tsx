import { Anchor, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconFilePlus, IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { overlays } from '../../shell/navigation/overlays.ts';
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
          <div key={door} className={classes.door}>
            <Icon size={28} stroke={1.5} className={classes.doorIcon} aria-hidden />
            <UnstyledButton className={classes.doorButton} aria-describedby={`door-${door}`} onClick={go}>
              {t(`door.${door}.title`)}
            </UnstyledButton>
            <Text c="dimmed" fz="sm" id={`door-${door}`}>
              {t(`door.${door}.text`)}
            </Text>
          </div>
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
