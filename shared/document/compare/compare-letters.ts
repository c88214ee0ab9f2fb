import { DafuError } from '#shared/contract/errors.ts';
import { bodySections } from '../walk.ts';
import { headingLabels } from '../numbering.ts';
import { blockText, titleText } from '../plain-text.ts';
import { project, type Projection } from '../projection.ts';
import { reviewCounts } from '../review-state.ts';
import type { Block, Head, ReplyDocument, Run, Section, Tail } from '../schema.ts';
import { allBlockIds, blocksOf } from '../walk.ts';
import { alignBlocks, entryOf, type Entry, type Step } from './align-blocks.ts';
import { fieldChanges } from './compare-fields.ts';
import type { ChangePlace } from './change-place.ts';
import type { CompareOptions, Comparison } from './comparison.ts';
import { mergedBlocks, mergedHeading } from './merge-blocks.ts';
import { mergeWords, runsOfMerged } from './merge-words.ts';
import type { Merging } from './merging.ts';
import { notableChanges, type KnownNames, type NotableChange } from './notable.ts';
import { createRecorder } from './recorder.ts';
import { pairedAttachments, pairedSections, type SectionPair } from './sections.ts';
import { statisticsOf } from './statistics.ts';
import { textKey } from './words.ts';

/**
 * Compares two letters, whether versions of one draft or strangers to each other: parts and paragraphs are aligned
 * first, then words within them. A pure function of its arguments.
 *
 * @throws DafuError REVIEW_OPEN when one has open changes and `review` does not say which of its texts is meant
 */
export function compareLetters(first: ReplyDocument, second: ReplyDocument, options: CompareOptions): Comparison {
  const { review } = options;
  const of = (side: 'a' | 'b') => (typeof review === 'string' ? review : review?.[side]);
  const a = comparable(first, of('a'));
  const b = withItemsOf(a, comparable(second, of('b')));
  const noted = createRecorder(options.ignore ?? []);
  const { recorder } = noted;
  const places = new Map([...placesOf(a), ...placesOf(b)]);
  const merging: Merging = {
    recorder,
    freshId: freshIds(a),
    placeOf: (block) => places.get(block) ?? { part: 'body' },
  };
  const notableFields: { head: NotableChange[]; tail: NotableChange[] } = { head: [], tail: [] };
  const headChanges = fieldChanges('head', a, b, recorder, notableFields.head);
  const line = (field: 'title' | 'salutation'): Run[] =>
    runsOfMerged(mergeWords([a.head[field]], [b.head[field]], { part: 'head', field: `head.${field}` }, recorder));
  const head: Head = {
    ...b.head,
    title: line('title'),
    salutation: line('salutation'),
    ...(headChanges.length > 0 && { changes: headChanges }),
  };
  const sections = [...mergedBody(a, b, merging), ...mergedAttachments(a, b, merging)];
  const tailChanges = fieldChanges('tail', a, b, recorder, notableFields.tail);
  const tail: Tail = { ...b.tail, ...(tailChanges.length > 0 && { changes: tailChanges }) };
  const changes = noted.changes();
  const notable = [...notableFields.head, ...notableChanges(noted.texts, knownNames([a, b])), ...notableFields.tail];
  const revisions = Object.fromEntries(noted.revisions.map((id) => [id, options.revision]));
  return {
    changes,
    notable,
    statistics: statisticsOf(changes, noted.texts),
    letter: { ...b, id: a.id, head, sections, tail, revisions, threads: {} },
  };
}

function comparable(letter: ReplyDocument, projection: Projection | undefined): ReplyDocument {
  if (projection) return project(letter, projection);
  const { comments: _comments, ...counts } = reviewCounts(letter);
  if (Object.values(counts).some((count) => count > 0)) {
    throw new DafuError('REVIEW_OPEN', { title: titleText(letter), ...reviewCounts(letter) });
  }
  return project(letter, 'accepted');
}

