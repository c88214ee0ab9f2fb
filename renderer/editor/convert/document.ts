import type { Block, ReplyDocument, Run, Section } from '#shared/document/schema.ts';
import { isOrigin } from '#shared/document/resolve/moves.ts';
import type { Moved } from '#shared/document/revision-marks.ts';
import { blockToNode, nodeToBlock } from './blocks.ts';
import { lineToRuns, runsToLine } from './lines.ts';
import { editorStates, letterStates, sectionStates } from '../nodes/node-states.ts';
import {
  elementNode,
  get,
  getAll,
  put,
  putAll,
  putRest,
  restOf,
  type NodeData,
  type SerializedEditor,
  type SerializedNode,
} from './serialized.ts';

/**
 * The letter as the editor holds it: the root has one section node for the title, one for the salutation and one for
 * each section of the body. Everything that is not running text (head and tail data, revisions, threads, unknown
 * properties) rides on the root as JSON strings, so that it shares the undo history.
 *
 * Both directions are pure and lossless: `lexicalToModel(modelToLexical(d))` equals `d` (law 2), as long as no run
 * holds a zero-width space.
 */
export function modelToLexical(document: ReplyDocument): SerializedEditor {
  const { head, sections, ...letter } = document;
  const { title, salutation, ...headData } = head;
  const data: NodeData = {};
  putRest(data, putAll(data, letterStates, { ...letter, head: headData }));
  const sectionNodes = besidePlaces(sections).map(({ item, ...places }) => sectionToNode(item, places));
  put(
    data,
    editorStates.frame,
    sectionNodes.map((node) => node.$ as NodeData),
  );
  return {
    root: elementNode('root', data, [linePart('title', title), linePart('salutation', salutation), ...sectionNodes]),
  };
}

export function lexicalToModel(state: SerializedEditor): ReplyDocument {
  const { root } = state;
  const parts = root.children ?? [];
  const { head, ...letter } = getAll(root, letterStates);
  return {
    ...restOf(root),
    ...(letter as Required<typeof letter>),
    head: { ...head, title: runsOfLine(parts, 'title'), salutation: runsOfLine(parts, 'salutation') },
    sections: withPlaces(
      parts.filter((part) => get(part, editorStates.part) === 'section'),
      nodeToSection,
    ),
  };
}

/** A title or salutation: a section with exactly one paragraph, which is no block of the model. */
function linePart(part: 'title' | 'salutation', runs: Run[]): SerializedNode {
  const data: NodeData = {};
  put(data, editorStates.part, part);
  return elementNode('section', data, [runsToLine(runs, {})]);
}

function runsOfLine(parts: SerializedNode[], part: 'title' | 'salutation'): Run[] {
  const line = parts.find((candidate) => get(candidate, editorStates.part) === part)?.children?.[0];
  if (!line) throw new Error(`the letter lost its ${part}`);
  return lineToRuns(line);
}

/** State of a section node; also what the root remembers to restore a section that was deleted. */
function sectionData({ blocks: _blocks, heading: _heading, ...section }: Section): NodeData {
  const data: NodeData = {};
  put(data, editorStates.part, 'section');
  putRest(data, putAll(data, sectionStates, section));
  return data;
}

function sectionToNode(section: Section, places: Places<Section>): SerializedNode {
  const children: SerializedNode[] = besidePlaces(section.blocks).map(({ item, ...own }) => {
    const node = blockToNode(item);
    return { ...node, $: { ...node.$, ...placeData(own) } };
  });
  if (section.heading) {
    const heading = blockToNode(section.heading);
    children.unshift({ ...heading, $: { ...heading.$, [editorStates.slot.key]: 'heading' } });
  }
  // The caret needs a place in an empty section; the filler is no block until something is typed into it.
  if (children.length === 0) children.push(elementNode('paragraph', { [editorStates.filler.key]: '1' }, []));
  const data = { ...sectionData(section), ...placeData(places) };
  if (section.blocks.length > 0 && section.blocks.every(isOrigin)) put(data, editorStates.placesIn, section.blocks);
  return elementNode('section', data, children);
}

function nodeToSection(node: SerializedNode): Section {
  const children = (node.children ?? []).filter((child) => !isFiller(child));
  const [first] = children;
  const heading: Block | undefined =
    first && get(first, editorStates.slot) === 'heading' ? nodeToBlock(first) : undefined;
  return {
    ...restOf(node),
    ...(getAll(node, sectionStates) as Pick<Section, 'id' | 'role' | 'attachment'>),
    ...(heading && { heading }),
    blocks: [
      ...(get(node, editorStates.placesIn) ?? []),
      ...withPlaces(heading ? children.slice(1) : children, nodeToBlock),
    ],
  };
}

interface Places<T> {
  before: T[];
  /** Only on the last of a list. */
  after: T[];
}

/** The elements of a list, each with the places of moved ones beside it. */
function besidePlaces<T extends Moved>(items: readonly T[]): (Places<T> & { item: T })[] {
  const result: (Places<T> & { item: T })[] = [];
  let places: T[] = [];
  for (const item of items) {
    if (isOrigin(item)) places.push(item);
    else {
      result.push({ item, before: places, after: [] });
      places = [];
    }
  }
  result.at(-1)?.after.push(...places);
  return result;
}

function placeData({ before, after }: Places<Block | Section>): NodeData {
  const data: NodeData = {};
  if (before.length > 0) put(data, editorStates.placesBefore, before);
  if (after.length > 0) put(data, editorStates.placesAfter, after);
  return data;
}

function withPlaces<T extends Block | Section>(nodes: SerializedNode[], toItem: (node: SerializedNode) => T): T[] {
  return nodes.flatMap((node) => [
    ...((get(node, editorStates.placesBefore) ?? []) as T[]),
    toItem(node),
    ...((get(node, editorStates.placesAfter) ?? []) as T[]),
  ]);
}

function isFiller(node: SerializedNode): boolean {
  return get(node, editorStates.filler) === true && lineToRuns(node).length === 0;
}
