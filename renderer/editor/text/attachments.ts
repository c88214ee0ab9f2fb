import { $createParagraphNode, $getRoot, $getSelection, $getState, $isRangeSelection, $setState } from 'lexical';
import { attachmentMark } from '#shared/document/attachments.ts';
import type { Section, Tail } from '#shared/document/schema.ts';
import { newId } from '#shared/lib/ids.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { attachmentState, frameState, tailState } from '../nodes/state.ts';
import { $sectionOf, $sections } from './block-tree.ts';
import { $restore, type FrameEntry } from './structure.ts';

/**
 * Items of the list 附件： and the sections that hold their texts. Each function runs inside one update, so list, frame
 * and text change in one undo step and come back together.
 */

const noTail: Tail = { attachments: [], units: [], contacts: [], copyTo: [] };

function $tail(): Tail {
  const json = $getState($getRoot(), tailState);
  // Empty until a letter is loaded.
  return json === '' ? noTail : (JSON.parse(json) as Tail);
}

function $setItems(change: (items: Tail['attachments']) => Tail['attachments']): void {
  const tail = $tail();
  $setRootState(tailState, JSON.stringify({ ...tail, attachments: change(tail.attachments) }));
}

/** Writing a state is a change of the letter, even where the value is the same. */
function $setRootState(state: typeof tailState, json: string): void {
  if (json !== $getState($getRoot(), state)) $setState($getRoot(), state, json);
}

export function $textOfItem(itemId: string): SectionNode | null {
  return $sections().find((section) => section.getAttachment()?.itemId === itemId) ?? null;
}

/** Above the text of an attachment: 附件1 and the title of its item. */
export function $attachmentHead(section: SectionNode): { mark: string; title: string } {
  const { attachments } = $tail();
  const place = attachments.findIndex(({ id }) => id === section.getAttachment()?.itemId);
  return {
    mark: attachmentMark(place < 0 ? attachments.length : place, attachments.length),
    title: attachments[place]?.title ?? '',
  };
}

/** Gives the item a text of its own, empty, with the caret in it. */
export function $addAttachmentText(itemId: string): void {
  if ($textOfItem(itemId) || !$tail().attachments.some(({ id }) => id === itemId)) return;
  const entry: FrameEntry = {
    part: 'section',
    sid: newId(),
    role: 'attachment',
    attachment: JSON.stringify({ itemId }),
  };
  const section = $restore(entry).clear().append($createParagraphNode());
  $getRoot().append(section);
  $setFrame((frame) => [...frame, entry]);
  section.selectStart();
}

export function $removeAttachmentText(itemId: string): void {
  const section = $textOfItem(itemId);
  if (!section) return;
  const sid = section.getSectionId();
  const selection = $getSelection();
  const holdsCaret =
    $isRangeSelection(selection) &&
    [selection.anchor, selection.focus].some((point) => $sectionOf(point.getNode())?.is(section));
  const before = section.getPreviousSibling<SectionNode>();
  section.remove();
  $setFrame((frame) => frame.filter((entry) => entry.sid !== sid));
  if (holdsCaret) before?.selectEnd();
}

/** The item and, where it has one, its text. */
export function $removeAttachment(itemId: string): void {
  $removeAttachmentText(itemId);
  $setItems((items) => items.filter(({ id }) => id !== itemId));
  $setFrame((frame) => frame);
}

export function $moveAttachment(itemId: string, by: number): void {
  $setItems((items) => {
    const from = items.findIndex(({ id }) => id === itemId);
    const item = items[from];
    const to = from + by;
    return item && to >= 0 && to < items.length ? items.toSpliced(from, 1).toSpliced(to, 0, item) : items;
  });
  $setFrame((frame) => frame);
}

export function $setLandscape(itemId: string, isLandscape: boolean): void {
  const section = $textOfItem(itemId);
  const before = section?.getAttachment();
  if (!section || !before) return;
  const { isLandscape: _before, ...rest } = before;
  const after: Section['attachment'] = isLandscape ? { ...rest, isLandscape } : rest;
  const json = JSON.stringify(after);
  $setState(section, attachmentState, json);
  $setFrame((frame) =>
    frame.map((entry) => (entry.sid === section.getSectionId() ? { ...entry, attachment: json } : entry)),
  );
}

/** Writes the frame, texts of attachments in the order of the list, and puts the sections into the same order. */
function $setFrame(change: (frame: FrameEntry[]) => FrameEntry[]): void {
  const root = $getRoot();
  const items = $tail().attachments;
  const placeOf = (entry: FrameEntry) => {
    if (entry.role !== 'attachment') return -1;
    const { itemId = '' } = JSON.parse(entry.attachment ?? '{}') as { itemId?: string };
    const place = items.findIndex(({ id }) => id === itemId);
    return place < 0 ? items.length : place;
  };
  const frame = change(JSON.parse($getState(root, frameState)) as FrameEntry[]).toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  );
  $setRootState(frameState, JSON.stringify(frame));
  const sections = new Map($sections().map((section) => [section.getSectionId(), section]));
  const ordered = frame.map(({ sid }) => sections.get(sid)).filter((section) => section !== undefined);
  const isInOrder = ordered.every((section, index) => index === 0 || ordered[index - 1]?.isBefore(section));
  if (!isInOrder) for (const section of ordered) root.append(section);
}
