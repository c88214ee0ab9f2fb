import type { OutlineEntry } from '../api.ts';
import type { LetterTree, TreeBlock } from '../text/letter-tree.ts';

/** Sections and headings in reading order. `currentBlockId` is the block of the caret. */
export function outlineOf(
  tree: LetterTree,
  currentSectionId: string | null,
  currentBlockId: string | null,
): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const section of tree.sections) {
    const isCurrentSection = section.id === currentSectionId;
    const currentHeading = isCurrentSection ? headingBefore(section.blocks, currentBlockId) : null;
    entries.push({
      kind: 'section',
      sectionId: section.id,
      role: section.role,
      blockId: null,
      level: 0,
      label: section.attachment?.mark ?? '',
      text: section.attachment?.title ?? '',
      prompt: '',
      goTo: section.blocks[0]?.id ?? null,
      empty: section.blocks.every((block) => block.empty),
      current: isCurrentSection && currentHeading === null,
    });
    for (const block of section.blocks) {
      if (block.type !== 'heading') continue;
      entries.push({
        kind: 'heading',
        sectionId: section.id,
        role: section.role,
        blockId: block.id,
        level: block.level,
        label: tree.labels.get(block.key) ?? '',
        text: block.text,
        prompt: block.prompt,
        goTo: block.id,
        empty: block.empty,
        current: block.key === currentHeading,
      });
    }
  }
  return entries;
}

function headingBefore(blocks: TreeBlock[], blockId: string | null): string | null {
  let heading: string | null = null;
  for (const block of blocks) {
    if (block.type === 'heading') heading = block.key;
    if (block.id === blockId) return heading;
  }
  return null;
}
