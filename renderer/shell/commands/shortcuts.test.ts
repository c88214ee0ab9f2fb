import { describe, expect, it } from 'vitest';
import { commandIds, commandOfKey, commands, keysLabel } from './shortcuts.ts';

const key = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

describe('shortcuts', () => {
  it('finds a command by its keys and tells Ctrl+S from Ctrl+Shift+S', () => {
    expect(commandOfKey(key('s', { ctrlKey: true }))).toBe('draft.nameVersion');
    expect(commandOfKey(key('S', { ctrlKey: true, shiftKey: true }))).toBe('draft.export');
    expect(commandOfKey(key('s'))).toBeUndefined();
  });

  it('knows the key by its place when an input method or AltGr changes the character', () => {
    expect(commandOfKey({ ...key('ø', { ctrlKey: true, altKey: true }), code: 'KeyO' })).toBe('view.outline');
    expect(commandOfKey({ ...key('¡', { altKey: true }), code: 'Digit1' })).toBe('view.inspectorCase');
  });

  it('zooms in with + with and without Shift', () => {
    expect(commandOfKey(key('+', { ctrlKey: true, shiftKey: true }))).toBe('view.zoomIn');
    expect(commandOfKey(key('=', { ctrlKey: true }))).toBe('view.zoomIn');
  });

  it('leaves editing keys to the editor', () => {
    expect(commandOfKey(key('b', { ctrlKey: true }))).toBeUndefined();
    expect(keysLabel('edit.bold')).toBe('Ctrl+B');
  });

  it('gives no key to two commands', () => {
    const all = commandIds.flatMap((id) => [...commands[id].keys]);
    expect(new Set(all).size).toBe(all.length);
  });
});
