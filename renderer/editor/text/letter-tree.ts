import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import { $getState, $isElementNode, $isParagraphNode, type LexicalNode, type NodeKey } from 'lexical';
import { headingLabels, listLabels } from '#shared/document/numbering.ts';
import { REPLY_SCHEMA, type Block, type ReplyDocument, type SectionRole } from '#shared/document/schema.ts';
import { $isPageBreakNode } from '../nodes/page-break-node.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $blockProps, blockIdState, bodyState, fillerState, kindState, levelState, slotState } from '../nodes/state.ts';
import { $attachmentHead } from './attachments.ts';
import { $sections } from './block-tree.ts';

export interface TreeBlock {
  key: NodeKey;
  id: string;
  type: Block['type'];
  level: number;
  /** Of headings only, without body text that follows a run-in heading. */
  text: string;
  /** What an empty block shows; '' for none. */
  prompt: string;
  empty: boolean;
}
export interface TreeSection {
  key: NodeKey;
  id: string;
  role: SectionRole;
  /** Of the text of an attachment, with what stands above it. */
  attachment: AttachmentEntry | null;
  blocks: TreeBlock[];
}
export interface AttachmentEntry {
  itemId: string;
  isLandscape: boolean;
  /** 附件1. */
  mark: string;
  title: string;
}
export interface LetterTree {
  sections: TreeSection[];
  /** Numbers of headings and list items by node key. */
  labels: Map<NodeKey, string>;
}

/**
 * Shape of the letter for numbers and outline. Numbering is the shared function over a skeleton document that has
 * node keys for ids and no text, so that the window can never number differently from Word and PDF.
 */
export function $readLetterTree(): LetterTree {
  const sections: TreeSection[] = [];
  const skeleton: ReplyDocument['sections'] = [];
  for (const section of $sections()) {
    if (section.getPart() !== 'section') continue;
    const blocks: TreeBlock[] = [];
    const bones: Block[] = [];
    let heading: Block | undefined;
    for (const child of section.getChildren()) {
      if ($getState(child, fillerState) !== '') continue;
      const bone = $skeletonOf(child);
      const isHeading = bone.type === 'heading';
      blocks.push({
        key: child.getKey(),
        id: $getState(child, blockIdState),
        type: bone.type,
        level: bone.level ?? (isHeading ? 1 : 0),
        text: isHeading ? $headingText(child) : '',
        prompt: bone.props?.prompt ?? '',
        empty: $isParagraphNode(child) ? child.getTextContentSize() === 0 : $isPageBreakNode(child),
      });
      // A block that only shows a prompt is not printed and takes no number.
      if (bone.props?.prompt !== undefined && child.getTextContent() === '') continue;
      if ($getState(child, slotState) === 'heading') heading = bone;
      else bones.push(bone);
    }
    sections.push({
      key: section.getKey(),
      id: section.getSectionId(),
      role: section.getRole(),
      attachment: $attachmentEntry(section),
      blocks,
    });
    skeleton.push({ id: section.getKey(), role: section.getRole(), ...(heading && { heading }), blocks: bones });
  }
  const document: ReplyDocument = {
    schema: REPLY_SCHEMA,
    id: '',
    head: { title: [], salutation: [] },
    sections: skeleton,
    tail: { attachments: [], units: [], contacts: [], copyTo: [] },
    revisions: {},
    threads: {},
  };
  return { sections, labels: new Map([...headingLabels(document), ...listLabels(document)]) };
}

function $attachmentEntry(section: SectionNode): AttachmentEntry | null {
  const attachment = section.getAttachment();
  if (!attachment) return null;
  const { itemId, isLandscape = false } = attachment;
  return { itemId, isLandscape, ...$attachmentHead(section) };
}

function $headingText(heading: LexicalNode): string {
  if (!$isElementNode(heading)) return '';
  const own = heading.getChildren().filter((child) => $getState(child, bodyState) === '');
  return own.map((child) => child.getTextContent()).join('');
}

function $skeletonOf(node: LexicalNode): Block {
  const id = node.getKey();
  if ($isTableNode(node)) {
    const rows = node
      .getChildren()
      .filter($isTableRowNode)
      .map((row) => ({
        id: row.getKey(),
        cells: row
          .getChildren()
          .filter($isTableCellNode)
          .map((cell) => ({ id: cell.getKey(), blocks: cell.getChildren().map($skeletonOf) })),
      }));
    return { id, type: 'table', runs: [], table: { headerRows: 0, columns: [{ width: 1 }], rows } };
  }
  if ($isPageBreakNode(node)) return { id, type: 'page-break', runs: [] };
  const kind = $getState(node, kindState);
  const level = $getState(node, levelState);
  return { id, type: kind || 'paragraph', ...(level > 0 && { level }), props: $blockProps(node), runs: [] };
}
