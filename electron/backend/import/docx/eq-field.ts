import { scriptText } from '../scripts.ts';
import { exactOrMarked, fractionText, gluesTogether, root } from './formula.ts';

export interface EqText {
  text: string;
  /** Pronunciation printed over characters; it is no text of the letter. */
  readings: string[];
  /** False when it is printed differently: a fraction bar, a root, lines of an array. */
  isExact: boolean;
}

/**
 * What an EQ field shows (Word's field of formulas before 2007, which Word and WPS still write for circled and combined
 * characters and for pronunciation). `code` without the word EQ. Null when it cannot be understood.
 */
export function eqText(code: string): EqText | null {
  const reader = new EqReader(code.replace(/[\ue000-\ue002]/g, ''));
  const text = settled(reader.sequence('')).trim();
  return reader.isAtEnd ? { text, readings: reader.readings, isExact: reader.isExact } : null;
}

/** Far beyond any field typed by hand. */
const deepest = 40;

class EqReader {
  readonly readings: string[] = [];
  isExact = true;
  readonly #code: string;
  #at = 0;
  #depth = 0;

  constructor(code: string) {
    // `\* jc2 \* "Font:宋体" \* hps10` are formats of the field.
    this.#code = code.replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '');
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#code.length;
  }

  /** Text and commands up to one of the characters in `ends`, which is left. */
  sequence(ends: string): string {
    let text = '';
    let isFraction = false;
    while (!this.isAtEnd) {
      const character = this.#code.charAt(this.#at);
      if (ends.includes(character)) break;
      if (character !== '\\') {
        text += character;
        this.#at += 1;
        continue;
      }
      const command = this.#code.charAt(this.#at + 1).toLowerCase();
      this.#at += 2;
      // A backslash before a mark takes its meaning away.
      const piece = /[a-z]/.test(command) ? this.#command(command) : command;
      if (piece === null) return text;
      isFraction = command === 'f';
      text += isFraction && gluesTogether(text, piece) ? ` ${piece}` : piece;
    }
    return text;
  }

