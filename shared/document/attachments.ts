import type { ReplyDocument, Section } from './schema.ts';

/** What stands above the text of an attachment: 附件1, or 附件 where there is but one (GB/T 9704-2012, 7.3.6). */
export function attachmentMark(index: number, total: number): string {
  return total > 1 && index < total ? `附件${index + 1}` : '附件';
}

export interface AttachmentText {
  section: Section;
  /** 附件1; 附件 alone where the list has one item (7.3.6). */
  mark: string;
  /** Of the item in the list 附件：; '' when the list has no such item. */
  title: string;
  isLandscape: boolean;
}

/** The texts of attachments in the order of their items in the list; those no item names come last. */
export function attachmentSections(document: Pick<ReplyDocument, 'sections' | 'tail'>): AttachmentText[] {
  const { attachments } = document.tail;
  const placeOf = ({ attachment }: Section) => {
    const place = attachments.findIndex(({ id }) => id === attachment?.itemId);
    return place < 0 ? attachments.length : place;
  };
  return document.sections
    .filter(({ role }) => role === 'attachment')
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((section) => ({
      section,
      mark: attachmentMark(placeOf(section), attachments.length),
      title: attachments[placeOf(section)]?.title ?? '',
      isLandscape: section.attachment?.isLandscape === true,
    }));
}
