import type { UnitWording } from '#shared/domain/unit-settings.ts';
import { attachmentSections } from './attachments.ts';
import { attachmentLabel, headingLabels, listLabels } from './numbering.ts';
import { copyToList, notes, printedCategory, printedDate, printedDocNumber, withoutPrompts } from './printed.ts';
import { project, projectRuns } from './projection.ts';
import type { Block, ReplyDocument, Run, Section, Table } from './schema.ts';
import { blocksOf, bodySections, everyBlock } from './walk.ts';

/** Text of runs as stored, review marks ignored. */
export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/**
 * The title in one line, as it stands in lists, errors and file names: tracked changes accepted, and no blank left where
 * a line was broken, but between words that are parted by one.
 */
export function titleText({ head }: Pick<ReplyDocument, 'head'>): string {
  return runsText(projectRuns(head.title, 'accepted'))
    .replace(/(?<=[A-Za-z0-9])[^\S\n]*\n\s*(?=[A-Za-z0-9])/g, ' ')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

/** Text of a block without its label; cells of a table are separated by tabs, rows by line ends. */
export function blockText(block: Block): string {
  return block.table ? tableText(block.table) : runsText(block.runs);
}

function tableText(table: Table): string {
  return table.rows.map((row) => row.cells.map((cell) => cell.blocks.map(blockText).join(' ')).join('\t')).join('\n');
}

/**
 * The whole letter as it reads with all tracked changes accepted: numbers, notes and 抄送 included. The text of each
 * attachment follows, under its mark (附件1) and title. `wording` is the unit's; absent: the standard's.
 */
export function plainText(source: ReplyDocument, wording?: UnitWording): string {
  const document = withoutPrompts(project(source, 'accepted'));
  const { head, tail } = document;
  const headings = headingLabels(document);
  const lists = listLabels(document);
  const mark = [printedDocNumber(head), printedCategory(head, wording)].filter((text) => text !== '').join('　');
  const lines = [mark, runsText(head.title), runsText(head.salutation)].filter((text) => text !== '');
  const printedText = (sections: Section[]) =>
    [...blocksOf({ sections })].map(
      ({ block }) => (headings.get(block.id) ?? lists.get(block.id) ?? '') + blockText(block),
    );
  lines.push(...printedText(bodySections(document)));
  const attachments = tail.attachments.map(
    (item, index) => (index === 0 ? '附件：' : '') + attachmentLabel(index, tail.attachments.length) + item.title,
  );
  const copyTo = copyToList(tail);
  const date = printedDate(tail);
  lines.push(...attachments, ...tail.units, ...(date === '' ? [] : [date]), ...notes(document, wording));
  if (copyTo !== '') lines.push(`抄送：${copyTo}`);
  for (const { section, mark: label, title } of attachmentSections(document)) {
    while (lines.at(-1) === '') lines.pop();
    lines.push('', label, ...(title === '' ? [] : [title]), ...printedText([section]));
  }
  while (lines.at(-1) === '') lines.pop();
  return `${lines.join('\n')}\n`;
}

const wide =
  '\\u1100-\\u11ff\\u2e80-\\u2fff\\u3001-\\u303f\\u3040-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef“”‘’…—·' +
  '\\u{20000}-\\u{3ffff}';
const countable = new RegExp(`[${wide}]|[^\\s${wide}]+`, 'gu');

/** 字数 as Word counts: every Chinese character and mark is one, every run of other characters between spaces one. */
export function countWords(text: string): number {
  let count = 0;
  countable.lastIndex = 0;
  while (countable.test(text)) count += 1;
  return count;
}

/** 字数 of the letter with all tracked changes accepted: title, salutation, body and the text of attachments. */
export function countCharacters(source: ReplyDocument): number {
  const document = project(source, 'accepted');
  let count = countWords(runsText(document.head.title)) + countWords(runsText(document.head.salutation));
  for (const block of everyBlock(document)) count += countWords(runsText(block.runs));
  return count;
}

/** Everything a search should find, one line a part: struck text is not there any more. */
export function searchText(source: ReplyDocument): string {
  const document = project(source, 'accepted');
  const { head, tail } = document;
  const blocks = [...blocksOf(document)].map(({ block }) => blockText(block));
  return [
    printedDocNumber(head),
    runsText(head.title),
    runsText(head.salutation),
    ...blocks,
    ...tail.attachments.map((item) => item.title),
    ...tail.units,
    ...tail.contacts.flatMap(({ name = '', details = [] }) => [name, ...details.map(({ text }) => text)]),
    ...tail.copyTo,
  ]
    .filter((text) => text !== '')
    .join('\n');
}
