import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

/** What main must know before the backend is up: where the window stood, and how it looks before its page is there. */
const shellStateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  maximized: z.boolean(),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  language: z.enum(['zh-CN', 'en']),
});
export type ShellState = z.infer<typeof shellStateSchema>;

export const initialShellState: ShellState = { bounds: null, maximized: false, colorScheme: 'auto', language: 'zh-CN' };

/**
 * A convenience, not data: the settings proper live in the store. A missing or unreadable file is reported and the
 * window opens as on the first day.
 */
export function readShellState(file: string, onUnreadable: (reason: string) => void): ShellState {
  try {
    return shellStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onUnreadable(String(error));
    return initialShellState;
  }
}

export function writeShellState(file: string, state: ShellState): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}

/** Half of a 1440 px screen, so that the letter fits beside another program. */
export const smallest = { width: 720, height: 600 };
const wanted = { width: 1440, height: 900 };

/**
 * Where to open (device-independent pixels): the remembered place when enough of it lies on a screen that exists now,
 * never larger than that screen, else the middle of the first screen.
 */
export function fitBounds(remembered: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const [first] = workAreas;
  if (first === undefined) return { x: 0, y: 0, ...wanted };
  const area = remembered && workAreas.find((candidate) => overlapArea(remembered, candidate) >= 200 * 100);
  if (!remembered || !area) {
    const width = Math.min(wanted.width, first.width);
    const height = Math.min(wanted.height, first.height);
    return {
      x: first.x + Math.round((first.width - width) / 2),
      y: first.y + Math.round((first.height - height) / 2),
      width,
      height,
    };
  }
  const width = Math.min(Math.max(remembered.width, smallest.width), area.width);
  const height = Math.min(Math.max(remembered.height, smallest.height), area.height);
  return {
    x: clamp(remembered.x, area.x, area.x + area.width - width),
    y: clamp(remembered.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function overlapArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
