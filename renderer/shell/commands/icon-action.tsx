import { ActionIcon, Tooltip, type ActionIconProps } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { ariaKeys, keysLabel, type CommandId } from './shortcuts.ts';

interface IconActionProps extends ActionIconProps, Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  label: string;
  /** Shows the command's keys in the tooltip. */
  command?: CommandId;
  children: ReactNode;
}

/** An icon is never alone: it has a name for screen readers and a tooltip, with its keys where it has any. */
export function IconAction({ label, command, children, ...props }: IconActionProps) {
  const keys = command === undefined ? '' : keysLabel(command);
  return (
    <Tooltip label={keys === '' ? label : `${label}  ${keys}`}>
      <ActionIcon aria-label={label} aria-keyshortcuts={command && ariaKeys(command)} {...props}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
