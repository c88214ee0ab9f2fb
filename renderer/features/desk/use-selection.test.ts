import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useSelection, type Selection } from './use-selection.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

describe('choosing rows', () => {
  let root: Root;
  let selection: Selection;
  const Probe = ({ ids }: { ids: string[] }) => {
    selection = useSelection(ids);
    return null;
  };
  const show = (ids: string[]) => act(() => root.render(createElement(Probe, { ids })));
  const chosen = () => [...selection.selected].toSorted();

  beforeEach(() => {
    root = createRoot(document.createElement('div'));
    show(['a', 'b', 'c', 'd']);
  });
  afterEach(() => act(() => root.unmount()));

  it('ticks one by one, and a stretch from the active row with Shift', () => {
    act(() => selection.toggle('b'));
    act(() => selection.toggle('d', true));
    expect(chosen()).toEqual(['b', 'c', 'd']);
    act(() => selection.toggle('c'));
    expect(chosen()).toEqual(['b', 'd']);
  });

  it('selects all with Ctrl+A however often it is pressed; the box in the head takes all back', () => {
    act(() => selection.selectAll());
    act(() => selection.selectAll());
    expect(chosen()).toEqual(['a', 'b', 'c', 'd']);
    act(() => selection.toggleAll());
    expect(chosen()).toEqual([]);
  });

  it('forgets what left the list, so that nothing unseen is deleted', () => {
    act(() => selection.toggle('a'));
    act(() => selection.toggle('b'));
    show(['b', 'c']);
    expect(chosen()).toEqual(['b']);
    expect(selection.activeId).toBe('b');
    show(['c']);
    expect(chosen()).toEqual([]);
    expect(selection.activeId).toBeNull();
  });
});
