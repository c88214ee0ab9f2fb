import { sessionText, type CaseFacts } from '#shared/domain/case.ts';
import type { ImportReport, ImportWarning } from '#shared/domain/import-report.ts';
import { isClosingFormula, isRegards } from './closing-formula.ts';
import { runsText } from './plain-text.ts';
import { printedDocNumber } from './printed.ts';
import { project } from './projection.ts';
import type { Block, ReplyDocument } from './schema.ts';
import { bodySections } from './walk.ts';

/**
 * The flat view of a letter, tracked changes accepted: judges an import, fills the case record. `dafu facts` prints it as
 * JSON.
 */
export interface LetterFacts {
  title: string | null;
  docNumber: string | null;
  category: string | null;
  disclosure: 'public' | 'on-request' | 'withheld' | null;
  signer: string | null;
  /** Without its final colon. */
  salutation: string | null;
  /** `opinion`: a contributing unit's opinion (会办, 协办) to the host unit. */
  kind: 'proposal' | 'suggestion' | 'opinion';
  /** Without 《》. */
  caseTitle: string | null;
  /** Without 第 and 号. */
  caseNumber: string | null;
  session: string | null;
  coUnits: string[];
  /** Texts without their numbers. */
  headings: { level: number; text: string }[];
  /** Paragraphs from the opening to the closing; headings on their own line and regards do not count. */
  bodyParagraphs: number;
  /** The last paragraph of the body if it is a closing formula; else the regards (此致敬礼！) below it. */
  closing: string | null;
  signatureUnits: string[];
  /** yyyy-mm-dd. */
  date: string | null;
  contacts: { name: string; phones: string[]; role: string }[];
  attachments: string[];
  copyTo: string[];
  /** Lines of a web page that the import took out. */
  junkLines: string[];
  warnings: ImportWarning[];
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export function letterFacts(letter: {
  document: ReplyDocument;
  caseFacts: CaseFacts;
  report: Pick<ImportReport, 'junkLines' | 'warnings'> | null;
}): LetterFacts {
  const { caseFacts, report } = letter;
  const document = project(letter.document, 'accepted');
  const { head, tail } = document;
  const body = bodyBlocks(document);
  const paragraphs = body.filter(countsAsParagraph);
  const regards = body.map((block) => runsText(block.runs)).filter(isRegards);
  const last = body.findLast((block) => !isRegards(runsText(block.runs)));
  const lastText = last?.type === 'paragraph' ? runsText(last.runs) : '';
  const formula = paragraphs.length > 1 && isClosingFormula(lastText) ? lastText : regards.join('');
  return {
    title: orNull(runsText(head.title)),
    docNumber: orNull(printedDocNumber(head)),
    category: orNull(head.category),
    disclosure: head.disclosure?.kind ?? null,
    signer: orNull(head.signer),
    salutation: orNull(runsText(head.salutation).replace(/[:：]$/, '')),
    kind: caseFacts.role === 'co' ? 'opinion' : caseFacts.kind,
    caseTitle: orNull(caseFacts.title),
    caseNumber: orNull(caseFacts.number),
    session: orNull(sessionText(caseFacts)),
    coUnits: caseFacts.coUnits,
    headings: body
      .filter((block) => block.type === 'heading')
      .map((block) => ({ level: block.level ?? 1, text: headingText(block) }))
      .filter((heading) => heading.text !== ''),
    bodyParagraphs: paragraphs.length,
    closing: orNull(formula),
    signatureUnits: tail.units,
    date: orNull(tail.date),
    // A number without a person (the office's own) is no contact person.
    contacts: tail.contacts
      .filter((contact) => orNull(contact.name) !== null)
      .map((contact) => ({
        name: contact.name ?? '',
        phones: contact.phones.map(figuresOf),
        role: contact.role ?? '',
      })),
    attachments: tail.attachments.map((item) => item.title),
    copyTo: tail.copyTo.map(withoutCopies),
    junkLines: report?.junkLines ?? [],
    warnings: report?.warnings ?? [],
  };
}

/** 65123456（办公室）: the figures alone. */
function figuresOf(phone: string): string {
  return phone.replace(/[（(][^（()）]*[^\d（()）-][^（()）]*[)）]/g, '').replace(/[^\d*-]/g, '');
}

/** 市政协提案委（2份）, 市政府办一式三份: how many copies go there is no part of the name. */
function withoutCopies(unit: string): string {
  const copies = '(?:[各共]|一式)?(?:\\d+|[一二两三四五六七八九十])份';
  return unit.replace(new RegExp(`\\s*(?:[(（]${copies}[)）]|${copies})$`), '');
}

/** Blocks of the letter itself. In drafts of old imports a page break starts the text of an attachment. */
function bodyBlocks(document: ReplyDocument): Block[] {
  const blocks: Block[] = [];
  for (const section of bodySections(document)) {
    if (section.blocks[0]?.type === 'page-break') break;
    if (section.heading) blocks.push(section.heading);
    blocks.push(...section.blocks);
  }
  return blocks;
}

function countsAsParagraph(block: Block): boolean {
  if (block.type === 'heading') return block.runs.some((run) => run.format?.body && run.text.trim() !== '');
  const text = runsText(block.runs).trim();
  return (block.type === 'paragraph' || block.type === 'list-item') && text !== '' && !isRegards(text);
}

/** The words of a heading without body text run in after it. */
function headingText(block: Block): string {
  const text = runsText(block.runs.filter((run) => !run.format?.body)).trim();
  return block.runs.some((run) => run.format?.body) ? text.replace(/[。：:]$/, '') : text;
}
