import { Menu, UnstyledButton } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { runCommandById } from '../../shell/commands/command-registry.ts';
import type { LetterSession } from '../../editor/api.ts';
import { useFormats } from '../../i18n/format.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LivePreview } from '../preview/live-preview.ts';
import { PageCount } from './page-count.tsx';
import { useStore } from './store.ts';
import { zoomSteps, type Zoom } from './use-zoom.ts';
import classes from './letter.module.css';

interface StatusBarProps {
  letter: LetterSession;
  /** Null until it is loaded; absent where there are no pages to count. */
  preview?: LivePreview | null;
  unit: UnitSettings;
  zoom: Zoom;
}

export function StatusBar({ letter, preview = null, unit, zoom: { zoom, isFitted, setZoom } }: StatusBarProps) {
  const { t } = useTranslation('draft');
  return (
    <>
      <Characters letter={letter} />
      {preview && <PageCount preview={preview} letter={letter} />}
      <span className={classes.spacer} />
      {unit.fullName !== '' && <span>{unit.fullName}</span>}
      <span style={{ display: 'inline-flex', alignItems: 'center' }}>
        <IconAction label={t('status.zoomOut')} command="view.zoomOut" onClick={() => runCommandById('view.zoomOut')}>
          <IconMinus size={16} />
        </IconAction>
        <Menu position="top-end">
          <Menu.Target>
            <UnstyledButton className={classes.zoomButton} aria-label={t('status.zoom', { zoom })}>
              {zoom}%
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item aria-current={isFitted || undefined} onClick={() => setZoom(null)}>
              {t('status.zoomFit')}
            </Menu.Item>
            <Menu.Divider />
            {zoomSteps.map((step) => (
              <Menu.Item key={step} onClick={() => setZoom(step)}>
                {step}%
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <IconAction label={t('status.zoomIn')} command="view.zoomIn" onClick={() => runCommandById('view.zoomIn')}>
          <IconPlus size={16} />
        </IconAction>
      </span>
    </>
  );
}

/** On its own, because it changes with every key. */
function Characters({ letter }: { letter: LetterSession }) {
  const { t } = useTranslation('draft');
  const formats = useFormats();
  const { characters, selected } = useStore(letter.counts);
  const total = formats.number(characters);
  return (
    <span>
      {selected > 0
        ? t('status.selected', { selected: formats.number(selected), characters: total })
        : t('status.characters', { characters: total })}
    </span>
  );
}
