import { create } from 'zustand';
import type { Route } from './route.ts';

/** Asked before a screen is left; `false` keeps it (its text could not be saved and the person wants to stay). */
type LeaveGuard = () => Promise<boolean>;

interface Navigation {
  route: Route;
  guard: LeaveGuard | null;
}

export const useNavigation = create<Navigation>(() => ({ route: { name: 'desk' }, guard: null }));

export async function navigate(route: Route): Promise<void> {
  const { guard } = useNavigation.getState();
  if (guard && !(await guard())) return;
  useNavigation.setState({ route, guard: null });
}

/** Shows where the person left the last time; only called before the first screen. */
export function startAt(route: Route): void {
  useNavigation.setState({ route, guard: null });
}

export function setLeaveGuard(guard: LeaveGuard): () => void {
  useNavigation.setState({ guard });
  return () => {
    if (useNavigation.getState().guard === guard) useNavigation.setState({ guard: null });
  };
}
