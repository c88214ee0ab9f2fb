import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommandHandler } from '../../shell/commands/command-registry.ts';
import { keysLabel, type CommandId } from '../../shell/commands/shortcuts.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import { useStore } from '../letter/store.ts';
import type { SidePanel } from '../letter/workspace-panels.tsx';
import { inspectorTabs, type InspectorTabProps } from './inspector-tabs.tsx';
import type { OpenDraft } from './open-draft.ts';

/** The inspector as it stands beside the paper: the tab the person wants, or the first where this draft lacks it. */
export function useInspector(props: InspectorTabProps): SidePanel {
  const facts = useStore(props.draft.facts);
  const wanted = usePanels((panels) => panels.inspectorTab);
  const previewHalf = usePanels((panels) => panels.previewHalf);
  const offered = inspectorTabs.filter(({ isOffered }) => isOffered(facts));
  const { id, width, maxSize } = offered.find((tab) => tab.id === wanted) ?? inspectorTabs[0];
  return {
    id,
    width,
    maxSize,
    isHalf: id === 'preview' && previewHalf,
    content: <Inspector {...props} />,
  };
}

function Inspector(props: InspectorTabProps) {
  const { t } = useTranslation('draft');
  const facts = useStore(props.draft.facts);
  const wanted = usePanels((panels) => panels.inspectorTab);
  const offered = inspectorTabs.filter(({ isOffered }) => isOffered(facts));
  const tab = offered.some(({ id }) => id === wanted) ? wanted : inspectorTabs[0].id;
  return (
    <Tabs
      value={tab}
      onChange={(value) => value !== null && usePanels.setState({ inspectorTab: value })}
      keepMounted={false}
      style={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
    >
      <Tabs.List px={4} pt={4} style={{ flexWrap: 'nowrap' }}>
        {offered.map(({ id, label, command }) => (
          <Tabs.Tab key={id} value={id} px="sm" title={keysLabel(command)}>
            {t(label)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map(({ id, className, Panel }) => (
        <Tabs.Panel key={id} value={id} className={className}>
          <Panel {...props} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** The keys of the tabs, also while the inspector is closed. */
export function InspectorCommands({ draft }: { draft: OpenDraft }) {
  const facts = useStore(draft.facts);
  return inspectorTabs.map(({ id, command, isOffered }) => (
    <TabCommand key={id} id={id} command={command} isOffered={isOffered(facts)} />
  ));
}

function TabCommand({ id, command, isOffered }: { id: string; command: CommandId; isOffered: boolean }) {
  useCommandHandler(command, () => showTab(id), isOffered);
  return null;
}

export function showTab(inspectorTab: string): void {
  usePanels.setState({ inspectorTab, inspectorOpen: true });
}
