import { TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  groupOf,
  settingGroupNames,
  settingIds,
  type SettingGroup,
  type SettingId,
} from '#shared/domain/unit-setting-index.ts';
import classes from './unit-screen.module.css';

interface GroupNavProps {
  current: SettingGroup;
  changed: readonly SettingGroup[];
  onGroup: (group: SettingGroup) => void;
  onSetting: (id: SettingId) => void;
  children: ReactNode;
}

/** The groups of the settings to jump to; with a word typed, the settings it finds. */
export function GroupNav({ current, changed, onGroup, onSetting, children }: GroupNavProps) {
  const { t } = useTranslation('unit');
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const hits = wanted === '' ? [] : settingIds.filter((id) => foundIn(id));
  function foundIn(id: SettingId): boolean {
    return `${t(`label.${id}`)} ${t(`group.${groupOf(id)}`)}`.toLowerCase().includes(wanted);
  }
  return (
    <nav className={classes.nav} aria-label={t('screen.nav')} data-region="settings-nav">
      <TextInput
        mb="xs"
        type="search"
        aria-label={t('screen.search')}
        placeholder={t('screen.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') setWords('');
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (hits[0] !== undefined) onSetting(hits[0]);
        }}
      />
      {wanted === ''
        ? settingGroupNames.map((group) => (
            <UnstyledButton
              key={group}
              className={classes.navItem}
              aria-current={group === current}
              data-changed={changed.includes(group) || undefined}
              onClick={() => onGroup(group)}
            >
              {t(`group.${group}`)}
            </UnstyledButton>
          ))
        : hits.map((id) => (
            <UnstyledButton key={id} className={classes.navItem} onClick={() => onSetting(id)}>
              {t(`label.${id}`)}
              <span className={classes.hitGroup}>{t(`group.${groupOf(id)}`)}</span>
            </UnstyledButton>
          ))}
      <div role="status" className={classes.hitGroup}>
        {wanted !== '' && hits.length === 0 && t('screen.noHits')}
      </div>
      {children}
    </nav>
  );
}
