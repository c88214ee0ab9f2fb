import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fitBounds, initialShellState, readShellState, writeShellState, type ShellState } from './shell-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1366, height: 728 };

describe('where the window opens', () => {
  test.each([
    ['first time', null, [screen], { x: 240, y: 70, width: 1440, height: 900 }],
    ['first time, small screen', null, [second], { x: 1920, y: 0, width: 1366, height: 728 }],
    [
      'as it stood',
      { x: 100, y: 50, width: 1200, height: 800 },
      [screen, second],
      { x: 100, y: 50, width: 1200, height: 800 },
    ],
    [
      'on the second screen',
      { x: 2000, y: 20, width: 1100, height: 700 },
      [screen, second],
      { x: 2000, y: 20, width: 1100, height: 700 },
    ],
    [
      'its screen was unplugged',
      { x: 2000, y: 20, width: 1100, height: 700 },
      [screen],
      { x: 240, y: 70, width: 1440, height: 900 },
    ],
    [
      'its screen became smaller',
      { x: 500, y: 200, width: 1900, height: 1000 },
      [{ x: 0, y: 0, width: 1366, height: 728 }],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'only a corner is left on screen',
      { x: 1850, y: 1000, width: 1200, height: 800 },
      [screen],
      { x: 240, y: 70, width: 1440, height: 900 },
    ],
    [
      'half of it is off screen',
      { x: -600, y: 100, width: 1200, height: 800 },
      [screen],
      { x: 0, y: 100, width: 1200, height: 800 },
    ],
    ['tiny', { x: 300, y: 300, width: 250, height: 150 }, [screen], { x: 300, y: 300, width: 720, height: 600 }],
  ])('%s', (_what, remembered, screens, expected) => {
    expect(fitBounds(remembered, screens)).toEqual(expected);
  });
});

describe('the remembered state', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-state-'));
    file = join(folder, 'window.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('comes back as written, and leaves no half file', () => {
    const state: ShellState = { bounds: screen, maximized: true, colorScheme: 'dark', language: 'en' };
    writeShellState(file, state);
    expect(readShellState(file, expect.unreachable)).toEqual(state);
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test('is that of the first day when there is none', () => {
    expect(readShellState(file, expect.unreachable)).toEqual(initialShellState);
  });

  test.each(['', '{', 'null', '{"bounds":{"x":"0"}}', '{"bounds":null,"maximized":true,"colorScheme":"pink"}'])(
    'is that of the first day, and told, when the file says %j',
    (text) => {
      writeFileSync(file, text);
      const told = vi.fn<(reason: string) => void>();
      expect(readShellState(file, told)).toEqual(initialShellState);
      expect(told).toHaveBeenCalledOnce();
    },
  );
});
