import { TableNode } from '@lexical/table';
import {
  $create,
  $createLineBreakNode,
  $createParagraphNode,
  $getSelection,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  mergeRegister,
  ParagraphNode,
  RootNode,
  TextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { PageBreakNode } from '../nodes/page-break-node.ts';
import { $isSectionNode, SectionNode, type SectionPart } from '../nodes/section-node.ts';
import {
  blockIdState,
  fillerState,
  frameState,
  kindState,
  levelState,
  propsState,
  slotState,
  stateOfSection,
  $setKind,
} from '../nodes/state.ts';
import { $isBlockNode, $isInCell, $isLinePart, $sectionOf, $sections } from './block-tree.ts';

/** State of a section that must exist, as `modelToLexical` writes it. */
export interface FrameEntry {
  part: SectionPart;
  sid: string;
  role: string;
  attachment?: string;
  [state: string]: string | undefined;
}

/**
 * The shape of the letter that no edit may break: title, salutation and every section of the body, in their order,
 * each holding what it may hold. Repairs run as transforms, inside the update that did the damage, so they are one
 * undo step with it and nothing is ever stored in between.
 */
export function registerStructure(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepParts),
    editor.registerNodeTransform(SectionNode, $keepSection),
    editor.registerNodeTransform(ParagraphNode, $keepParagraph),
    editor.registerNodeTransform(TextNode, $keepText),
    editor.registerNodeTransform(PageBreakNode, $keepTopLevel),
    editor.registerNodeTransform(TableNode, $keepTopLevel),
  );
}

function $frame(root: RootNode): FrameEntry[] | null {
  const json = $getState(root, frameState);
  if (json === '') return null;
  return [
    { part: 'title', sid: '', role: '' },
    { part: 'salutation', sid: '', role: '' },
    ...(JSON.parse(json) as FrameEntry[]),
  ];
}

const keyOf = (entry: Pick<FrameEntry, 'part' | 'sid'>) => `${entry.part} ${entry.sid}`;
const $keyOf = (section: SectionNode) => keyOf({ part: section.getPart(), sid: section.getSectionId() });

function $keepParts(root: RootNode): void {
  const frame = $frame(root);
  // Null until a letter is loaded.
  if (!frame) return;
  const children = root.getChildren();
  const intact =
    children.length === frame.length &&
    children.every((child, index) => $isSectionNode(child) && $keyOf(child) === keyOf(frame[index]!));
  if (intact) return;

  const wanted = new Set(frame.map(keyOf));
  const present = new Map<string, SectionNode>();
  const strays: { node: LexicalNode; after: SectionNode | null }[] = [];
  let last: SectionNode | null = null;
  for (const child of children) {
    if ($isSectionNode(child) && wanted.has($keyOf(child)) && !present.has($keyOf(child))) {
      present.set($keyOf(child), child);
      last = child;
    } else {
      strays.push({ node: child, after: last });
    }
  }
  const ordered = frame.map((entry) => present.get(keyOf(entry)) ?? $restore(entry));
  const body = ordered.find((section) => section.getPart() === 'section');
  for (const { node, after } of strays) {
    const blocks = $isSectionNode(node) ? node.getChildren() : [node];
    const home = after ?? body;
    // What the deletion of a section leaves behind is an empty paragraph of no meaning.
    for (const block of blocks) if (block.getTextContentSize() > 0 && home) home.append(block);
  }
  const $caretIsLost = () => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !$sectionOf(selection.anchor.getNode());
  };
  for (const { node } of strays) if (node.isAttached() && $isStray(node, ordered)) node.remove();
  root.splice(0, root.getChildrenSize(), ordered);
  if ($caretIsLost()) ordered[0]?.selectStart();
}

function $isStray(node: LexicalNode, ordered: SectionNode[]): boolean {
  return !ordered.some((section) => section.is(node) || section.isParentOf(node));
}

/** The section of a frame entry, with nothing in it. */
export function $restore(entry: FrameEntry): SectionNode {
  const section = $create(SectionNode);
  for (const state of stateOfSection) {
    const value = entry[state.key];
    if (value !== undefined) $setState(section, state, value);
  }
  return section.append(entry.part === 'section' ? $createFiller() : $createParagraphNode());
}

function $keepSection(section: SectionNode): void {
  const parent = section.getParent();
  if (parent && parent.getType() !== 'root') {
    // A pasted section gives up its blocks to the place it was pasted into.
    for (const child of section.getChildren()) section.insertBefore(child);
    section.remove();
    return;
  }
  $wrapInlineChildren(section);
  if (section.getPart() !== 'section') $keepSingleLine(section);
  else if (section.isEmpty()) section.append($createFiller());
}

