import type { CaseFacts } from '#shared/domain/case.ts';
import type { ImportReport } from '#shared/domain/import-report.ts';
import type { ReplyDocument } from '#shared/document/schema.ts';
import type { SourceDocument } from '../source.ts';
import { buildDocument } from './build.ts';
import { readCase } from './case-facts.ts';
import { ChangeLog } from './changes.ts';
import { isMetadataRow, pageLook, pageNumberOf } from './chrome.ts';
import { fold, squeeze } from './fold.ts';
import { readHead, type HeadParts } from './head.ts';
import type { Line } from './line.ts';
import { linesOf } from './lines.ts';
import { joinBroken, joinCutPhones } from './paragraphs.ts';
import { findOpening, findSalutation, wholeSalutation } from './opening.ts';
import type { LetterParts } from './parts.ts';
import { widenPunctuation } from './widen.ts';
import { letterSources } from './second-letter.ts';
import { readTail, type TailParts } from './tail.ts';

export interface ImportResult {
  document: ReplyDocument;
  caseFacts: CaseFacts;
  report: ImportReport;
}

/** Makes a reply letter of the lines of any source. Nothing is guessed; whatever is no known part stays as text. */
export function recogniseLetter(source: SourceDocument): ImportResult {
  const log = new ChangeLog();
  const [own = source, ...others] = letterSources(source);
  const lines = linesOf(own, log);
  const parts = { ...tellApart(lines), others: others.map((other) => linesOf(other, log)) };
  const document = buildDocument(parts, [lines, ...parts.others].flat(), log);
  log.warnings.push(...source.warnings);
  const { name, format, encoding } = source;
  return { document, caseFacts: parts.read.facts, report: log.report({ name, format, encoding }) };
}

function tellApart(lines: Line[]): Omit<LetterParts, 'others'> {
  const openingAt = findOpening(lines);
  const salutationAt = findSalutation(lines, openingAt);
  const salutation = salutationAt === null ? null : wholeSalutation(lines, salutationAt);
  const headEnd = salutation?.start ?? openingAt ?? headWithoutAnchor(lines);
  const head = readHead(lines.slice(0, headEnd), salutationAt !== null || openingAt !== null);
  const rest = joinCutPhones(lines.slice(salutationAt === null ? headEnd : salutationAt + 1));
  const { bodyLength, tail } = readTail(rest);
  const inside = rest.slice(0, bodyLength);
  const junk = pageLinesInside(inside);
  const kept = inside.filter((line) => !junk.includes(line));
  const body = joinBroken(kept);
  const openingLine = openingAt === null ? kept[0] : lines[openingAt];
  const opening = body.findIndex((line) => line === openingLine || (openingLine && line.parts?.includes(openingLine)));
  const read = readCase({
    title: widenPunctuation(head.title ?? ''),
    salutation: salutation?.line.text ?? '',
    opening: body
      .slice(0, Math.max(opening, 0) + 1)
      .map((line) => widenPunctuation(line.text.slice(0, 1500)))
      .join(''),
    metadata: head.metadata,
    headings: head.headings,
  });
  takeOutRepeats(tail, head, read.facts.title);
  return { head, salutation: salutation?.line ?? null, body, opening, junk, tail, read };
}

/** Between salutation and date only what counts pages and what a page marks as outside its text is no text. */
function pageLinesInside(lines: readonly Line[]): Line[] {
  const numbered = lines.filter((line) => pageNumberOf(line) !== null);
  const numbers = numbered.map((line) => pageNumberOf(line) ?? 0);
  const areCounting = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
  return lines.filter((line) => (!line.inWord && line.style?.chrome) || (areCounting && numbered.includes(line)));
}

/** Pages print the title of the case or the letter once more below it. */
function takeOutRepeats(tail: TailParts, head: HeadParts, caseTitle: string): void {
  const titles = new Set(
    [caseTitle, head.title ?? ''].map((title) => fold(squeeze(title))).filter((title) => title !== ''),
  );
  const repeats = tail.parts.filter(({ line, note }) => note === line.text && titles.has(fold(squeeze(note))));
  head.repeats.push(...repeats.map(({ line }) => line));
  tail.parts = tail.parts.filter((part) => !repeats.includes(part));
}

/** No salutation and no opening: only the page's lines and a title at the very start belong to the head. */
function headWithoutAnchor(lines: readonly Line[]): number {
  let end = 0;
  for (const [index, line] of lines.slice(0, 30).entries()) {
    if (line.table || line.pageBreak || line.text.length > 120) break;
    const head = readHead(lines.slice(end, index + 1), false);
    if (head.title !== undefined || head.docNumber || pageLook(line) === 'certain' || isMetadataRow(line.key))
      end = index + 1;
    else if (index > end + 3) break;
  }
  return end;
}
