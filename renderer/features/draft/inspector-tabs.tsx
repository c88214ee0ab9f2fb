import { lazy, Suspense, type ComponentType } from 'react';
import type { DraftFacts } from '#shared/contract/documents.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import type { CommandId } from '../../shell/commands/shortcuts.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { useStore } from '../letter/store.ts';
import classes from '../letter/letter.module.css';
import type { LivePreview } from '../preview/live-preview.ts';
import { CaseTab } from './case-tab.tsx';
import { ImportTab } from './import-tab.tsx';
import type { OpenDraft } from './open-draft.ts';
import { VersionsTab } from './versions-tab.tsx';

/** What a tab may show and do. */
export interface InspectorTabProps {
  draft: OpenDraft;
  unit: UnitSettings;
  /** Null until it is loaded. */
  preview: LivePreview | null;
  shownVersion: number | null;
  onShowVersion: (version: number | null) => void;
  onNameVersion: () => void;
}

interface InspectorTab {
  id: string;
  /** Key in the namespace `draft`. */
  label: string;
  command: CommandId;
  Panel: ComponentType<InspectorTabProps>;
  className: string | undefined;
  /** px at UI scale 100 %, until the person drags it. */
  width: number;
  /** px, or a part of the window. */
  maxSize: number | string;
  isOffered: (facts: DraftFacts) => boolean;
}

const PreviewPanel = lazy(async () => {
  const { PreviewPanel: component } = await import('../preview/preview-panel.tsx');
  return { default: component };
});

const narrow = { className: classes.sideBody, width: 320, maxSize: 640 };
const always = (): boolean => true;

/** The tabs beside the paper, in their order. To add one, add it here. */
export const inspectorTabs = [
  {
    id: 'case',
    label: 'inspector.case',
    command: 'view.inspectorCase',
    Panel: CaseTab,
    isOffered: always,
    ...narrow,
  },
  {
    id: 'versions',
    label: 'inspector.versions',
    command: 'view.inspectorVersions',
    Panel: VersionsTab,
    isOffered: always,
    ...narrow,
  },
  {
    id: 'import',
    label: 'inspector.import',
    command: 'view.inspectorImport',
    Panel: ImportPanel,
    isOffered: ({ importReport }: DraftFacts) => importReport !== null,
    ...narrow,
  },
  {
    id: 'preview',
    label: 'inspector.preview',
    command: 'view.inspectorPreview',
    Panel: PagesPanel,
    isOffered: always,
    className: classes.sidePreview,
    width: 400,
    maxSize: '70%',
  },
] as const satisfies readonly InspectorTab[];

function ImportPanel({ draft, unit }: InspectorTabProps) {
  const { importReport } = useStore(draft.facts);
  return importReport && <ImportTab draft={draft} report={importReport} unit={unit} />;
}

function PagesPanel({ draft, unit, preview }: InspectorTabProps) {
  return (
    <Suspense fallback={<LoadingRows rows={8} />}>
      {preview ? <PreviewPanel preview={preview} letter={draft.letter} unit={unit} /> : <LoadingRows rows={8} />}
    </Suspense>
  );
}
