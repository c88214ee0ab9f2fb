import type { WordBlock, WordComment, WordPosition } from './model.ts';
import { walk, type WordNode } from './walk.ts';
import { childrenOf, type XmlElement } from './xml.ts';

/** A place in the text as stored, deleted text included. */
export interface TextPlace {
  position: WordPosition;
  /** UTF-16 units before it in the paragraph; what is no text (a tab, a break, a symbol) counts one. */
  offset: number;
}

/** What is said about one range of text. */
export interface CommentThread {
  comment: ThreadComment;
  /** In the order of the file; Word knows one level only. */
  replies: ThreadComment[];
  isResolved: boolean;
  /** The file does not say what answers what; comments on the very same range were taken as replies. */
  isInferred: boolean;
  /** Null where no mark in the text refers to the comment. */
  anchor: CommentAnchor | null;
}
export interface ThreadComment extends WordComment {
  /** The moment in UTC, where the program stored it. */
  dateUtc: string | undefined;
  /** Stays the same when Word stores the file anew. */
  durableId: string | undefined;
}
/** A comment without a range stands at a single place: start and end are the same. */
export interface CommentAnchor {
  start: TextPlace;
  end: TextPlace;
}

/** The parts beside the comments themselves; each may be missing. */
export interface CommentDetails {
  extended: XmlElement | undefined;
  ids: XmlElement | undefined;
  extensible: XmlElement | undefined;
}

/** `stories`: the texts that may hold anchors, the body first. */
export function readThreads(
  comments: readonly WordComment[],
  { extended, ids, extensible }: CommentDetails,
  stories: readonly (readonly WordBlock[])[],
): CommentThread[] {
  const anchors = anchorsIn(stories);
  const states = new Map(
    childrenOf(extended, 'w15:commentEx').map(({ attributes }) => [attributes['w15:paraId'] ?? '', attributes]),
  );
  const durable = new Map(
    childrenOf(ids, 'w16cid:commentId').map(({ attributes }) => [
      attributes['w16cid:paraId'] ?? '',
      attributes['w16cid:durableId'],
    ]),
  );
  const utc = new Map(
    childrenOf(extensible, 'w16cex:commentExtensible').map(({ attributes }) => [
      attributes['w16cex:durableId'],
      attributes['w16cex:dateUtc'],
    ]),
  );
  const written = comments.map((stored): Written => {
    const key = keyOf(stored);
    const state = key === undefined ? undefined : states.get(key);
    const durableId = key === undefined ? undefined : durable.get(key);
    return {
      comment: { ...stored, durableId, dateUtc: durableId === undefined ? undefined : utc.get(durableId) },
      key,
      answers: state?.['w15:paraIdParent'],
      isResolved: /^(1|true|on)$/i.test(state?.['w15:done'] ?? ''),
    };
  });
  const byKey = new Map(written.map((one) => [one.key, one]));
  const threads = new Map<Written, CommentThread>();
  // Whatever is answered comes first, for programs store comments in any order.
  for (const first of written.filter((one) => firstOf(one, byKey) === one)) {
    const anchor = anchors.get(first.comment.id) ?? null;
    const inferred = extended ? undefined : sameRange([...threads.values()], anchor);
    if (inferred) {
      inferred.replies.push(first.comment);
      inferred.isInferred = true;
      continue;
    }
    const { comment, isResolved } = first;
    threads.set(first, { comment, replies: [], isResolved, isInferred: false, anchor });
  }
  for (const one of written) {
    const first = firstOf(one, byKey);
    if (first !== one) threads.get(first)?.replies.push(one.comment);
  }
  return [...threads.values()];
}

interface Written {
  comment: ThreadComment;
  key: string | undefined;
  /** Key of what it answers. */
  answers: string | undefined;
  isResolved: boolean;
}

/** The comment a thread begins with; one that answers itself, directly or not, begins its own. */
function firstOf(one: Written, byKey: ReadonlyMap<string | undefined, Written>): Written {
  const seen = new Set([one]);
  let first = one;
  for (;;) {
    const next = first.answers === undefined ? undefined : byKey.get(first.answers);
    if (!next) return first;
    if (seen.has(next)) return one;
    seen.add(next);
    first = next;
  }
}

/** The other parts name a comment by its last paragraph. */
function keyOf({ blocks }: WordComment): string | undefined {
  return blocks.findLast((block) => block.kind === 'paragraph')?.paraId;
}

/** Programs that store no threads put a reply on the range of what it answers. */
function sameRange(threads: readonly CommentThread[], anchor: CommentAnchor | null): CommentThread | undefined {
  if (!anchor || isSamePlace(anchor.start, anchor.end)) return undefined;
  return threads.find(
    (thread) =>
      thread.anchor !== null &&
      isSamePlace(thread.anchor.start, anchor.start) &&
      isSamePlace(thread.anchor.end, anchor.end),
  );
}

function isSamePlace(one: TextPlace, other: TextPlace): boolean {
  return (
    one.offset === other.offset &&
    one.position.index === other.position.index &&
    one.position.part === other.position.part
  );
}

function anchorsIn(stories: readonly (readonly WordBlock[])[]): Map<string, CommentAnchor> {
  const starts = new Map<string, TextPlace>();
  const ends = new Map<string, TextPlace>();
  const references = new Map<string, TextPlace>();
  for (const story of stories) {
    /** Paragraphs around: a text box has paragraphs of its own. */
    const around: TextPlace[] = [];
    let last: TextPlace | undefined;
    /** Ranges that begin between paragraphs, and hold from the next one on. */
    let waiting: string[] = [];
    walk(
      story,
      (node) => {
        if (node.kind === 'paragraph') {
          last = { position: node.position, offset: 0 };
          around.push(last);
          for (const id of waiting) starts.set(id, { ...last });
          waiting = [];
          return;
        }
        const place = around.at(-1);
        if (place) place.offset += lengthOf(node);
        const isRange = node.kind === 'range' && node.of === 'comment';
        if (isRange && node.edge === 'start' && !place) waiting.push(node.id);
        const known = place ?? last;
        if (!known) return;
        if (node.kind === 'comment-reference') references.set(node.id, { ...known });
        else if (isRange && node.edge === 'end') ends.set(node.id, { ...known });
        else if (isRange && place) starts.set(node.id, { ...place });
      },
      (node) => {
        if (node.kind === 'paragraph') last = around.pop();
      },
    );
  }
  const anchors = new Map<string, CommentAnchor>();
  for (const id of new Set([...starts.keys(), ...ends.keys(), ...references.keys()])) {
    const start = starts.get(id) ?? references.get(id) ?? ends.get(id);
    const end = ends.get(id) ?? references.get(id) ?? start;
    if (start && end) anchors.set(id, { start, end });
  }
  return anchors;
}

function lengthOf(node: WordNode): number {
  switch (node.kind) {
    case 'text':
      return node.text.length;
    case 'tab':
    case 'break':
    case 'symbol':
    case 'no-break-hyphen':
    case 'soft-hyphen':
      return 1;
    default:
      return 0;
  }
}
