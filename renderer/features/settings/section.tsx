import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} fz="md">
        {title}
      </Title>
      {hint !== undefined && (
        <Text c="dimmed" fz="sm">
          {hint}
        </Text>
      )}
      <div style={{ marginTop: '0.5rem' }}>{children}</div>
    </section>
  );
}
