import { create } from 'zustand';
import type { Place } from '#shared/document/redaction/finding.ts';
import { navigate, useNavigation } from './navigation.ts';

/** A place of a letter somebody wants to see; the draft's screen goes there once it is open, and forgets it. */
export interface JumpTarget {
  documentId: string;
  where: Place;
  /** Offset in the text of the place. */
  offset: number;
}

export const useJumpTarget = create<{ target: JumpTarget | null }>(() => ({ target: null }));

/** Opens the letter there. Nothing happens when the person stays where they are because something is not saved. */
export async function jumpTo(target: JumpTarget): Promise<void> {
  const { route } = useNavigation.getState();
  useJumpTarget.setState({ target });
  if (route.name === 'draft' && route.documentId === target.documentId) return;
  await navigate({ name: 'draft', documentId: target.documentId });
  const after = useNavigation.getState().route;
  if (after.name !== 'draft' || after.documentId !== target.documentId) useJumpTarget.setState({ target: null });
}
