/**
 * Every command of the window with its keys: the one table behind key handling, menus, tooltips, the command palette
 * and the F1 sheet. `Mod` is Ctrl (⌘ on a Mac). Commands marked `editor` are handled by the letter editor itself; they
 * stand here so that they are shown.
 */
export const commands = {
  'reply.new': { keys: ['Mod+N'], group: 'file' },
  'reply.import': { keys: ['Mod+O'], group: 'file' },
  'draft.nameVersion': { keys: ['Mod+S'], group: 'file' },
  'draft.export': { keys: ['Mod+Shift+S'], group: 'file' },
  'draft.print': { keys: ['Mod+P'], group: 'file' },
  'draft.sheets': { keys: ['Mod+Alt+F'], group: 'file' },
  'draft.find': { keys: ['Mod+F'], group: 'edit' },
  'draft.replace': { keys: ['Mod+H'], group: 'edit' },
  'edit.undo': { keys: ['Mod+Z'], group: 'edit', editor: true },
  'edit.redo': { keys: ['Mod+Y', 'Mod+Shift+Z'], group: 'edit', editor: true },
  'edit.bold': { keys: ['Mod+B'], group: 'edit', editor: true },
  'edit.italic': { keys: ['Mod+I'], group: 'edit', editor: true },
  'edit.underline': { keys: ['Mod+U'], group: 'edit', editor: true },
  'edit.heading1': { keys: ['Mod+Alt+1'], group: 'edit', editor: true },
  'edit.heading2': { keys: ['Mod+Alt+2'], group: 'edit', editor: true },
  'edit.heading3': { keys: ['Mod+Alt+3'], group: 'edit', editor: true },
  'edit.heading4': { keys: ['Mod+Alt+4'], group: 'edit', editor: true },
  'edit.body': { keys: ['Mod+Shift+N'], group: 'edit', editor: true },
  'edit.bulletList': { keys: ['Mod+Shift+L'], group: 'edit', editor: true },
  'edit.numberedList': { keys: ['Mod+Shift+7'], group: 'edit', editor: true },
  'edit.moveUp': { keys: ['Alt+Shift+ArrowUp'], group: 'edit', editor: true },
  'edit.moveDown': { keys: ['Alt+Shift+ArrowDown'], group: 'edit', editor: true },
  'edit.pageBreak': { keys: ['Mod+Enter'], group: 'edit', editor: true },
  'edit.redact': { keys: ['Mod+Alt+R'], group: 'edit', editor: true },
  'view.palette': { keys: ['Mod+K'], group: 'view' },
  'view.outline': { keys: ['Mod+Alt+O'], group: 'view' },
  'view.inspectorCase': { keys: ['Alt+1'], group: 'view' },
  'view.inspectorVersions': { keys: ['Alt+2'], group: 'view' },
  'view.inspectorImport': { keys: ['Alt+3'], group: 'view' },
  'view.inspectorPreview': { keys: ['Alt+5'], group: 'view' },
  'view.previewHalf': { keys: [], group: 'view' },
  'view.inspector': { keys: ['Mod+Alt+I'], group: 'view' },
  'view.nextRegion': { keys: ['F6'], group: 'view' },
  'view.previousRegion': { keys: ['Shift+F6'], group: 'view' },
  'view.focusMode': { keys: ['F11'], group: 'view' },
  'view.zoomIn': { keys: ['Mod+=', 'Mod++'], group: 'view' },
  'view.zoomOut': { keys: ['Mod+-'], group: 'view' },
  'view.zoomReset': { keys: ['Mod+0'], group: 'view' },
  'go.desk': { keys: [], group: 'go' },
  'go.templates': { keys: [], group: 'go' },
  'go.settings': { keys: ['Mod+,'], group: 'go' },
  'go.trash': { keys: [], group: 'go' },
  'app.theme': { keys: [], group: 'go' },
  'app.shortcuts': { keys: ['F1'], group: 'go' },
} as const satisfies Record<string, CommandEntry>;

interface CommandEntry {
  keys: readonly string[];
  group: CommandGroup;
  editor?: true;
}
export const commandGroups = ['file', 'edit', 'view', 'go'] as const;
export type CommandGroup = (typeof commandGroups)[number];
export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];

export function isCommandId(id: string): id is CommandId {
  return id in commands;
}

const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

/** `Mod+Shift+S` as printed for a person: Ctrl+Shift+S, or ⇧⌘S on a Mac. Empty when the command has no keys. */
export function keysLabel(command: CommandId): string {
  const keys = commands[command].keys[0];
  if (keys === undefined) return '';
  const label = keys.replace('ArrowUp', '↑').replace('ArrowDown', '↓');
  if (!onMac) return label.replace('Mod', 'Ctrl');
  return label.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}

/** `aria-keyshortcuts` value: Control+Shift+S. */
export function ariaKeys(command: CommandId): string | undefined {
  const keys = commands[command].keys.map((combination) => combination.replace('Mod', onMac ? 'Meta' : 'Control'));
  return keys.length === 0 ? undefined : keys.join(' ');
}

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The command of a key press, or undefined. Editor commands are left to the editor. */
export function commandOfKey(event: KeyLike): CommandId | undefined {
  return commandIds.find((id) => !('editor' in commands[id]) && hasKey(id, event));
}

/** The editor's command of a key press in the letter's text, or undefined. */
export function editorCommandOfKey(event: KeyLike): CommandId | undefined {
  return commandIds.find((id) => 'editor' in commands[id] && hasKey(id, event));
}

function hasKey(id: CommandId, event: KeyLike): boolean {
  return commands[id].keys.some((combination) => matches(combination, event));
}

function matches(combination: string, event: KeyLike): boolean {
  const parts = combination.endsWith('++') ? [...combination.slice(0, -2).split('+'), '+'] : combination.split('+');
  const key = parts.at(-1)?.toLowerCase() ?? '';
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const otherMod = onMac ? event.ctrlKey : event.metaKey;
  // `+` needs Shift on most keyboards, so Shift is not compared for it.
  const shiftFits = key === '+' || parts.includes('Shift') === event.shiftKey;
  return (
    shiftFits &&
    parts.includes('Mod') === mod &&
    !otherMod &&
    parts.includes('Alt') === event.altKey &&
    (event.key.toLowerCase() === key || event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`)
  );
}
