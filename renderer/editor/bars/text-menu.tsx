import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keysLabel, type CommandId } from '../../shell/commands/shortcuts.ts';
import type { ClipboardAction, LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { StyleItems } from './style-items.tsx';
import { TableItems } from './table-items.tsx';
import { keepFocus } from './tool-state.ts';

interface TextMenuProps {
  session: LetterSession;
  /** Cuts, copies or pastes at the selection of the page; only the window's owner may touch the clipboard. */
  onClipboard: (action: ClipboardAction) => void;
  children: ReactElement;
}

/** What a right click in the text offers: the clipboard, the style of the line, and in a table what can be done to it. */
export function TextMenu({ session, onClipboard, children }: TextMenuProps) {
  const { t } = useTranslation('editor');
  const state = useStore(session.selection);
  const { commands } = session;
  const canWrite = !state.readOnly;
  const clipboard = (action: ClipboardAction) => () => {
    session.focus();
    onClipboard(action);
  };
  return (
    <Menu width="max-content" returnFocus={false}>
      <Menu.ContextMenu>{children}</Menu.ContextMenu>
      <Menu.Dropdown onMouseDown={keepFocus}>
        <Entry label={t('menu.cut')} disabled={!state.isRange || !canWrite} onUse={clipboard('cut')} />
        <Entry label={t('menu.copy')} disabled={!state.isRange} onUse={clipboard('copy')} />
        <Entry label={t('menu.paste')} disabled={!canWrite} onUse={clipboard('paste')} />
        <Entry label={t('menu.pastePlain')} disabled={!canWrite} onUse={clipboard('pastePlain')} />
        <Menu.Divider />
        {state.inTable && (
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item disabled={!canWrite}>{t('bar.table')}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              <TableItems session={session} />
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        )}
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item disabled={!state.styleEnabled || !canWrite}>{t('bar.style')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            <StyleItems session={session} />
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Entry
          label={t('bar.bold')}
          command="edit.bold"
          disabled={!state.styleEnabled || !canWrite}
          onUse={() => commands.toggleFormat('bold')}
        />
        <Entry
          label={t('bar.redact')}
          command="edit.redact"
          disabled={!state.isRange || !canWrite}
          onUse={() => commands.toggleRedaction()}
        />
        <Menu.Divider />
        <Entry
          label={t('menu.fullWidth')}
          disabled={!state.isRange || !canWrite}
          onUse={() => commands.changeWidth('full')}
        />
        <Entry
          label={t('menu.halfWidth')}
          disabled={!state.isRange || !canWrite}
          onUse={() => commands.changeWidth('half')}
        />
        <Menu.Divider />
        <Entry label={t('menu.selectAll')} onUse={() => commands.selectAll()} />
      </Menu.Dropdown>
    </Menu>
  );
}

interface EntryProps {
  label: string;
  command?: CommandId;
  disabled?: boolean;
  onUse: () => void;
}

function Entry({ label, command, disabled = false, onUse }: EntryProps) {
  return (
    <Menu.Item
      disabled={disabled}
      onClick={onUse}
      rightSection={command && <kbd className={classes.keys}>{keysLabel(command)}</kbd>}
    >
      {label}
    </Menu.Item>
  );
}
