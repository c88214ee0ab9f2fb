import type { Run } from '#shared/document/schema.ts';
import { nodeToRun, runToNode } from './runs.ts';
import { editorStates } from '../nodes/node-states.ts';
import { elementNode, get, put, type NodeData, type SerializedNode } from './serialized.ts';

/**
 * Runs of a block, a title or a salutation as the children of a paragraph.
 *
 * The editor drops empty text and merges neighbours that look alike as soon as it touches them. Where the stored runs
 * are of that kind they ride along, and come back as they were as long as the line still says the same.
 */
export function runsToLine(runs: Run[], data: NodeData): SerializedNode {
  const children = runs.map(runToNode);
  if (normalised(children).length !== children.length) put(data, editorStates.runs, runs);
  return elementNode('paragraph', data, children);
}

export function lineToRuns(line: SerializedNode): Run[] {
  const children = line.children ?? [];
  const stored = get(line, editorStates.runs);
  if (stored && sameContent(stored.map(runToNode), children)) return stored;
  return children.map(nodeToRun).filter((run) => run !== null);
}

/** What the editor makes of a line by itself. */
function normalised(nodes: SerializedNode[]): { look: string; text: string }[] {
  const result: { look: string; text: string }[] = [];
  for (const node of nodes) {
    const text = typeof node['text'] === 'string' ? node['text'] : '';
    if (node.type === 'text' && text === '') continue;
    const look = lookOf(node);
    const last = result.at(-1);
    if (node.type === 'text' && last?.look === look) last.text += text;
    else result.push({ look, text });
  }
  return result;
}

function lookOf(node: SerializedNode): string {
  // A state that has its default value is not written.
  const data = Object.entries(node.$ ?? {}).filter(([, value]) => value !== '' && value !== 0);
  data.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([node.type, node['format'] ?? 0, data]);
}

function sameContent(a: SerializedNode[], b: SerializedNode[]): boolean {
  return JSON.stringify(normalised(a)) === JSON.stringify(normalised(b));
}
