import { isSameValue } from '../resolve/patch-value.ts';
import type { Decision } from '../revision-marks.ts';
import type { ReplyDocument } from '../schema.ts';
import type { Thread } from '../threads.ts';
import type { ReviewPlace } from './place.ts';
import { sightings, type ChangePart, type Sighting } from './sightings.ts';

export type ChangeKind = ChangePart['kind'] | 'replacement' | 'split' | 'join' | 'several';

/** One revision: what can be decided by itself. */
export interface ReviewChange {
  type: 'change';
  revision: string;
  /** '' where the letter does not say. */
  author: string;
  authorId: string;
  /** ms since the epoch, UTC. */
  at: number;
  kind: ChangeKind;
  /** In reading order; neighbouring text is one part. At least one. */
  parts: ChangePart[];
  /** Of the first part. */
  place: ReviewPlace;
  /** Decided ones are here as long as their effect waits for another one. */
  state: 'open' | Decision;
}

export interface ReviewThread {
  type: 'thread';
  id: string;
  /** Absent: the letter only names it, its text is stored elsewhere. */
  thread?: Thread;
  /** The words it is about as they stand now, without what is struck; the stored quote may have other ones. */
  now: string;
  place: ReviewPlace;
  state: Thread['state'];
  /** What it was about is gone. */
  isDetached: boolean;
}

export type ReviewItem = ReviewChange | ReviewThread;

/**
 * All changes and threads of a letter, each once, in reading order: head, parts, tail. A thread on a change follows that
 * change; threads on the whole letter come first, detached ones last.
 */
export function reviewItems(document: ReplyDocument): ReviewItem[] {
  const collected = new Collected(document);
  for (const sighting of sightings(document)) {
    if (sighting.type === 'thread') collected.seeThread(sighting.id, sighting.text, sighting.place);
    else collected.seeMark(sighting);
  }
  return collected.finish();
}

/** The changes alone. */
export function reviewChanges(document: ReplyDocument): ReviewChange[] {
  return reviewItems(document).filter((item) => item.type === 'change');
}

class Collected {
  private readonly items: ReviewItem[] = [];
  private readonly changes = new Map<string, ReviewChange>();
  private readonly threads = new Map<string, ReviewThread>();
  /** Where the last sighting of each part was. */
  private readonly ends = new Map<ChangePart, number>();
  private readonly onRevision = new Map<string, string[]>();
  private readonly document: ReplyDocument;

  constructor(document: ReplyDocument) {
    this.document = document;
    for (const [id, { anchor }] of Object.entries(document.threads)) {
      if (anchor.type !== 'revision') continue;
      this.onRevision.set(anchor.id, [...(this.onRevision.get(anchor.id) ?? []), id]);
    }
  }

  seeThread(id: string, text: string, place: ReviewPlace): void {
    const known = this.threads.get(id);
    if (known === undefined) this.addThread(id, text, place);
    else known.now += (isSameValue(known.place, place) ? '' : '\n') + text;
  }

  seeMark({ revision, part, at }: Mark): void {
    const change = this.changes.get(revision) ?? this.addChange(revision, part.place);
    const last = change.parts.findLast(({ kind }) => kind === part.kind);
    const end = last && this.ends.get(last);
    if (last && end !== undefined && at - end <= 1 && isContinued(last, part)) {
      last.text += part.text;
      if (part.of === 'text') last.of = 'text';
      this.ends.set(last, at);
    } else {
      const added = { ...part };
      change.parts.push(added);
      this.ends.set(added, at);
    }
  }

  finish(): ReviewItem[] {
    for (const change of this.changes.values()) change.kind = kindOf(change.parts);
    for (const id of Object.keys(this.document.threads)) {
      if (!this.threads.has(id)) this.addThread(id, '', { part: 'letter' }, true);
    }
    return this.items;
  }

  private addChange(revision: string, place: ReviewPlace): ReviewChange {
    const { revisions, decided = {} } = this.document;
    const known = Object.hasOwn(revisions, revision) ? revisions[revision] : undefined;
    const change: ReviewChange = {
      type: 'change',
      revision,
      author: known?.author ?? '',
      authorId: known?.authorId ?? '',
      at: known?.at ?? 0,
      kind: 'several',
      parts: [],
      place,
      state: (Object.hasOwn(decided, revision) && decided[revision]) || 'open',
    };
    this.changes.set(revision, change);
    this.items.push(change);
    for (const id of this.onRevision.get(revision) ?? []) this.addThread(id, '', place);
    return change;
  }

  private addThread(id: string, now: string, place: ReviewPlace, isDetached = false): void {
    const thread = Object.hasOwn(this.document.threads, id) ? this.document.threads[id] : undefined;
    const state = thread?.state ?? 'open';
    const item: ReviewThread = { type: 'thread', id, ...(thread && { thread }), now, place, state, isDetached };
    this.threads.set(id, item);
    this.items.push(item);
  }
}

type Mark = Extract<Sighting, { type: 'mark' }>;

/** Neighbouring text of one change is one part, over paragraph marks too; text of one new format is as well. */
function isContinued(last: ChangePart, part: ChangePart): boolean {
  const isText = ({ of }: ChangePart) => of === 'text' || of === 'paragraph';
  if (part.kind === 'insertion' || part.kind === 'deletion') return isText(last) && isText(part);
  return (
    part.kind === 'format' &&
    last.of === 'text' &&
    part.of === 'text' &&
    isSameValue(last.before, part.before) &&
    isSameValue(last.after, part.after)
  );
}

function kindOf(parts: readonly ChangePart[]): ChangeKind {
  const kinds = new Set(parts.map(({ kind }) => kind));
  const [first] = parts;
  if (kinds.size === 1 && first !== undefined) {
    const isMarkOnly = parts.length === 1 && first.of === 'paragraph';
    if (isMarkOnly) return first.kind === 'insertion' ? 'split' : 'join';
    return first.kind;
  }
  return kinds.size === 2 && kinds.has('insertion') && kinds.has('deletion') ? 'replacement' : 'several';
}
