import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { wordingKinds, type WordingKind } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings as Unit } from '#shared/domain/unit-settings.ts';
import { useBackend } from '../../../rpc/hooks.ts';
import { ErrorView } from '../../../shell/errors/error-view.tsx';
import { outlineShelf } from '../../preview/outline-shelf.ts';
import { PageStore } from '../../preview/page-store.ts';
import {
  changedSettings,
  groupOf,
  settingIds,
  type SettingGroup,
  type SettingId,
} from '#shared/domain/unit-setting-index.ts';
import { useSaveOnLeave } from '../use-save-on-leave.ts';
import { GroupNav } from './group-nav.tsx';
import { UnitFiles } from './unit-files.tsx';
import { UnitGroups } from './unit-groups.tsx';
import { scrollTo, useGroupInView } from './use-group-in-view.ts';
import { UnitPreview } from './unit-preview.tsx';
import { useUnitEditing } from './use-unit-editing.ts';
import classes from './unit-screen.module.css';

const field = 'input:not([disabled]), textarea:not([disabled])';

/** The unit's settings: groups to jump to, the settings themselves, and a sample that shows what they do. */
export function UnitSettings({ unit }: { unit: Unit }) {
  const { t } = useTranslation(['unit', 'settings', 'common']);
  const backend = useBackend();
  const editing = useUnitEditing(unit);
  const [pages] = useState(() => new PageStore(backend, outlineShelf));
  const { facts } = useSyncExternalStore(pages.state.subscribe, pages.state.get);
  const { isChanged, wrong } = editing;
  const [kind, setKind] = useState<WordingKind>('proposal');
  const groups = useRef<HTMLDivElement>(null);
  const [inView, goToGroup] = useGroupInView(groups);
  /** Where to go once the settings of the right kind are on the screen. */
  const [focused, setFocused] = useState<SettingId | null>(null);
  const [target, setTarget] = useState<SettingId | null>(null);

  const goToSetting = (id: SettingId) => {
    const own = wordingKinds.find((known) => id.startsWith('wording.') && id.endsWith(`.${known}`));
    if (own) setKind(own);
    setTarget(id);
  };
  useEffect(() => {
    if (target === null) return;
    setTarget(null);
    const setting = groups.current?.querySelector<HTMLElement>(`[data-setting="${target}"]`);
    if (!setting) {
      goToGroup(groupOf(target));
      return;
    }
    if (groups.current) scrollTo(groups.current, setting, 0.3);
    setting.querySelector<HTMLElement>(field)?.focus({ preventScroll: true });
  }, [target, goToGroup]);

  const store = async (): Promise<boolean> => {
    if (wrong[0] !== undefined) {
      goToSetting(wrong[0]);
      return false;
    }
    return editing.save();
  };
  useSaveOnLeave(isChanged, store);
  const changed = [...new Set(changedSettings(unit, editing.value).map((id): SettingGroup => groupOf(id)))];

  return (
    <form
      className={classes.screen}
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <GroupNav current={inView} changed={changed} onGroup={goToGroup} onSetting={goToSetting}>
        <UnitFiles editing={editing} />
      </GroupNav>
      <div className={classes.form}>
        <div
          ref={groups}
          className={classes.groups}
          data-region="settings"
          onFocus={(event) => {
            const setting = event.target.closest<HTMLElement>('[data-setting]')?.dataset['setting'];
            setFocused(settingIds.find((id) => id === setting) ?? null);
          }}
        >
          <UnitGroups editing={editing} kind={kind} onKindChange={setKind} substitutions={facts?.substitutions} />
        </div>
        {editing.saveError && <ErrorView error={editing.saveError} onRetry={() => void store()} />}
        <div className={classes.foot}>
          <Button type="submit" loading={editing.isSaving} disabled={!isChanged}>
            {t('common:save')}
          </Button>
          {isChanged && (
            <Button variant="default" onClick={editing.discard}>
              {t('settings:discard')}
            </Button>
          )}
          <Text fz="sm" c={wrong.length > 0 ? 'var(--dafu-danger)' : 'dimmed'} role="status">
            {wrong.length > 0 ? t('screen.invalid', { number: wrong.length }) : isChanged ? t('screen.unsaved') : ''}
          </Text>
          {wrong[0] !== undefined && (
            <Button variant="subtle" size="compact-sm" mih={32} onClick={() => wrong[0] && goToSetting(wrong[0])}>
              {t('screen.showFirst')}
            </Button>
          )}
        </div>
      </div>
      <UnitPreview store={pages} unit={editing.valid} kind={kind} focused={focused} onKindChange={setKind} />
    </form>
  );
}
