import { exactScript, type ScriptPosition } from '../scripts.ts';
import { child, childrenOf, type XmlElement } from '#backend/word/read/xml.ts';

/**
 * A formula (ECMA-376 part 1, §22.1) on one line, as it is typed where there are no formulas: 1/3, 10⁶, √(x+1). What is
 * tracked as deleted is left out.
 */
export function formulaText(element: XmlElement): string {
  return element.text + joined(element.children.map(partText));
}

function partText(element: XmlElement): string {
  const { name } = element;
  if (name.endsWith('Pr') || name === 'w:del' || name === 'w:moveFrom') return '';
  return (parts[name] ?? formulaText)(element);
}

const parts: Record<string, (element: XmlElement) => string> = {
  'm:f': (element) => fraction(element),
  'm:sSup': (element) => base(element) + script(element, 'm:sup', 'superscript'),
  'm:sSub': (element) => base(element) + script(element, 'm:sub', 'subscript'),
  'm:sSubSup': (element) => base(element) + bothScripts(element),
  'm:sPre': (element) => bothScripts(element) + base(element),
  'm:limLow': (element) => base(element) + script(element, 'm:lim', 'subscript'),
  'm:limUpp': (element) => base(element) + script(element, 'm:lim', 'superscript'),
  'm:rad': (element) => exactOrMarked(argument(element, 'm:deg'), 'superscript', '') + root(argument(element, 'm:e')),
  'm:nary': (element) => `${property(element, 'm:chr') ?? '∫'}${bothScripts(element)} ${argument(element, 'm:e')}`,
  'm:func': (element) => functionText(argument(element, 'm:fName'), argument(element, 'm:e')),
  'm:d': (element) => delimited(element),
  'm:m': (element) =>
    `[${childrenOf(element, 'm:mr')
      .map((row) => list(row, ', '))
      .join('; ')}]`,
  'm:eqArr': (element) => list(element, '; '),
  'm:acc': (element) => accented(argument(element, 'm:e'), property(element, 'm:chr') ?? '\u0302'),
  'm:bar': (element) => accented(argument(element, 'm:e'), '\u0304'),
  'm:phant': (element) => (/^(?:0|off|false)$/.test(property(element, 'm:show') ?? '') ? '' : formulaText(element)),
};

function argument(element: XmlElement, name: string): string {
  const found = child(element, name);
  return found ? formulaText(found).trim() : '';
}

/** `m:val` of a property of a formula object; an empty one is meant to be empty. */
function property(element: XmlElement, name: string): string | undefined {
  const properties = element.children.find((candidate) => candidate.name === `${element.name}Pr`);
  return child(properties, name)?.attributes['m:val'];
}

/** Parts put together so that no two of them become one number: 1 and 1/3 are not 11/3. */
function joined(texts: readonly string[]): string {
  let whole = '';
  let isFraction = false;
  for (const text of texts) {
    if (text === '') continue;
    const isNext = /^\d+\/\d/.test(text);
    const isMarked = /[\^_][\p{L}\p{N}.%]+$/u.test(whole);
    whole += (isFraction || isNext || isMarked) && gluesTogether(whole, text) ? ` ${text}` : text;
    isFraction = isNext;
  }
  return whole;
}

export function gluesTogether(before: string, after: string): boolean {
  return /[0-9A-Za-z]$/.test(before) && /^[0-9A-Za-z]/.test(after);
}

/** A number, one sign with its indices, or Chinese words. */
const single = /^(?:[\d.]+%?|[^\s()[\]][\p{Lm}\p{No}\p{M}]*|\p{Script=Han}+)?$/u;

/** In brackets unless it is read as one thing anyway. */
export function grouped(text: string): string {
  return single.test(text) || isBracketed(text) ? text : `(${text})`;
}

/** The first bracket closes at the very end. */
function isBracketed(text: string): boolean {
  if (/^\[[^[\]]*\]$/.test(text)) return true;
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return index === [...text].length - 1;
  }
  return false;
}

function fraction(element: XmlElement): string {
  const upper = argument(element, 'm:num');
  const lower = argument(element, 'm:den');
  // Without a line it is no division but a choice: n over k.
  if (property(element, 'm:type') === 'noBar') return `(${upper}; ${lower})`;
  return fractionText(upper, lower);
}

export function fractionText(upper: string, lower: string): string {
  return `${grouped(upper)}/${grouped(lower)}`;
}

export function root(text: string): string {
  return `√${grouped(text)}`;
}

/** As printed, what is raised or lowered stands at the last character of CO or mc. */
function base(element: XmlElement): string {
  const text = argument(element, 'm:e');
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : grouped(text);
}

function script(element: XmlElement, name: string, position: ScriptPosition): string {
  return exactOrMarked(argument(element, name), position, position === 'superscript' ? '^' : '_');
}

export function exactOrMarked(text: string, position: ScriptPosition, mark: string): string {
  return exactScript(text, position) ?? `${mark}${grouped(text)}`;
}

function bothScripts(element: XmlElement): string {
  return script(element, 'm:sub', 'subscript') + script(element, 'm:sup', 'superscript');
}

function functionText(name: string, of: string): string {
  return isBracketed(of) ? name + of : `${name} ${of}`;
}

function delimited(element: XmlElement): string {
  const separator = property(element, 'm:sepChr') ?? '|';
  return (property(element, 'm:begChr') ?? '(') + list(element, separator) + (property(element, 'm:endChr') ?? ')');
}

function list(element: XmlElement, separator: string): string {
  return childrenOf(element, 'm:e').map(formulaText).join(separator);
}

/** A mark over several characters has no plain form. */
function accented(text: string, mark: string): string {
  return [...text].length === 1 ? text + mark : text;
}
