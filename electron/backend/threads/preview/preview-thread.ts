import { createTaskThread, entryBeside, type TaskThread } from '../task-thread.ts';
import type { PreviewSetup, PreviewTasks } from './tasks.ts';

/**
 * Draws pages beside the store: looking for the fonts of a PC takes seconds, drawing a letter of 100 pages half a
 * second, again with every edit. Without limits: what is drawn is a letter that was let in.
 */
export function createPreviewThread(setup: PreviewSetup): TaskThread<PreviewTasks> {
  return createTaskThread({ name: 'preview', entry: entryBeside(import.meta, 'preview-worker'), setup });
}
