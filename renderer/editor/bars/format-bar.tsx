import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconEyeOff,
  IconChevronDown,
  IconItalic,
  IconUnlink,
  IconList,
  IconPageBreak,
  IconUnderline,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '../../shell/commands/shortcuts.ts';
import { keysLabel } from '../../shell/commands/shortcuts.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { BlockStyle, LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { StyleItems } from './style-items.tsx';
import { SymbolMenu } from './symbol-menu.tsx';
import { TemplateTools } from './template-tools.tsx';
import { TableMenu } from './table-menu.tsx';
import { keepFocus, switchedOff } from './tool-state.ts';

const listStyles = ['list-bullet', 'list-decimal', 'list-paren', 'list-circled'] as const satisfies BlockStyle[];
const listKeys: Partial<Record<(typeof listStyles)[number], CommandId>> = {
  'list-bullet': 'edit.bulletList',
  'list-decimal': 'edit.numberedList',
};

interface FormatBarProps {
  session: LetterSession;
  /** Adds the tools for making templates: fields bound to the case, and placeholders. */
  template?: boolean;
}

export function FormatBar({ session, template = false }: FormatBarProps) {
  const { t } = useTranslation('editor');
  const state = useStore(session.selection);
  const { commands } = session;
  const inText = state.styleEnabled && !state.readOnly;
  return (
    <div className={classes.formatBar} role="toolbar" aria-label={t('bar.label')} onMouseDown={keepFocus}>
      <Tool
        label={t('bar.undo')}
        command="edit.undo"
        disabled={!state.canUndo || state.readOnly}
        onUse={() => commands.undo()}
      >
        <IconArrowBackUp size={18} />
      </Tool>
      <Tool
        label={t('bar.redo')}
        command="edit.redo"
        disabled={!state.canRedo || state.readOnly}
        onUse={() => commands.redo()}
      >
        <IconArrowForwardUp size={18} />
      </Tool>
      <Divider />
      <StyleMenu session={session} disabled={!inText} />
      <Divider />
      <Tool
        label={t('bar.bold')}
        command="edit.bold"
        active={state.bold}
        disabled={!inText}
        onUse={() => commands.toggleFormat('bold')}
      >
        <IconBold size={18} />
      </Tool>
      <Tool
        label={t('bar.italic')}
        command="edit.italic"
        active={state.italic}
        disabled={!inText}
        onUse={() => commands.toggleFormat('italic')}
      >
        <IconItalic size={18} />
      </Tool>
      <Tool
        label={t('bar.underline')}
        command="edit.underline"
        active={state.underline}
        disabled={!inText}
        onUse={() => commands.toggleFormat('underline')}
      >
        <IconUnderline size={18} />
      </Tool>
      <Divider />
      <ListMenu session={session} disabled={!inText} />
      <TableMenu session={session} disabled={!inText} />
      <SymbolMenu session={session} disabled={state.readOnly || state.part === null} />
      <Tool
        label={t('bar.pageBreak')}
        command="edit.pageBreak"
        disabled={!inText || state.inTable}
        onUse={() => commands.insertPageBreak()}
      >
        <IconPageBreak size={18} />
      </Tool>
      <Tool
        label={t('bar.redact')}
        command="edit.redact"
        active={state.redacted}
        disabled={!state.isRange || state.readOnly}
        onUse={() => commands.toggleRedaction()}
      >
        <IconEyeOff size={18} />
      </Tool>
      {state.field !== null && (
        <Tool label={t('bar.detachField')} disabled={state.readOnly} onUse={() => commands.detachField()}>
          <IconUnlink size={18} />
        </Tool>
      )}
      {template && <TemplateTools session={session} disabled={state.readOnly} />}
    </div>
  );
}

interface ToolProps {
  label: string;
  command?: CommandId;
  active?: boolean;
  disabled: boolean;
  onUse: () => void;
  children: ReactNode;
}

function Tool({ label, command, active, disabled, onUse, children }: ToolProps) {
  return (
    <IconAction
      label={label}
      {...(command && { command })}
      {...switchedOff(disabled)}
      {...(active !== undefined && { 'aria-pressed': active })}
      variant={active ? 'light' : 'subtle'}
      color={active ? 'blue' : 'gray'}
      onClick={() => {
        if (!disabled) onUse();
      }}
    >
      {children}
    </IconAction>
  );
}

function Divider() {
  return <span className={classes.divider} aria-hidden />;
}

function StyleMenu({ session, disabled }: { session: LetterSession; disabled: boolean }) {
  const { t } = useTranslation('editor');
  const { style } = useStore(session.selection);
  const name = style === null ? (disabled ? t('bar.body') : t('bar.mixed')) : t(`bar.${style}`);
  return (
    <Menu position="bottom-start" disabled={disabled} returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.styleButton}
          aria-label={`${t('bar.style')}：${name}`}
          title={t('bar.style')}
          {...switchedOff(disabled)}
        >
          <span>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <StyleItems session={session} />
      </Menu.Dropdown>
    </Menu>
  );
}

function ListMenu({ session, disabled }: { session: LetterSession; disabled: boolean }) {
  const { t } = useTranslation('editor');
  const { style } = useStore(session.selection);
  const active = style?.startsWith('list-') ?? false;
  return (
    <Menu position="bottom-start" disabled={disabled} returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <IconAction
          label={t('bar.list')}
          {...switchedOff(disabled)}
          variant={active ? 'light' : 'subtle'}
          color={active ? 'blue' : 'gray'}
        >
          <IconList size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        {listStyles.map((option) => (
          <Menu.Item
            key={option}
            onMouseDown={keepFocus}
            aria-checked={style === option}
            rightSection={listKeys[option] && <kbd className={classes.keys}>{keysLabel(listKeys[option])}</kbd>}
            onClick={() => session.commands.setStyle(style === option ? 'body' : option)}
          >
            {t(`bar.${option}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
