import { useEffect, useRef } from 'react';
import { registerFlush } from '../../shell/navigation/close-flow.ts';
import { setLeaveGuard } from '../../shell/navigation/navigation.ts';

/** A form left with changes saves them on the way out. `save` is false when it could not: then one stays. */
export function useSaveOnLeave(isChanged: boolean, save: () => Promise<boolean>): void {
  const latest = useRef({ isChanged, save });
  useEffect(() => {
    latest.current = { isChanged, save };
  });
  useEffect(() => {
    const leave = async () => !latest.current.isChanged || latest.current.save();
    const stops = [setLeaveGuard(leave), registerFlush(leave)];
    return () => stops.forEach((stop) => stop());
  }, []);
}
