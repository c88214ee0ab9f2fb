import { HISTORIC_TAG, PASTE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';

/** What undo makes of a change: a step of its own, part of the step before, or nothing to be undone. */
export type UndoStep = 'own' | 'join' | 'none';

/** While changes are suggested: marked as one, not done at all, or no matter of the letter's words. */
export type WhenSuggesting = 'track' | 'refuse' | 'not-text';

interface KindOfChange {
  step: UndoStep;
  whenSuggesting: WhenSuggesting;
  /** Where one of these does not hold, the change is not made. Settled: no input method composes. */
  needs: readonly ('editable' | 'settled')[];
  /** What the browser leaves where it is: its selection, how far the letter is scrolled. */
  leaves: readonly ('selection' | 'scroll')[];
}

/** What a person does with the tools around the text. */
const byHand = { step: 'own', whenSuggesting: 'track', needs: ['editable', 'settled'], leaves: [] } as const;

/** Every way in which the editor changes the letter; what is typed and pasted is opened by the library and not here. */
export const kinds = {
  /** The selection alone. */
  caret: { step: 'none', whenSuggesting: 'not-text', needs: [], leaves: [] },
  /** The selection alone, put back to where it was or may be: the eye stays where it is. */
  keptCaret: { step: 'join', whenSuggesting: 'not-text', needs: [], leaves: ['scroll'] },
  words: byHand,
  format: byHand,
  style: byHand,
  /** The place of blocks among each other. */
  order: byHand,
  table: byHand,
  columnWidths: byHand,
  replacement: { ...byHand, leaves: ['selection'] },
  attachments: { ...byHand, leaves: ['scroll'] },
  /** What an empty block asks for; templates only. */
  prompt: { ...byHand, whenSuggesting: 'refuse' },
  /** A typed or pasted number that became the line's own. */
  typedNumber: { ...byHand, needs: ['editable'] },
  /** Head and tail. They are written in forms of their own, so a composition in the text is no obstacle. */
  form: { ...byHand, needs: ['editable'], leaves: ['selection', 'scroll'] },
  /** The fields that follow case and unit, with the words around them. */
  fields: { step: 'own', whenSuggesting: 'refuse', needs: ['settled'], leaves: ['selection'] },
  /** Another text in place of the whole letter. */
  letter: { step: 'own', whenSuggesting: 'refuse', needs: ['settled'], leaves: ['selection', 'scroll'] },
} as const satisfies Record<string, KindOfChange>;

export type ChangeKind = keyof typeof kinds;

/** Changes that are not opened by the lane's callers, as the lane's tags tell of them. */
type OtherChange = 'load' | 'paste' | 'undo' | 'typing';

export const LOAD_TAG = 'dafu-load';
const tagOf = (kind: ChangeKind) => `dafu-${kind}`;
const kindNames = Object.keys(kinds) as ChangeKind[];

const leavesTags = { selection: SKIP_DOM_SELECTION_TAG, scroll: SKIP_SCROLL_INTO_VIEW_TAG };

/** The tags of an update of this kind, but for those of its undo step. */
export function tagsOf(kind: ChangeKind): string[] {
  return [tagOf(kind), ...kinds[kind].leaves.map((left) => leavesTags[left])];
}

/** What an update was, by its tags; redo counts as undo. Several changes in one update count as the first of them. */
export function kindOf(tags: ReadonlySet<string>): ChangeKind | OtherChange {
  if (tags.has(LOAD_TAG)) return 'load';
  if (tags.has(HISTORIC_TAG)) return 'undo';
  if (tags.has(PASTE_TAG)) return 'paste';
  return kindNames.find((kind) => tags.has(tagOf(kind))) ?? 'typing';
}
