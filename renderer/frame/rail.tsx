import { Avatar, Menu, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconHelp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appearance } from '#shared/contract/settings.ts';
import { useCommand, useQueryCall } from '../rpc/hooks.ts';
import { IconAction } from '../shell/commands/icon-action.tsx';
import { useCommandHandler } from '../shell/commands/command-registry.ts';
import { navigate, useNavigation } from '../shell/navigation/navigation.ts';
import { overlays } from '../shell/navigation/overlays.ts';
import { usePanels } from '../shell/navigation/workspace.ts';
import { places } from './places.ts';
import classes from './frame.module.css';

/** `isFilled` false keeps its place. */
export function Rail({ isFilled }: { isFilled: boolean }) {
  const { t } = useTranslation('app');
  const collapsed = usePanels((panels) => panels.railCollapsed);
  return (
    <nav
      className={classes.rail}
      aria-label={t('rail.label')}
      data-collapsed={collapsed || undefined}
      data-region="rail"
    >
      {isFilled && <RailContent collapsed={collapsed} />}
    </nav>
  );
}

function RailContent({ collapsed }: { collapsed: boolean }) {
  const { t } = useTranslation('app');
  const current = useNavigation((navigation) => navigation.route.name);
  const settings = useQueryCall('settings.get', {});
  const name = settings.data?.profile.name ?? '';
  return (
    <>
      {places.map(({ route, label, icon: Icon, covers }) => (
        <RailItem
          key={label}
          label={t(label)}
          collapsed={collapsed}
          active={(covers as readonly string[]).includes(current)}
          onClick={() => void navigate(route)}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
        </RailItem>
      ))}
      <div className={classes.railFoot}>
        <ThemeMenu appearance={settings.data?.appearance} />
        <IconAction label={t('rail.help')} command="app.shortcuts" onClick={() => overlays.shortcuts(true)}>
          <IconHelp size={18} />
        </IconAction>
        <IconAction
          label={t(collapsed ? 'rail.expand' : 'rail.collapse')}
          onClick={() => usePanels.setState({ railCollapsed: !collapsed })}
        >
          {collapsed ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
        </IconAction>
        <Tooltip label={name === '' ? t('rail.profileEmpty') : t('rail.profile', { name })} position="right">
          <UnstyledButton
            aria-label={name === '' ? t('rail.profileEmpty') : t('rail.profile', { name })}
            onClick={() => void navigate({ name: 'settings', section: 'profile' })}
          >
            <Avatar size={32} radius="xl" color="blue" variant="light">
              {name === '' ? undefined : name.slice(-2)}
            </Avatar>
          </UnstyledButton>
        </Tooltip>
      </div>
    </>
  );
}

function RailItem(props: {
  label: string;
  active: boolean;
  collapsed: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  const button = (
    <UnstyledButton
      className={classes.railItem}
      aria-current={props.active ? 'page' : undefined}
      aria-label={props.collapsed ? props.label : undefined}
      onClick={props.onClick}
    >
      {props.children}
      {!props.collapsed && <span>{props.label}</span>}
    </UnstyledButton>
  );
  return props.collapsed ? (
    <Tooltip label={props.label} position="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}

const schemes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

function ThemeMenu({ appearance }: { appearance: Appearance | undefined }) {
  const { t } = useTranslation('app');
  const { colorScheme } = useMantineColorScheme();
  const save = useCommand('settings.saveAppearance');
  const choose = (scheme: Appearance['colorScheme']) => {
    if (appearance) save.mutate({ appearance: { ...appearance, colorScheme: scheme } });
  };
  useCommandHandler('app.theme', () => choose(colorScheme === 'dark' ? 'light' : 'dark'));
  const Icon = schemes.find(({ value }) => value === (appearance?.colorScheme ?? 'auto'))?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="right-end">
      <Menu.Target>
        <IconAction label={t('rail.theme')}>
          <Icon size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ value, icon: SchemeIcon }) => (
          <Menu.Item
            key={value}
            leftSection={<SchemeIcon size={16} aria-hidden />}
            aria-current={appearance?.colorScheme === value || undefined}
            onClick={() => choose(value)}
          >
            {t(`theme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
