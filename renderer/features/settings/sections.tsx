import { lazy, type ComponentType } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { SettingsSection } from '../../shell/navigation/route.ts';
import { AppearanceSettings } from './appearance-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';

interface SectionProps {
  settings: Output<'settings.get'>;
}

export interface SettingsSectionEntry {
  Content: ComponentType<SectionProps>;
  /** Read from top to bottom; otherwise it divides the room itself, and is loaded when it is looked at. */
  isPage: boolean;
}

/** With all that draws its sample: nobody needs it at the start. */
const UnitSettings = lazy(async () => ({ default: (await import('./unit/unit-settings.tsx')).UnitSettings }));

const FormsSettings = lazy(async () => ({ default: (await import('../forms/forms-settings.tsx')).FormsSettings }));

/** The sections of the settings; their order is that of the route's. */
export const sections: Record<SettingsSection, SettingsSectionEntry> = {
  unit: { Content: ({ settings }) => <UnitSettings unit={settings.unit} />, isPage: false },
  forms: { Content: ({ settings }) => <FormsSettings unit={settings.unit} />, isPage: false },
  profile: { Content: ({ settings }) => <ProfileSettings profile={settings.profile} />, isPage: true },
  appearance: { Content: ({ settings }) => <AppearanceSettings appearance={settings.appearance} />, isPage: true },
  data: { Content: DataSettings, isPage: true },
};
