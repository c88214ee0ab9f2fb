import type { Block, Head, ReplyDocument, Run, Section, SectionRole, Tail } from '#shared/document/schema.ts';
import { blockToNode, nodeToBlock } from './blocks.ts';
import { lineToRuns, runsToLine } from './lines.ts';
import {
  elementNode,
  jsonOf,
  putJson,
  putRest,
  restOf,
  textOf,
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
  const { head, sections, tail, ...rest } = document;
  const { title, salutation, ...headData } = head;
  const data: NodeData = {
    head: JSON.stringify(headData),
    tail: JSON.stringify(tail),
    rest: JSON.stringify(rest),
    frame: JSON.stringify(sections.map(sectionData)),
  };
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
  return {
    ...(jsonOf<Omit<ReplyDocument, 'head' | 'sections' | 'tail'>>(root, 'rest') as ReplyDocument),
    head: {
      ...(jsonOf<Head>(root, 'head') as Head),
      title: runsOfLine(parts, 'title'),
      salutation: runsOfLine(parts, 'salutation'),
    },
    sections: parts.filter((part) => textOf(part, 'part') === 'section').map(nodeToSection),
    tail: jsonOf<Tail>(root, 'tail') as Tail,
  };
}

/** A title or salutation: a section with exactly one paragraph, which is no block of the model. */
function linePart(part: 'title' | 'salutation', runs: Run[]): SerializedNode {
  return elementNode('section', { part }, [runsToLine(runs, {})]);
}

function runsOfLine(parts: SerializedNode[], part: 'title' | 'salutation'): Run[] {
  const line = parts.find((candidate) => textOf(candidate, 'part') === part)?.children?.[0];
  if (!line) throw new Error(`the letter lost its ${part}`);
  return lineToRuns(line);
}

/** State of a section node; also what the root remembers to restore a section that was deleted. */
function sectionData({ id, role, blocks: _blocks, heading: _heading, attachment, ...unknown }: Section): NodeData {
  const data: NodeData = { part: 'section', sid: id, role };
  putJson(data, 'attachment', attachment);
  putRest(data, unknown);
  return data;
}

function sectionToNode(section: Section): SerializedNode {
  const children = section.blocks.map(blockToNode);
  if (section.heading) {
    const heading = blockToNode(section.heading);
    children.unshift({ ...heading, $: { ...heading.$, slot: 'heading' } });
  }
  // The caret needs a place in an empty section; the filler is no block until something is typed into it.
  if (children.length === 0) children.push(elementNode('paragraph', { filler: '1' }, []));
  return elementNode('section', sectionData(section), children);
}

function nodeToSection(node: SerializedNode): Section {
  const children = (node.children ?? []).filter((child) => !isFiller(child));
  const [first] = children;
  const heading: Block | undefined = first && textOf(first, 'slot') === 'heading' ? nodeToBlock(first) : undefined;
  const attachment = jsonOf<NonNullable<Section['attachment']>>(node, 'attachment');
  return {
    ...restOf(node),
    id: textOf(node, 'sid'),
    role: textOf(node, 'role') as SectionRole,
    ...(attachment && { attachment }),
    ...(heading && { heading }),
    blocks: (heading ? children.slice(1) : children).map(nodeToBlock),
  };
}

function isFiller(node: SerializedNode): boolean {
  return textOf(node, 'filler') !== '' && lineToRuns(node).length === 0;
}
