import { membersText } from '#shared/document/fields.ts';
import type { Block, FieldName, Run, Section } from '#shared/document/schema.ts';
import { sessionText, type CaseFacts } from '#shared/domain/case.ts';

/** Shorter titles may occur by chance in a sentence. */
const shortestTitle = 8;

/** Cuts `value` out of the first plain run that holds it and binds it to the case. */
function bind(runs: Run[], field: FieldName, value: string, find: (text: string) => number): Run[] {
  if (value === '') return runs;
  for (const [index, run] of runs.entries()) {
    const at = run.object ? -1 : find(run.text);
    if (at < 0) continue;
    const { text, ...rest } = run;
    const pieces: Run[] = [
      { ...rest, text: text.slice(0, at) },
      { ...rest, text: value, object: { type: 'field', field } },
      { ...rest, text: text.slice(at + value.length) },
    ];
    return [...runs.slice(0, index), ...pieces.filter((piece) => piece.text !== ''), ...runs.slice(index + 1)];
  }
  return runs;
}

function bindCase(runs: Run[], facts: CaseFacts): Run[] {
  const session = sessionText(facts);
  let bound = bind(runs, 'caseTitle', facts.title, (text) =>
    facts.title.length >= shortestTitle ? text.indexOf(facts.title) : -1,
  );
  bound = bind(bound, 'session', session, (text) => text.indexOf(session));
  bound = bind(bound, 'caseNumber', facts.number, (text) => numberAt(text, facts.number));
  const units = facts.coUnits.join('、');
  return bind(bound, 'coUnits', units, (text) => text.indexOf(units));
}

/** Where the case number stands as one: before 号, after 第, a bracket or the meeting. */
function numberAt(text: string, number: string): number {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const before = text.slice(0, at);
    if (text.startsWith('号', at + number.length) && /(?:^|[第（“的]|会议)\s*$/.test(before.slice(-6))) return at;
  }
  return -1;
}

export function bindTitle(runs: Run[], facts: CaseFacts): Run[] {
  return bindCase(runs, facts);
}

export function bindSalutation(runs: Run[], facts: CaseFacts): Run[] {
  const members = membersText(facts);
  const value = facts.role === 'co' ? facts.hostUnit : members;
  return bind(runs, facts.role === 'co' ? 'hostUnit' : 'members', value, (text) => text.indexOf(value));
}

/** Binds the opening wholly and later mentions of the case's title, so that a change of the case flows into the letter. */
export function bindSections(sections: Section[], facts: CaseFacts): Section[] {
  return sections.map((section, index) => ({
    ...section,
    blocks: section.blocks.map((block) => (index === 0 ? bindBlock(block, bindCase) : bindBlock(block, bindCaseTitle))),
  }));

  function bindBlock(block: Block, change: (runs: Run[], facts: CaseFacts) => Run[]): Block {
    return block.type === 'paragraph' || block.type === 'list-item'
      ? { ...block, runs: change(block.runs, facts) }
      : block;
  }
}

function bindCaseTitle(runs: Run[], facts: CaseFacts): Run[] {
  return bind(runs, 'caseTitle', facts.title, (text) =>
    facts.title.length >= shortestTitle ? text.indexOf(facts.title) : -1,
  );
}