/** The second letter with the items of its list of attachments under the ids they have in the first. */
function withItemsOf(a: ReplyDocument, b: ReplyDocument): ReplyDocument {
  const left = new Map(a.tail.attachments.map((item) => [item.id, item]));
  const ids = new Map<string, string>();
  // An id that stands for something else in the second letter would become two things.
  const used = new Set([
    ...b.tail.attachments.map(({ id }) => id),
    ...b.sections.flatMap(({ attachment }) => attachment?.itemId ?? []),
  ]);
  const take = (id: string, found: string | undefined) => {
    if (found === undefined || ids.has(id) || (found !== id && used.has(found))) return;
    ids.set(id, found);
    left.delete(found);
  };
  const items = b.tail.attachments;
  for (const { id } of items) take(id, left.has(id) ? id : undefined);
  for (const { id, title } of items) take(id, [...left.values()].find((item) => item.title === title)?.id);
  // One that was renamed stands where it stood.
  for (const [index, { id }] of items.entries())
    take(
      id,
      [...left.keys()].find((key) => key === a.tail.attachments[index]?.id),
    );
  const followed = (id: string) => ids.get(id) ?? id;
  return {
    ...b,
    sections: b.sections.map((section) =>
      section.attachment
        ? { ...section, attachment: { ...section.attachment, itemId: followed(section.attachment.itemId) } }
        : section,
    ),
    tail: { ...b.tail, attachments: items.map((item) => ({ ...item, id: followed(item.id) })) },
  };
}

/** Ids that nothing in the first letter has; one that is wanted is given if it is free. */
function freshIds(a: ReplyDocument): (wanted?: string) => string {
  const taken = new Set([...allBlockIds(a), ...a.sections.map(({ id }) => id)]);
  let count = 0;
  return (wanted) => {
    let id = wanted;
    while (id === undefined || taken.has(id)) id = `compared-${(count += 1)}`;
    taken.add(id);
    return id;
  };
}

/** Where each block stands, those in cells where their table does. */
function placesOf(letter: ReplyDocument): Map<Block, ChangePlace> {
  const labels = headingLabels(letter);
  const places = new Map<Block, ChangePlace>();
  let heading: string | undefined;
  for (const { section, block } of blocksOf(letter)) {
    const part = section.role === 'attachment' ? 'attachment' : 'body';
    const place: ChangePlace = { part, ...(heading !== undefined && { heading }) };
    places.set(block, place);
    for (const row of block.table?.rows ?? []) {
      for (const inner of row.cells.flatMap(({ blocks }) => blocks)) places.set(inner, place);
    }
    if (block.type === 'heading') heading = (labels.get(block.id) ?? '') + blockText(block);
  }
  return places;
}

/**
 * The body with the parts of the second letter, and those only the first has. Parts are no part of the text: a
 * paragraph that only came into another one, because a letter from outside was recognised in another way, is not
 * shown as moved. Where parts have headings of their own they are part of the text, and it is.
 */
function mergedBody(a: ReplyDocument, b: ReplyDocument, merging: Merging): Section[] {
  const [aBody, bBody] = [bodySections(a), bodySections(b)];
  const pairs = pairedSections(aBody, bBody);
  const hasHeadings = [...aBody, ...bBody].some(({ heading }) => heading);
  const pairOf = (side: 'a' | 'b', index: number) => pairs.findIndex((pair) => pair[side] === index);
  const entries = (sections: readonly Section[], side: 'a' | 'b'): Entry[] =>
    sections.flatMap(({ blocks }, index) => {
      const place = pairOf(side, index);
      return blocks.map((block) => entryFor(block, index, hasHeadings ? `${place}` : '', merging));
    });
  const steps = alignBlocks(entries(aBody, 'a'), entries(bBody, 'b'), { moves: true });
  const places = stepPlaces(steps, pairOf, hasHeadings);
  return pairs.map((pair, at) =>
    mergedSection(
      aBody[pair.a ?? -1],
      bBody[pair.b ?? -1],
      steps.filter((_, index) => places[index] === at),
      merging,
    ),
  );
}

function entryFor(block: Block, section: number, place: string, { recorder }: Merging): Entry {
  return entryOf(block, section, place, textKey(blockText(block), recorder));
}

