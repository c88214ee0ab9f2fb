import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconChevronDown,
  IconLayoutColumns,
  IconLayoutSidebar,
  IconMinus,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shippedFormIds, type FormId } from '#shared/domain/form.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runCommandById } from '../../shell/commands/command-registry.ts';
import { usePanels } from '../../shell/navigation/workspace.ts';
import type { LetterSession } from '../../editor/api.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LivePreview } from './live-preview.ts';
import { PageThumbs } from './page-thumbs.tsx';
import { PreviewPages, type PreviewPagesHandle } from './preview-pages.tsx';
import { PreviewWarnings, warnedStretches } from './preview-warnings.tsx';
import { clampZoom, zoomLabel, zoomSteps } from './preview-zoom.ts';
import { useCaretLink } from './use-caret-link.ts';
import classes from './preview.module.css';

interface PreviewPanelProps {
  preview: LivePreview;
  letter: LetterSession;
  unit: UnitSettings;
}

/** The pages beside the text: they follow the text and the caret, and a click in them leads into the text. */
export function PreviewPanel({ preview, letter, unit }: PreviewPanelProps) {
  const { t } = useTranslation('preview');
  const { store } = preview;
  const { facts, error, marks, sheets } = useSyncExternalStore(store.state.subscribe, store.state.get);
  const zoom = usePanels((panels) => panels.previewZoom);
  const isHalf = usePanels((panels) => panels.previewHalf);
  const hasThumbs = usePanels((panels) => panels.previewThumbs);
  const pages = useRef<PreviewPagesHandle>(null);
  const [page, setPage] = useState(0);
  const { marker, pick, letBe } = useCaretLink(preview, letter, pages);

  useEffect(() => preview.watch(), [preview]);

  const setZoom = (next: typeof zoom) => usePanels.setState({ previewZoom: next });
  const zoomBy = (factor: number) => {
    const width = document.querySelector<HTMLElement>('[data-preview-pages] canvas')?.getBoundingClientRect().width;
    const now = typeof zoom === 'number' ? zoom : ((width ?? 0) / ((595.28 * 96) / 72)) * 100;
    setZoom(clampZoom(now * factor));
  };
  return (
    <div className={classes.panel} data-preview-pages>
      <div className={classes.tools} role="toolbar" aria-label={t('tools')}>
        <IconAction
          label={t('thumbs')}
          aria-pressed={hasThumbs}
          onClick={() => usePanels.setState({ previewThumbs: !hasThumbs })}
        >
          <IconLayoutSidebar size={18} />
        </IconAction>
        <span className={classes.count} aria-live="off">
          {sheets.length > 0 && t('pageOf', { page, pages: sheets.length })}
        </span>
        <span className={classes.spacer} />
        <FormMenu preview={preview} unit={unit} />
        <IconAction className={classes.step} label={t('zoomOut')} onClick={() => zoomBy(1 / 1.1)}>
          <IconMinus size={16} />
        </IconAction>
        <ToolMenu label={t('zoom')} value={zoomLabel(zoom, t)}>
          <Menu.Item aria-current={zoom === 'width' || undefined} onClick={() => setZoom('width')}>
            {t('fitWidth')}
          </Menu.Item>
          <Menu.Item aria-current={zoom === 'page' || undefined} onClick={() => setZoom('page')}>
            {t('fitPage')}
          </Menu.Item>
          <Menu.Divider />
          {zoomSteps.map((step) => (
            <Menu.Item key={step} aria-current={zoom === step || undefined} onClick={() => setZoom(step)}>
              {step}%
            </Menu.Item>
          ))}
        </ToolMenu>
        <IconAction className={classes.step} label={t('zoomIn')} onClick={() => zoomBy(1.1)}>
          <IconPlus size={16} />
        </IconAction>
        <IconAction
          label={isHalf ? t('narrow') : t('half')}
          command="view.previewHalf"
          aria-pressed={isHalf}
          onClick={() => runCommandById('view.previewHalf')}
        >
          <IconLayoutColumns size={18} />
        </IconAction>
        <IconAction label={t('print')} command="draft.print" onClick={() => runCommandById('draft.print')}>
          <IconPrinter size={18} />
        </IconAction>
      </div>
      {error && (
        <div className={classes.warnings}>
          <ErrorView error={error} onRetry={() => preview.refresh()} />
        </div>
      )}
      {facts && (
        <PreviewWarnings
          warnings={facts.warnings}
          letter={letter}
          onShow={(place) => pages.current?.reveal(place, { force: true })}
        />
      )}
      <div className={classes.body}>
        {hasThumbs && (
          <PageThumbs
            store={store}
            page={page}
            onPick={(chosen) => pages.current?.reveal({ page: chosen, x: 0, y: 0 }, { force: true })}
          />
        )}
        <PreviewPages
          store={store}
          zoom={zoom}
          handle={pages}
          marker={marker}
          warned={warnedStretches(t, facts?.warnings ?? [], marks)}
          onPick={pick}
          onTouch={letBe}
          onPageChange={setPage}
          onZoomBy={zoomBy}
        />
      </div>
    </div>
  );
}

function FormMenu({ preview, unit }: Pick<PreviewPanelProps, 'preview' | 'unit'>) {
  const { t } = useTranslation(['preview', 'settings']);
  const chosen = useSyncExternalStore(preview.form.subscribe, preview.form.get);
  const forms = useQueryCall('forms.list', {});
  const ids = forms.data?.map(({ id }) => id) ?? shippedFormIds;
  const nameOf = (id: FormId) => {
    const shipped = shippedFormIds.find((known) => known === id);
    if (shipped !== undefined) return t(`settings:unit.forms.${shipped}`);
    return forms.data?.find((form) => form.id === id)?.name ?? '';
  };
  return (
    <ToolMenu label={t('form')} value={nameOf(chosen ?? unit.form)}>
      <Menu.Item aria-current={chosen === null || undefined} onClick={() => preview.setForm(null)}>
        {t('unitForm', { form: nameOf(unit.form) })}
      </Menu.Item>
      <Menu.Divider />
      {ids.map((id) => (
        <Menu.Item key={id} aria-current={chosen === id || undefined} onClick={() => preview.setForm(id)}>
          {nameOf(id)}
        </Menu.Item>
      ))}
    </ToolMenu>
  );
}

function ToolMenu({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.menuButton} aria-label={`${label}：${value}`} title={label}>
          <span>{value}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
