import { Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  tone: 'danger' | 'warning' | 'info' | 'neutral';
  title?: string;
  icon?: ReactNode;
  /** Interrupts a screen reader; for failures only. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

export function Notice({ tone, title, icon, role, children }: NoticeProps) {
  const Icon = tone === 'danger' || tone === 'warning' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon}>{icon ?? <Icon size={18} aria-hidden />}</span>
      <div className={classes.body}>
        {title !== undefined && (
          <Text fw={600} fz="sm">
            {title}
          </Text>
        )}
        {children}
      </div>
    </div>
  );
}
