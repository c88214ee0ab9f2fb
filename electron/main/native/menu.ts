import { Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { EditAction } from '#shared/contract/shell.ts';
import { words } from './words.ts';

/**
 * The native menu. Editing goes by roles, so that copy, paste and undo work in every field. The other items send a
 * command id of the window (`renderer/shell/commands/shortcuts.ts`); their keys are shown here and handled there, which is why
 * they are not registered: one press must not run twice.
 */
export function buildMenu(options: {
  withDevTools: boolean;
  target: () => BrowserWindow | null;
  quit: () => void;
}): Menu {
  const item = (label: string, commandId: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: words(`menu.${label}`),
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
    click: () => options.target()?.webContents.send('shell:menuCommand', commandId),
  });
  const role = (label: string, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    label: words(`menu.${label}`),
    role: name,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const appMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([
    ...appMenu,
    {
      label: words('menu.file'),
      submenu: [
        item('newReply', 'reply.new', 'CmdOrCtrl+N'),
        item('import', 'reply.import', 'CmdOrCtrl+O'),
        separator,
        item('nameVersion', 'draft.nameVersion', 'CmdOrCtrl+S'),
        item('export', 'draft.export', 'CmdOrCtrl+Shift+S'),
        item('print', 'draft.print', 'CmdOrCtrl+P'),
        separator,
        { label: words('menu.quit'), accelerator: 'CmdOrCtrl+Q', click: options.quit },
      ],
    },
    {
      label: words('menu.edit'),
      submenu: [
        ...editItems(role, separator),
        separator,
        item('find', 'draft.find', 'CmdOrCtrl+F'),
        item('replace', 'draft.replace', 'CmdOrCtrl+H'),
      ],
    },
    {
      label: words('menu.view'),
      submenu: [
        item('palette', 'view.palette', 'CmdOrCtrl+K'),
        item('outline', 'view.outline', 'CmdOrCtrl+Alt+O'),
        item('inspector', 'view.inspector', 'CmdOrCtrl+Alt+I'),
        item('focusMode', 'view.focusMode', 'F11'),
        separator,
        item('zoomIn', 'view.zoomIn', 'CmdOrCtrl+='),
        item('zoomOut', 'view.zoomOut', 'CmdOrCtrl+-'),
        item('zoomReset', 'view.zoomReset', 'CmdOrCtrl+0'),
      ],
    },
    {
      label: words('menu.go'),
      submenu: [
        item('desk', 'go.desk'),
        item('templates', 'go.templates'),
        item('settings', 'go.settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: words('menu.help'),
      submenu: [
        item('shortcuts', 'app.shortcuts', 'F1'),
        ...(options.withDevTools ? [role('devTools', 'toggleDevTools')] : []),
      ],
    },
  ]);
}

function editItems(
  role: (label: string, name: NonNullable<MenuItemConstructorOptions['role']>) => MenuItemConstructorOptions,
  separator: MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return [
    role('undo', 'undo'),
    role('redo', 'redo'),
    separator,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('pastePlain', 'pasteAndMatchStyle'),
    role('selectAll', 'selectAll'),
  ];
}

/** The same for the menus the page draws itself. */
export function editContents(contents: WebContents, action: EditAction): void {
  if (action === 'pastePlain') contents.pasteAndMatchStyle();
  else contents[action]();
}

/** Right click in text: the system's usual items. A part of the page with a menu of its own prevents this one. */
export function showEditMenuOnRightClick(window: BrowserWindow): void {
  const contents: WebContents = window.webContents;
  contents.on('context-menu', (_event, params) => {
    if (!params.isEditable && params.selectionText === '') return;
    const { canCut, canCopy, canPaste, canSelectAll } = params.editFlags;
    Menu.buildFromTemplate([
      { label: words('menu.cut'), role: 'cut', enabled: canCut },
      { label: words('menu.copy'), role: 'copy', enabled: canCopy },
      { label: words('menu.paste'), role: 'paste', enabled: canPaste },
      { label: words('menu.pastePlain'), role: 'pasteAndMatchStyle', enabled: canPaste },
      { type: 'separator' },
      { label: words('menu.selectAll'), role: 'selectAll', enabled: canSelectAll },
    ]).popup({ window });
  });
}