  /** Null, with the place reset so that the whole is not understood, for what is no command. */
  #command(command: string): string | null {
    const start = this.#at - 2;
    const options = this.#options();
    const parts = this.#arguments();
    const shown = parts && show(command, options, parts, this);
    if (shown === undefined || shown === null) this.#at = start;
    return shown ?? null;
  }

  /** `\up8`, `\ac`, `\lc\{` … before the bracket, in order. */
  #options(): string[] {
    const pattern = /\s*\\([a-z]{1,2})\s*(?:\\([^a-z\s]))?\s*(-?\d*)/iy;
    const found: string[] = [];
    for (;;) {
      pattern.lastIndex = this.#at;
      const match = pattern.exec(this.#code);
      if (!match) return found;
      found.push((match[1] ?? '').toLowerCase() + (match[2] ?? ''));
      this.#at = pattern.lastIndex;
    }
  }

  #arguments(): string[] | null {
    while (/\s/.test(this.#code.charAt(this.#at))) this.#at += 1;
    if (this.#code.charAt(this.#at) !== '(' || this.#depth >= deepest) return null;
    this.#depth += 1;
    const found: string[] = [];
    do {
      this.#at += 1;
      found.push(this.#argument());
    } while (/[,;]/.test(this.#code.charAt(this.#at)));
    this.#depth -= 1;
    if (this.#code.charAt(this.#at) !== ')') return null;
    this.#at += 1;
    return found;
  }

  /** Plain brackets inside an argument come in pairs. */
  #argument(): string {
    let text = this.sequence(',;()');
    while (this.#code.charAt(this.#at) === '(' && this.#depth < deepest) {
      this.#depth += 1;
      this.#at += 1;
      text += `(${this.sequence('()')}`;
      this.#depth -= 1;
      if (this.#code.charAt(this.#at) !== ')') return text;
      this.#at += 1;
      text += `)${this.sequence(',;()')}`;
    }
    return text.trim();
  }
}

/** Stand round a raised or lowered argument until it is known what it is raised over. */
const up = '\ue000';
const down = '\ue001';
const end = '\ue002';

function show(command: string, options: string[], parts: string[], reader: EqReader): string | null {
  if (command === 's') return shifted(options, parts);
  if (command === 'o') return stacked(parts, reader);
  const [first = '', second = ''] = parts.map(settled);
  if (command !== 'd' && command !== 'x') reader.isExact = false;
  switch (command) {
    case 'f':
      return fractionText(first, second);
    case 'r':
      return second === '' ? root(first) : exactOrMarked(first, 'superscript', '') + root(second);
    case 'a':
      return parts.map(settled).join(' ');
    case 'l':
      return parts.map(settled).join(',');
    case 'b':
      return bracketed(options, first);
    case 'i':
      return integral(options, parts.map(settled));
    case 'x':
      return first;
    case 'd':
      return '';
    default:
      return null;
  }
}

function shifted(options: string[], parts: string[]): string {
  const text = parts.map(settled).join('');
  return `${options.some((option) => option.startsWith('do')) ? down : up}${text}${end}`;
}

/** A raised or lowered argument by itself, such as the 6 of 10 to the sixth. */
function settled(text: string): string {
  return text.replace(shiftedPart, (_, mark: string, inner: string, at: number) => {
    return scriptText(inner, mark === up ? 'superscript' : 'subscript', text.slice(0, at)).text;
  });
}
const shiftedPart = /([\ue000\ue001])([^\ue000-\ue002]*)\ue002/g;

/** The whole argument is raised or lowered: its text without the marks, else null. */
function wholeShifted(part: string, mark: string): string | null {
  return part.startsWith(mark) && part.indexOf(end) === part.length - 1 ? part.slice(1, -1) : null;
}

const enclosures = /^[○◯〇□◇△▢]$/;

/** Characters printed over each other: a number in a circle, pronunciation over a word, a word of two small lines. */
function stacked(parts: string[], reader: EqReader): string {
  const enclosed = parts.length === 2 && parts.some((part) => enclosures.test(part));
  if (enclosed) return enclosedText(parts.find((part) => !enclosures.test(part)) ?? parts[0] ?? '', reader);
  const raised = parts.filter((part) => wholeShifted(part, up) !== null);
  const others = parts.filter((part) => !raised.includes(part));
  // Two small lines of one word; a line over normal characters tells how these are read.
  if (others.every((part) => wholeShifted(part, down) !== null)) {
    return parts.map((part) => part.slice(1, -1)).join('');
  }
  reader.readings.push(...raised.map((part) => part.slice(1, -1)));
  return others.map(settled).join('');
}

function enclosedText(text: string, reader: EqReader): string {
  const bare = settled(text);
  const number = /^\d{1,2}$/.test(bare) ? Number(bare) : 0;
  if (number >= 1 && number <= 20) return String.fromCodePoint(0x245f + number);
  reader.isExact = false;
  return enclosures.test(bare) ? bare : `(${bare})`;
}

function bracketed(options: string[], text: string): string {
  const mark = (name: string): string | undefined =>
    options.find((option) => option.length === 3 && option.startsWith(name))?.slice(2);
  const pairs: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' };
  const both = mark('bc');
  if (both !== undefined) return `${both}${text}${pairs[both] ?? both}`;
  const left = mark('lc');
  const right = mark('rc');
  return left === undefined && right === undefined ? `(${text})` : `${left ?? ''}${text}${right ?? ''}`;
}

function integral(options: string[], [from = '', to = '', of = '']: string[]): string {
  const sign = options.includes('su') ? '∑' : options.includes('pr') ? '∏' : '∫';
  return `${sign}${exactOrMarked(from, 'subscript', '_')}${exactOrMarked(to, 'superscript', '^')} ${of}`;
}
