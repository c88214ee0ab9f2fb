import { describe, expect, it } from 'vitest';
import type { SelectionState } from '../../editor/api.ts';
import { followStep } from './follow-step.ts';

describe('undo of a step of the letter', () => {
  it('is heard, and redo too; typing is neither', () => {
    let json = 'after';
    let canRedo = false;
    let change = () => {};
    const turns: boolean[] = [];
    followStep(
      {
        getDocumentJson: () => json,
        onChange: (listener) => {
          change = listener;
          return () => undefined;
        },
        selection: { get: () => ({ canRedo }) as SelectionState, subscribe: () => () => undefined },
      },
      { before: 'before', after: 'after' },
      (isUndone) => turns.push(isUndone),
    );
    const become = (next: string, redo: boolean) => {
      json = next;
      canRedo = redo;
      change();
    };
    become('after, typed', false);
    become('after', true);
    expect(turns).toEqual([]);
    become('before', true);
    become('after', false);
    expect(turns).toEqual([false, true]);
  });
});
