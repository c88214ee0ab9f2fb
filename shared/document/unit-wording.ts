import type { LetterKind } from '#shared/domain/template.ts';
import type { WordingKind } from '#shared/domain/unit-for-case.ts';
import type { UnitSettings } from '#shared/domain/unit-settings.ts';
import { letterPatternNames, parsePattern, type LetterPatternName } from '#shared/domain/wording-pattern.ts';
import { strictAssert } from '#shared/lib/assert.ts';
import { breakRun, fieldRun, paragraph, textRun } from './create.ts';
import { isPrompt } from './printed.ts';
import type { Block, FieldName, ReplyDocument, Run, Section } from './schema.ts';
import { mapRuns } from './walk.ts';

/** The field behind each name of a pattern. */
const fieldOf: Record<LetterPatternName, FieldName> = {
  单位全称: 'unitFullName',
  单位简称: 'unitShortName',
  自称: 'unitSelfName',
  届次: 'session',
  案号: 'caseNumber',
  案由: 'caseTitle',
  姓名: 'members',
  会办单位: 'coUnits',
  主办单位: 'hostUnit',
};

/** The lines of a pattern as runs, its names as fields without a value yet. '' has no lines. */
export function patternLines(pattern: string): Run[][] {
  const { parts, problem } = parsePattern(pattern, letterPatternNames);
  // Settings are only stored with patterns that can be read.
  strictAssert(problem === null, `wording pattern: ${problem?.problem} at ${problem?.at}`);
  if (parts.length === 0) return [];
  const lines: Run[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'value') {
      const { before, after } = part;
      const around = { ...(before !== '' && { before }), ...(after !== '' && { after }) };
      lines.at(-1)?.push(fieldRun(fieldOf[part.name as LetterPatternName], around));
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(textRun(text));
    }
  }
  return lines;
}

/**
 * A template with title, opening and closing as the unit words them; '' leaves the template's. Opening and closing of a
 * collective's letter stay the template's too: the unit's words speak to a person (您), not to a body (贵会).
 *
 * A unit that opens with 你 is not left with 您 in the rest of the template.
 */
export function withUnitWording(
  template: ReplyDocument,
  { wording }: Pick<UnitSettings, 'wording'>,
  kind: WordingKind,
  letter: LetterKind,
): ReplyDocument {
  const title = patternLines(wording.title[kind]);
  const isToPerson = letter !== 'collective';
  const opening = isToPerson ? patternLines(wording.opening[kind]) : [];
  const closing = isToPerson ? patternLines(wording.closing[kind]) : [];
  const plain = speaksPlainly(isToPerson ? wording.opening[kind] : '') ? withPlainAddress(template) : template;
  return {
    ...plain,
    head: { ...plain.head, ...(title.length > 0 && { title: title.flatMap(joinedByBreak) }) },
    sections: plain.sections.map((section) => {
      if (section.role === 'opening' && opening.length > 0) return withOpening(section, opening);
      if (section.role === 'closing' && closing.length > 0) return withClosing(section, closing);
      return section;
    }),
  };
}

function joinedByBreak(line: Run[], index: number): Run[] {
  return index === 0 ? line : [breakRun(), ...line];
}

/** In place of the opening sentence, which is the first paragraph; what there is to be written after it stays. */
function withOpening(section: Section, lines: Run[][]): Section {
  const [first, ...rest] = section.blocks;
  const kept = first === undefined || isPrompt(first) ? section.blocks : rest;
  return { ...section, blocks: [...lines.map((line) => paragraph(line)), ...kept] };
}

/** In place of all that is said; prompts stay before it. */
function withClosing(section: Section, lines: Run[][]): Section {
  return { ...section, blocks: [...section.blocks.filter(isPrompt), ...lines.map((line) => paragraph(line))] };
}

function speaksPlainly(opening: string): boolean {
  return opening.includes('你') && !opening.includes('您');
}

function withPlainAddress(document: ReplyDocument): ReplyDocument {
  const replaced = mapRuns(document, (run) =>
    run.object === undefined && run.text.includes('您') ? { ...run, text: run.text.replaceAll('您', '你') } : run,
  );
  const prompts = (block: Block): Block =>
    block.props?.prompt?.includes('您')
      ? { ...block, props: { ...block.props, prompt: block.props.prompt.replaceAll('您', '你') } }
      : block;
  return {
    ...replaced,
    sections: replaced.sections.map((section) => ({ ...section, blocks: section.blocks.map(prompts) })),
  };
}