function $wrapInlineChildren(section: SectionNode): void {
  let wrapper: ParagraphNode | null = null;
  for (const child of section.getChildren()) {
    const inline = $isTextNode(child) || $isLineBreakNode(child) || ($isDecoratorNode(child) && child.isInline());
    if (inline) {
      if (!wrapper) {
        wrapper = $createParagraphNode();
        child.insertBefore(wrapper);
      }
      wrapper.append(child);
    } else {
      wrapper = null;
      if ($isElementNode(child) && !$isBlockNode(child) && !$isSectionNode(child)) {
        const paragraph = $createParagraphNode();
        child.replace(paragraph);
        paragraph.append(...child.getAllTextNodes());
      }
    }
  }
}

/** Title and salutation hold one paragraph; a title keeps pasted lines apart with line breaks. */
function $keepSingleLine(section: SectionNode): void {
  const children = section.getChildren();
  const line = children.find($isParagraphNode);
  if (!line) {
    const fresh = $createParagraphNode();
    section.append(fresh);
    for (const child of children) $moveInline(child, fresh);
    return;
  }
  for (const child of children) {
    if (child.is(line)) continue;
    if (section.getPart() === 'title' && line.getTextContentSize() > 0 && child.getTextContentSize() > 0) {
      line.append($createLineBreakNode());
    }
    $moveInline(child, line);
  }
}

function $moveInline(from: LexicalNode, line: ParagraphNode): void {
  if ($isParagraphNode(from)) line.append(...from.getChildren());
  else if ($isElementNode(from)) line.append(...from.getAllTextNodes());
  from.remove();
}

function $keepParagraph(paragraph: ParagraphNode): void {
  if (!paragraph.isAttached()) return;
  if (paragraph.getFormatType() !== '' || paragraph.getIndent() !== 0) paragraph.setFormat('').setIndent(0);
  if ($isLinePart(paragraph)) {
    // Writing a state marks the node dirty even where nothing changes, and a transform must come to rest.
    if ($getState(paragraph, kindState) !== '' || $getState(paragraph, levelState) !== 0) {
      $setKind(paragraph, 'paragraph', 0);
    }
    for (const state of [blockIdState, propsState, slotState, fillerState]) {
      if ($getState(paragraph, state) !== '') $setState(paragraph, state, '');
    }
    return;
  }
  if ($getState(paragraph, slotState) !== '') $keepHeading(paragraph);
  if ($getState(paragraph, fillerState) !== '' && !$mayBeFiller(paragraph)) $setState(paragraph, fillerState, '');
}

/**
 * A section's own heading comes first in it. What was written, pasted or put before it stands on the paper above the
 * heading, and that is the end of the section before; where there is none, it follows the heading.
 */
function $keepHeading(heading: ParagraphNode): void {
  const section = heading.getParent();
  const above = heading.getPreviousSiblings();
  if (!$isSectionNode(section) || above.some((block) => $getState(block, slotState) !== '')) {
    $setState(heading, slotState, '');
    return;
  }
  if (above.length === 0) return;
  const previous = section.getPreviousSibling();
  if ($isSectionNode(previous) && previous.getPart() === 'section' && !section.getAttachment()) {
    for (const child of previous.getChildren()) if ($getState(child, fillerState) !== '') child.remove();
    previous.append(...above);
  } else {
    for (const block of above.toReversed()) heading.insertAfter(block);
  }
}

/** An empty line where the caret would have no other place: it is no block of the letter until it is typed into. */
function $createFiller(): ParagraphNode {
  return $setState($createParagraphNode(), fillerState, '1');
}

function $mayBeFiller(paragraph: ParagraphNode): boolean {
  return (
    paragraph.isEmpty() &&
    paragraph.getNextSibling() === null &&
    !$isParagraphNode(paragraph.getPreviousSibling()) &&
    $isSectionNode(paragraph.getParent())
  );
}

/** Bold, italic and underline are all the format knows; the rest of a pasted look is dropped. */
const ALLOWED_FORMATS = 1 | 2 | 8;

function $keepText(text: TextNode): void {
  if (text.getStyle() !== '') text.setStyle('');
  const format = text.getFormat();
  const allowed = $isLinePart(text) ? 0 : ALLOWED_FORMATS;
  if ((format & ~allowed) !== 0) text.setFormat(format & allowed);
}

/** Tables and page breaks stand between the paragraphs of a section, nowhere else. */
function $keepTopLevel(block: PageBreakNode | TableNode): void {
  const parent = block.getParent();
  if (!$isSectionNode(parent)) {
    if ($isInCell(block)) block.remove();
    return;
  }
  // The caret needs a line after the last block of a section.
  if (block.getNextSibling() === null && parent.getPart() === 'section') block.insertAfter($createFiller());
}

/** First section of the body; a letter has at least one. */
export function $firstBodySection(): SectionNode | undefined {
  return $sections().find((section) => section.getPart() === 'section');
}
