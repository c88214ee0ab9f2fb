import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { keysLabel, type CommandId } from '../../app/shortcuts.ts';
import { usePanels, type InspectorTab } from '../../app/workspace.ts';
import { CaseTab } from './case-tab.tsx';
import { ImportTab } from './import-tab.tsx';
import { useStore, type OpenDraft } from './open-draft.ts';
import { VersionsTab } from './versions-tab.tsx';
import classes from './draft.module.css';

interface InspectorProps {
  draft: OpenDraft;
  unit: UnitSettings;
  shownRevision: number | null;
  onShowRevision: (revision: number | null) => void;
  onNameVersion: () => void;
}

const tabCommands: Record<InspectorTab, CommandId> = {
  case: 'view.inspectorCase',
  versions: 'view.inspectorVersions',
  import: 'view.inspectorImport',
};

export function Inspector({ draft, unit, shownRevision, onShowRevision, onNameVersion }: InspectorProps) {
  const { t } = useTranslation('draft');
  const { importReport } = useStore(draft.facts);
  const wanted = usePanels((panels) => panels.inspectorTab);
  const tabs: InspectorTab[] = importReport ? ['case', 'versions', 'import'] : ['case', 'versions'];
  const tab = tabs.includes(wanted) ? wanted : 'case';
  return (
    <Tabs
      value={tab}
      onChange={(value) => usePanels.setState({ inspectorTab: value as InspectorTab })}
      keepMounted={false}
      style={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
    >
      <Tabs.List px="xs" pt={4}>
        {tabs.map((value) => (
          <Tabs.Tab key={value} value={value} title={keysLabel(tabCommands[value])}>
            {t(`inspector.${value}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="case" className={classes.sideBody}>
        <CaseTab draft={draft} unit={unit} />
      </Tabs.Panel>
      <Tabs.Panel value="versions" className={classes.sideBody}>
        <VersionsTab
          draft={draft}
          shownRevision={shownRevision}
          onShowRevision={onShowRevision}
          onNameVersion={onNameVersion}
        />
      </Tabs.Panel>
      {importReport && (
        <Tabs.Panel value="import" className={classes.sideBody}>
          <ImportTab draft={draft} report={importReport} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
