import type { Block, ReplyDocument, Run, Section } from '#shared/document/schema.ts';
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
  put(data, editorStates.frame, sections.map(sectionData));
  return {
    root: elementNode('root', data, [
      linePart('title', title),
      linePart('salutation', salutation),
      ...sections.map(sectionToNode),
    ]),
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
    sections: parts.filter((part) => get(part, editorStates.part) === 'section').map(nodeToSection),
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

function sectionToNode(section: Section): SerializedNode {
  const children = section.blocks.map(blockToNode);
  if (section.heading) {
    const heading = blockToNode(section.heading);
    children.unshift({ ...heading, $: { ...heading.$, [editorStates.slot.key]: 'heading' } });
  }
  // The caret needs a place in an empty section; the filler is no block until something is typed into it.
  if (children.length === 0) children.push(elementNode('paragraph', { [editorStates.filler.key]: '1' }, []));
  return elementNode('section', sectionData(section), children);
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
    blocks: (heading ? children.slice(1) : children).map(nodeToBlock),
  };
}

function isFiller(node: SerializedNode): boolean {
  return get(node, editorStates.filler) === true && lineToRuns(node).length === 0;
}
