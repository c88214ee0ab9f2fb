import { IconFiles, IconSettings, IconTemplate, IconTrash } from '@tabler/icons-react';
import type { CommandId } from '../shell/commands/shortcuts.ts';
import type { Route } from '../shell/navigation/route.ts';

interface Place {
  route: Route;
  /** Goes there. */
  command: CommandId;
  /** Key in the namespace `app`. */
  label: string;
  icon: unknown;
  /** Screens that belong to it. */
  covers: readonly Route['name'][];
}

/** Where the rail and the keys lead, in their order. To add a place, add it here. */
export const places = [
  { route: { name: 'desk' }, command: 'go.desk', label: 'rail.desk', icon: IconFiles, covers: ['desk', 'draft'] },
  {
    route: { name: 'templates' },
    command: 'go.templates',
    label: 'rail.templates',
    icon: IconTemplate,
    covers: ['templates', 'template'],
  },
  { route: { name: 'trash' }, command: 'go.trash', label: 'rail.trash', icon: IconTrash, covers: ['trash'] },
  {
    route: { name: 'settings', section: 'unit' },
    command: 'go.settings',
    label: 'rail.settings',
    icon: IconSettings,
    covers: ['settings'],
  },
] as const satisfies readonly Place[];
