import { useEffect, useRef, type ReactNode } from 'react';
import { Group, Panel, Separator, type PanelImperativeHandle } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { usePanels } from '../../shell/navigation/workspace.ts';
import classes from './letter.module.css';

/** What stands beside the paper, and how wide. */
export interface SidePanel {
  /** Widths are kept by it. */
  id: string;
  content: ReactNode;
  /** px at UI scale 100 %, until the person drags it. */
  width: number;
  /** px, or a part of the window. */
  maxSize: number | string;
  /** It takes half of the window in place of its width. */
  isHalf: boolean;
}

interface WorkspacePanelsProps {
  outline: ReactNode;
  inspector: SidePanel | null;
  children: ReactNode;
  /** Focus mode: the paper alone. */
  bare: boolean;
}

const HALF = '50%';

/** Outline, paper, inspector. Widths are kept, the inspector's per tab. */
export function WorkspacePanels({ outline, inspector, children, bare }: WorkspacePanelsProps) {
  const { t } = useTranslation('draft');
  const { outlineOpen, outlineWidth, inspectorOpen, inspectorWidths } = usePanels();
  const inspectorPanel = useRef<PanelImperativeHandle>(null);
  const id = inspector?.id ?? '';
  const isHalf = inspector?.isHalf ?? false;
  const inspectorWidth = isHalf ? HALF : (inspectorWidths[id] ?? inspector?.width ?? 0);
  useEffect(() => {
    // Its new limits have to stand first.
    const frame = requestAnimationFrame(() => inspectorPanel.current?.resize(inspectorWidth));
    return () => cancelAnimationFrame(frame);
    // Only another tab, or the half of the window, brings another width; a drag has set it already.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, isHalf]);

  const showOutline = outlineOpen && !bare;
  const showInspector = inspectorOpen && !bare && inspector !== null;
  return (
    <Group
      className={classes.panels}
      onLayoutChanged={(_layout, { isUserInteraction }) => {
        if (!isUserInteraction || isHalf) return;
        const width = inspectorPanel.current?.getSize().inPixels;
        if (width !== undefined && width > 0) {
          usePanels.setState({
            inspectorWidths: { ...inspectorWidths, [id]: Math.min(900, Math.round(width)) },
          });
        }
      }}
    >
      {showOutline && (
        <>
          <Panel
            id="outline"
            defaultSize={outlineWidth}
            minSize={150}
            maxSize={420}
            groupResizeBehavior="preserve-pixel-size"
            onResize={({ inPixels }) => {
              if (inPixels >= 120) usePanels.setState({ outlineWidth: Math.round(inPixels) });
            }}
          >
            <aside className={classes.side} aria-label={t('outline.label')} data-region="outline">
              {outline}
            </aside>
          </Panel>
          <Separator className={classes.separator} aria-label={t('outline.resize')} />
        </>
      )}
      <Panel id="paper" minSize={420}>
        <div className={classes.center}>{children}</div>
      </Panel>
      {showInspector && (
        <>
          <Separator className={classes.separator} aria-label={t('inspector.resize')} />
          <Panel
            id="inspector"
            panelRef={inspectorPanel}
            defaultSize={inspectorWidth}
            minSize={260}
            maxSize={inspector.maxSize}
            groupResizeBehavior="preserve-pixel-size"
          >
            <aside className={classes.side} aria-label={t('inspector.label')} data-region="inspector">
              {inspector.content}
            </aside>
          </Panel>
        </>
      )}
    </Group>
  );
}
