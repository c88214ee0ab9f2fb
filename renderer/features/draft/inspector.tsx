import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { keysLabel, type CommandId } from '../../shell/commands/shortcuts.ts';
import { usePanels, type InspectorTab } from '../../shell/navigation/workspace.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import type { LivePreview } from '../preview/live-preview.ts';
import { CaseTab } from './case-tab.tsx';
import { ImportTab } from './import-tab.tsx';
import { useStore, type OpenDraft } from './open-draft.ts';
import { VersionsTab } from './versions-tab.tsx';
import classes from './draft.module.css';

interface InspectorProps {
  draft: OpenDraft;
  unit: UnitSettings;
  /** Null until it is loaded. */
  preview: LivePreview | null;
  shownVersion: number | null;
  onShowVersion: (version: number | null) => void;
  onNameVersion: () => void;
}

const tabCommands: Record<InspectorTab, CommandId> = {
  case: 'view.inspectorCase',
  versions: 'view.inspectorVersions',
  import: 'view.inspectorImport',
  preview: 'view.inspectorPreview',
};

const PreviewPanel = lazy(async () => {
  const { PreviewPanel: component } = await import('../preview/preview-panel.tsx');
  return { default: component };
});

export function Inspector({ draft, unit, preview, shownVersion, onShowVersion, onNameVersion }: InspectorProps) {
  const { t } = useTranslation('draft');
  const { importReport } = useStore(draft.facts);
  const wanted = usePanels((panels) => panels.inspectorTab);
  const tabs: InspectorTab[] = importReport
    ? ['case', 'versions', 'import', 'preview']
    : ['case', 'versions', 'preview'];
  const tab = tabs.includes(wanted) ? wanted : 'case';
  return (
    <Tabs
      value={tab}
      onChange={(value) => usePanels.setState({ inspectorTab: value as InspectorTab })}
      keepMounted={false}
      style={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
    >
      <Tabs.List px={4} pt={4} style={{ flexWrap: 'nowrap' }}>
        {tabs.map((value) => (
          <Tabs.Tab key={value} value={value} px="sm" title={keysLabel(tabCommands[value])}>
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
          shownVersion={shownVersion}
          onShowVersion={onShowVersion}
          onNameVersion={onNameVersion}
        />
      </Tabs.Panel>
      {importReport && (
        <Tabs.Panel value="import" className={classes.sideBody}>
          <ImportTab draft={draft} report={importReport} unit={unit} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="preview" className={classes.sidePreview}>
        <Suspense fallback={<LoadingRows rows={8} />}>
          {preview ? <PreviewPanel preview={preview} letter={draft.letter} unit={unit} /> : <LoadingRows rows={8} />}
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
