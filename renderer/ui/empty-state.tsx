import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon?: ReactNode;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" justify="center" gap="sm" py="3rem" px="md" ta="center">
      {icon}
      <Title order={3} fz="lg">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" maw="28rem">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
