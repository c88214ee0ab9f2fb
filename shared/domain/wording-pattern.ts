/**
 * The small language in which a unit words its titles, openings and notes. `{名称}` stands for a value,
 * `{前|名称|后}` for a value with words that come and go with it (one side may be left out); everything else is
 * printed as it stands.
 */
export type PatternPart =
  { kind: 'text'; text: string } | { kind: 'value'; name: string; before: string; after: string };

/**
 * What is wrong with a pattern, and where (in UTF-16 units): a brace without its partner on the line, bars that do not
 * leave a name between two pieces of text, or a name that does not stand for anything here.
 */
export interface PatternProblem {
  problem: 'unclosed' | 'unopened' | 'bars' | 'unknownName';
  at: number;
  /** The piece that is wrong. */
  text: string;
}

/** Names in titles, openings and closings. */
export const letterPatternNames = [
  '单位全称',
  '单位简称',
  '自称',
  '届次',
  '案号',
  '案由',
  '姓名',
  '会办单位',
  '主办单位',
] as const;
export type LetterPatternName = (typeof letterPatternNames)[number];

/** Names in the wording of one contact. */
export const contactPatternNames = ['称谓', '姓名', '电话'] as const;
export type ContactPatternName = (typeof contactPatternNames)[number];

export const categoryPatternNames = ['类别'] as const;

export type ParsedPattern = { parts: PatternPart[]; problem: null } | { parts: null; problem: PatternProblem };

/** Reads a pattern in which `names` may stand. '' has no parts. */
export function parsePattern(pattern: string, names: readonly string[]): ParsedPattern {
  const parts: PatternPart[] = [];
  let at = 0;
  while (at < pattern.length) {
    const brace = pattern.slice(at).search(/[{}]/);
    const end = brace < 0 ? pattern.length : at + brace;
    if (end > at) parts.push({ kind: 'text', text: pattern.slice(at, end) });
    if (end === pattern.length) break;
    if (pattern[end] === '}') return wrong('unopened', end, '}');
    const close = pattern.slice(end + 1).search(/[{}\n]/);
    if (pattern[end + 1 + close] !== '}') {
      return wrong('unclosed', end, pattern.slice(end, close < 0 ? undefined : end + 1 + close));
    }
    const inside = pattern.slice(end + 1, end + 1 + close);
    const pieces = threePieces(inside, names);
    if (pieces === null) return wrong('bars', end, `{${inside}}`);
    const [before, name, after] = pieces;
    if (!names.includes(name)) return wrong('unknownName', end, name);
    parts.push({ kind: 'value', name, before, after });
    at = end + close + 2;
  }
  return { parts, problem: null };
}

/** Words before, name, words after. Of two pieces one has to be a name; null when that does not tell which. */
function threePieces(inside: string, names: readonly string[]): readonly [string, string, string] | null {
  const [first = '', second, third, ...more] = inside.split('|');
  if (second === undefined) return ['', first, ''];
  if (third !== undefined) return more.length > 0 ? null : [first, second, third];
  if (names.includes(first) === names.includes(second)) return null;
  return names.includes(first) ? ['', first, second] : [first, second, ''];
}

function wrong(problem: PatternProblem['problem'], at: number, text: string): ParsedPattern {
  return { parts: null, problem: { problem, at, text } };
}

/** The text of a pattern whose names have these values; nothing of a part whose value is ''. */
export function patternText(parts: readonly PatternPart[], value: (name: string) => string): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const text = value(part.name);
      return text === '' ? '' : part.before + text + part.after;
    })
    .join('');
}
