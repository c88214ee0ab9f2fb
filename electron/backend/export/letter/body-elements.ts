import { attachmentSections } from '#shared/document/attachments.ts';
import { headingLabels, listLabels } from '#shared/document/numbering.ts';
import type { Block, ReplyDocument, Section, Table } from '#shared/document/schema.ts';
import { blocksOf, bodySections } from '#shared/document/walk.ts';
import type { UnitLayout } from '#shared/domain/unit-settings.ts';
import type { BodyElement, ElementOf } from './element.ts';
import { mmToPt, size, typeArea } from './measures.ts';
import { spansOf } from './spans.ts';
import { titleSpans } from './title-spans.ts';

interface Labels {
  headings: Map<string, string>;
  lists: Map<string, string>;
  isLevel3Bold: boolean;
}

/** The text between salutation and tail. */
export function bodyElements(document: ReplyDocument, layout: UnitLayout): BodyElement[] {
  return sectionElements(bodySections(document), labelsOf(document, layout));
}

/** Characters of the title's size on a line of a landscape page, whose type area is as wide as the other is high. */
const landscapeTitleWidth = Math.floor(mmToPt(typeArea.height) / size.title);

/** The texts of attachments, in the order of their list (7.3.6). `names` stay whole in their titles. */
export function attachmentElements(
  document: ReplyDocument,
  layout: UnitLayout,
  names: readonly string[],
): ElementOf<'attachment'>[] {
  const labels = labelsOf(document, layout);
  return attachmentSections(document).map(({ section, mark, title, isLandscape }) => ({
    kind: 'attachment',
    blockId: section.id,
    mark,
    title: titleSpans([{ text: title }], { names, ...(isLandscape && { longestLine: landscapeTitleWidth }) }),
    isLandscape,
    body: sectionElements([section], labels),
  }));
}

function labelsOf(document: ReplyDocument, { isLevel3Bold }: UnitLayout): Labels {
  return { headings: headingLabels(document), lists: listLabels(document), isLevel3Bold };
}

function sectionElements(sections: Section[], labels: Labels): BodyElement[] {
  const elements = [...blocksOf({ sections })].map(({ block }) => blockElement(block, labels));
  // Empty paragraphs at the end would push the signature down; inside the body they are the drafter's wish.
  while (isBlank(elements.at(-1))) elements.pop();
  return elements;
}

function isBlank(element: BodyElement | undefined): boolean {
  return element?.kind === 'paragraph' && element.spans.every((span) => span.text.trim() === '');
}

function blockElement(block: Block, labels: Labels): BodyElement {
  const blockId = block.id;
  switch (block.type) {
    case 'heading': {
      const level = block.level ?? 1;
      const isBold = level === 3 && labels.isLevel3Bold;
      const spans = spansOf(block.runs.filter((run) => run.format?.body !== true));
      return {
        kind: 'heading',
        blockId,
        level,
        isBold,
        label: labels.headings.get(block.id) ?? '',
        spans: isBold ? spans.map((span) => ({ ...span, bold: true })) : spans,
        bodySpans: spansOf(block.runs.filter((run) => run.format?.body === true)),
      };
    }
    case 'list-item': {
      const label = labels.lists.get(block.id) ?? '';
      return { kind: 'list-item', blockId, depth: block.level ?? 1, label, spans: spansOf(block.runs) };
    }
    case 'table':
      return tableElement(blockId, block.table, labels.lists);
    case 'page-break':
      return { kind: 'page-break', blockId };
    case 'paragraph':
      return { kind: 'paragraph', blockId, spans: spansOf(block.runs), align: block.props?.align ?? 'left' };
  }
}

function tableElement(blockId: string, table: Table | undefined, listLabelsById: Map<string, string>): BodyElement {
  return {
    kind: 'table',
    blockId,
    headerRows: table?.headerRows ?? 0,
    columns: (table?.columns ?? []).map(({ width }) => width),
    rows: (table?.rows ?? []).map((row) =>
      row.cells.map((cell) => ({
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
        paragraphs: cell.blocks.map((block) => ({
          blockId: block.id,
          label: listLabelsById.get(block.id) ?? '',
          spans: spansOf(block.runs),
          align: block.props?.align ?? 'left',
        })),
      })),
    ),
  };
}