/** In which part of the letter with marks each step is shown, so that the order of both letters is kept. */
function stepPlaces(
  steps: readonly Step[],
  pairOf: (side: 'a' | 'b', index: number) => number,
  hasHeadings: boolean,
): number[] {
  const places = steps.map(({ a, b }) => (b[0] ? pairOf('b', b[0].section) : pairOf('a', a[0]!.section)));
  if (hasHeadings) return places;
  let next = Infinity;
  const latest = steps.map(() => 0);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    if (steps[index]!.b.length > 0) next = places[index]!;
    latest[index] = next;
  }
  let current = 0;
  return places.map((place, index) => {
    current = Math.min(Math.max(place, current), latest[index]!);
    return current;
  });
}

function mergedSection(
  a: Section | undefined,
  b: Section | undefined,
  steps: readonly Step[],
  merging: Merging,
): Section {
  const { recorder } = merging;
  const heading = mergedHeading(a?.heading, b?.heading, merging);
  const blocks = steps.flatMap((step) => mergedBlocks(step, merging));
  const { heading: _heading, ...section } = b ?? a!;
  const merged: Section = {
    ...section,
    id: a?.id ?? merging.freshId(section.id),
    ...(heading && { heading }),
    blocks,
  };
  if (!a || !b || a.role === b.role) return merged;
  const revision = recorder.revision();
  recorder.add({ revision, kind: 'format', of: 'block', before: a.role, after: b.role, place: { part: 'body' } });
  return { ...merged, changes: [{ field: 'role', revision, before: a.role, after: b.role }] };
}

function mergedAttachments(a: ReplyDocument, b: ReplyDocument, merging: Merging): Section[] {
  const texts = (letter: ReplyDocument) => letter.sections.filter(({ role }) => role === 'attachment');
  const [aTexts, bTexts] = [texts(a), texts(b)];
  const items = new Set([...a.tail.attachments, ...b.tail.attachments].map(({ id }) => id));
  const isListed = ({ attachment }: Section) => attachment !== undefined && items.has(attachment.itemId);
  return pairedAttachments(aTexts, bTexts, isListed).map((pair) => mergedAttachment(aTexts, bTexts, pair, merging));
}

function mergedAttachment(
  aTexts: readonly Section[],
  bTexts: readonly Section[],
  pair: SectionPair,
  merging: Merging,
): Section {
  const [a, b] = [aTexts[pair.a ?? -1], bTexts[pair.b ?? -1]];
  const entries = (section: Section | undefined) =>
    (section?.blocks ?? []).map((block) => entryFor(block, 0, '', merging));
  const steps = alignBlocks(entries(a), entries(b), { moves: true });
  if (a && b) return mergedSection(a, b, steps, merging);
  const { recorder } = merging;
  const revision = recorder.revision();
  const { result, changes } = recorder.apart(() => mergedSection(a, b, steps, merging));
  const said = (section: Section | undefined) => section?.blocks.map(blockText).join('\n') ?? '';
  const kind = a ? 'deleted' : 'inserted';
  const place: ChangePlace = { part: 'attachment' };
  recorder.add({ revision, kind, of: 'block', before: said(a), after: said(b), place, edits: changes });
  return { ...result, ...(a ? { del: [revision] } : { ins: revision }) };
}

function knownNames(letters: readonly ReplyDocument[]): KnownNames {
  const people = letters.flatMap(({ head, tail }) => [
    ...(head.signer ?? '').split(/[、，\s]+/u),
    ...tail.contacts.map(({ name = '' }) => name),
    ...head.salutation
      .map(({ text }) => text)
      .join('')
      .split(/等?\d*名?(?:委员|代表)|[、，：:\s]+/u),
  ]);
  const units = letters.flatMap(({ tail }) => [...tail.units, ...tail.copyTo]);
  const longEnough = (names: readonly string[], most: number) =>
    [...new Set(names.map((name) => name.trim()))].filter((name) => name.length > 1 && name.length <= most);
  return { people: longEnough(people, 4), units: longEnough(units, 40) };
}
