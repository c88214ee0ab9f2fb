import type { Block, Run } from '#shared/document/schema.ts';
import type { SectionPart } from '../../nodes/section-node.ts';
import { bodyLook, cellLook, fontStyle, headingLook, lineStyle, titleLook, type LineLook } from './looks.ts';
import { htmlOfTable } from './table-out.ts';
import type { CopiedPart, LabelOf } from './text-out.ts';

/**
 * HTML as Word and WPS read it from the clipboard: every line with its typeface, size, indent and pitch in its own
 * style, because neither looks at style sheets of a paste, and the words of `mso-` for what CSS has none for.
 */
export function htmlOfParts(parts: CopiedPart[], labelOf: LabelOf): string {
  return parts.flatMap(({ part, blocks }) => blocks.map((block) => htmlOfBlock(block, { part, labelOf }))).join('\n');
}

/** Words from within a line stay within the line they are pasted into. */
export function htmlOfPhrase({ runs }: Block, part: SectionPart): string {
  const { font } = part === 'title' ? titleLook : bodyLook;
  return runs.map((run) => htmlOfRun(run, fontStyle(font))).join('');
}

interface BlockPlace {
  part: SectionPart;
  labelOf: LabelOf;
  isHeaderCell?: boolean;
  isCell?: boolean;
}

function htmlOfBlock(block: Block, place: BlockPlace): string {
  if (block.table) {
    return htmlOfTable(block.table, (inner, isHeaderCell) =>
      htmlOfBlock(inner, { ...place, isCell: true, isHeaderCell }),
    );
  }
  if (block.type === 'page-break') {
    return '<p style="margin:0"><br clear="all" style="mso-special-character:line-break;page-break-before:always"></p>';
  }
  const look = lookOf(block, place);
  const label = place.labelOf(block);
  const runs = label === '' ? block.runs : [{ text: label }, ...block.runs];
  const html = runs.map((run) => htmlOfRun(run, fontStyle((run.format?.body ? bodyLook : look).font))).join('');
  // A heading that text runs in after is no heading as a whole.
  const isHeading = block.type === 'heading' && !block.runs.some(({ format }) => format?.body);
  const tag = isHeading ? `h${block.level ?? 1}` : 'p';
  return `<${tag} style="${lineStyle(look)}">${html === '' ? '&nbsp;' : html}</${tag}>`;
}

function lookOf({ type, level = 1, props }: Block, { part, isCell, isHeaderCell }: BlockPlace): LineLook {
  const align = props?.align;
  if (part === 'title') return titleLook;
  if (part === 'salutation') return { ...bodyLook, align: 'left', indent: 0 };
  if (isCell) return { ...cellLook(isHeaderCell ?? false), ...(align && { align }) };
  if (type === 'heading') return headingLook(level);
  const look = type === 'list-item' ? { ...bodyLook, margin: 2 * (level - 1) } : bodyLook;
  // As it is printed: a line set to a side has no first-line indent.
  return align ? { ...look, align, indent: 0 } : look;
}

function htmlOfRun({ text, format = {} }: Run, font: string): string {
  let html = shown(text);
  if (format.underline) html = `<u>${html}</u>`;
  if (format.italic) html = `<i>${html}</i>`;
  if (format.bold) html = `<b>${html}</b>`;
  return html === '' ? '' : `<span style="${font}">${html}</span>`;
}

const TAB = '<span style="mso-tab-count:1">\u00a0\u00a0\u00a0\u00a0</span>';
const blank = (width: number) => `<span style="mso-spacerun:yes">${'\u00a0'.repeat(width)}</span>`;

/** HTML folds blanks; Word takes them back from what it marks as run of spaces. */
function shown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/ {2,}|^ | $/g, (spaces) => blank(spaces.length))
    .replaceAll('\t', TAB)
    .replaceAll('\n', '<br>');
}
