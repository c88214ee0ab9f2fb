import { useEffect } from 'react';
import type { Place } from '#shared/document/redaction/finding.ts';
import { useJumpTarget } from '../../shell/navigation/jump.ts';
import type { LetterPart, LetterSession } from '../../editor/api.ts';
import type { OpenDraft } from './open-draft.ts';

/** Goes to a place of this letter that was asked for elsewhere (`jumpTo`), when it is open. */
export function useJump({ documentId, letter }: OpenDraft): void {
  const target = useJumpTarget((jump) => jump.target);
  useEffect(() => {
    if (target?.documentId !== documentId) return undefined;
    // The dialog that asked gives the focus back where it came from when it closes; this comes after it.
    const timer = setTimeout(() => {
      useJumpTarget.setState({ target: null });
      show(letter, target.where, target.offset);
    }, 250);
    return () => clearTimeout(timer);
  }, [documentId, letter, target]);
}

function show(letter: LetterSession, { part, blockId }: Place, offset: number): void {
  if (blockId !== undefined && letter.focusBlock(blockId, offset)) {
    letter.flashBlocks([blockId]);
    return;
  }
  const place: LetterPart = part === 'title' || part === 'salutation' ? part : headParts.has(part) ? 'head' : 'tail';
  if (part !== 'block') letter.focusPart(place, part === 'unit' ? 'unit 0' : part);
  if (part !== 'block') letter.flashParts([place]);
}

const headParts = new Set<Place['part']>(['issuer', 'docNumber', 'category', 'signer']);
