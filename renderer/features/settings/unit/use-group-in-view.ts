import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { settingGroupNames, type SettingGroup } from '#shared/domain/unit-setting-index.ts';

/** How far below the upper edge a group may begin and still be the one that is read, px. */
const READING_LINE = 48;

/** The group at the top of the scrolled settings, and a way to bring another one there. */
export function useGroupInView(
  scroller: RefObject<HTMLElement | null>,
): readonly [SettingGroup, (group: SettingGroup) => void] {
  const [current, setCurrent] = useState<SettingGroup>('names');
  /** Where a jump led: there the group jumped to is the current one, also when it is too short to reach the top. */
  const jumpedTo = useRef(-1);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => {
      if (element.scrollTop === jumpedTo.current) return;
      const top = element.getBoundingClientRect().top + READING_LINE;
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      const sections = [...element.querySelectorAll<HTMLElement>('[data-group]')];
      const passed = sections.filter((section) => section.getBoundingClientRect().top <= top);
      // The last groups are too short to come to the top.
      const section = isAtEnd && element.scrollTop > 0 ? sections.at(-1) : (passed.at(-1) ?? sections[0]);
      const group = settingGroupNames.find((name) => name === section?.dataset['group']);
      if (group) setCurrent(group);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller]);
  const goTo = useCallback(
    (group: SettingGroup) => {
      const section = scroller.current?.querySelector<HTMLElement>(`[data-group="${group}"]`);
      if (section && scroller.current) scrollTo(scroller.current, section, 0);
      section?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
      jumpedTo.current = scroller.current?.scrollTop ?? -1;
      setCurrent(group);
    },
    [scroller],
  );
  return [current, goTo];
}

/**
 * Brings an element of the scroller to a share of its height from the top. `scrollIntoView` would also move what lies
 * around the scroller.
 */
export function scrollTo(scroller: HTMLElement, element: HTMLElement, share: number): void {
  const distance = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += distance - scroller.clientHeight * share;
}
