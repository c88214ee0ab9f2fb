import { Badge, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysUntil, useFormats } from '../i18n/format.ts';
import chip from './chip.module.css';

const SOON_DAYS = 10;

/** Days to the due date: plain from ten days on, below that a colour and a word. */
export function DaysLeft({ dueOn, finished, now }: { dueOn: string | null; finished: boolean; now: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (dueOn === null)
    return (
      <Text c="dimmed" fz="sm">
        —
      </Text>
    );
  const days = daysUntil(dueOn, now);
  const date = formats.isoDate(dueOn);
  if (finished || days >= SOON_DAYS) {
    return (
      <Tooltip label={date}>
        <Text fz="sm" component="span">
          {finished ? date : t('days.left', { count: days })}
        </Text>
      </Tooltip>
    );
  }
  const text =
    days < 0 ? t('days.overdue', { count: -days }) : days === 0 ? t('days.today') : t('days.soon', { count: days });
  return (
    <Tooltip label={date}>
      <Badge className={chip.chip} data-tone={days < 0 ? 'danger' : 'warning'} variant="default" tt="none">
        {text}
      </Badge>
    </Tooltip>
  );
}
