import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

const SHORT_MS = 4000;
const UNDO_MS = 8000;

/** A short word of success. Never the only copy of an error. Returns a function that takes it away early. */
export function notify(message: ReactNode): () => void {
  const id = notifications.show({ message, autoClose: SHORT_MS, withBorder: true });
  return () => notifications.hide(id);
}

/** Instead of "are you sure": it is done, and can be taken back. Returns a function that takes the offer away early. */
export function notifyUndo(message: string, undoLabel: string, undo: () => void): () => void {
  const id = notifications.show({
    autoClose: UNDO_MS,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fz="sm">{message}</Text>
        <Button
          variant="light"
          size="compact-md"
          mih={32}
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  });
  return () => notifications.hide(id);
}
