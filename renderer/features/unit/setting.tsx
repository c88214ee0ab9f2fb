import { Box, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { SettingId } from '#shared/domain/unit-setting-index.ts';

/** What the parts of the unit settings work on: in the first-start assistant and in the settings screen alike. */
export interface UnitFieldsProps {
  value: UnitSettings;
  onChange: (value: UnitSettings) => void;
  /** In words what is wrong at a place of the settings (`approvers.0.step`), if anything. */
  problem?: (path: string) => string | undefined;
}

/** One setting; it can be jumped to by its id. */
export function Setting({ id, children }: { id: SettingId; children: ReactNode }) {
  return (
    <Box data-setting={id} miw={0}>
      {children}
    </Box>
  );
}

/** Settings beside each other where there is room. */
export function SettingRow({ columns = 2, children }: { columns?: 2 | 3; children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: columns }} spacing="sm" verticalSpacing="sm">
      {children}
    </SimpleGrid>
  );
}
