import { create } from 'zustand';
import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';

interface NewReply {
  /** The pasted notice. */
  notice: string;
  facts: CaseFacts;
  /** Chosen by the person; null: the one that suits the case. */
  templateId: string | null;
  /** What the notice told; null while none was read. */
  read: readonly (keyof CaseFacts)[] | null;
}

const nothing = (): NewReply => ({ notice: '', facts: emptyCaseFacts(), templateId: null, read: null });

/** The reply that is being made, kept until it is created or given up. */
export const useNewReply = create<NewReply>(nothing);

export function discardNewReply(): void {
  useNewReply.setState(nothing());
}

/** What was read wins over what stood there; what was not read stays. */
export function mergeFacts(present: CaseFacts, read: CaseFacts): { merged: CaseFacts; found: (keyof CaseFacts)[] } {
  const found = (Object.keys(read) as (keyof CaseFacts)[]).filter((key) => {
    const value = read[key];
    return key !== 'kind' && key !== 'role' && value !== null && value.length > 0;
  });
  const part = Object.fromEntries(found.map((key) => [key, read[key]]));
  const merged = found.length === 0 ? present : { ...present, kind: read.kind, role: read.role, ...part };
  return { merged, found };
}
