import type { FieldMark, FormField, WordInline } from '#backend/word/read/model.ts';
import { eqText } from './eq-field.ts';
import type { Findings } from '../findings.ts';
import { symbolOf } from './symbols.ts';

/** A complex field (§17.16.18) while it is read; fields nest and reach over paragraphs. */
export interface OpenField {
  part: 'code' | 'result';
  code: string;
  /** Something of the result was met, shown or not. */
  hasResult: boolean;
  /** Choice of a form field; it stands with the first mark of the field. */
  form: FormField | undefined;
}

export class Fields {
  readonly #findings: Findings;
  readonly #open: OpenField[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Text is shown only where every open field is in its result. */
  get isInCode(): boolean {
    return this.#open.some((field) => field.part === 'code');
  }

  /** Something of a run met; inside a code it belongs to the code, as a field within a field writes its result. */
  met(inline: WordInline): void {
    const isCode = inline.kind === 'instruction' && !inline.isDeleted;
    const innermost = this.#open.at(-1);
    if (!isCode && innermost?.part === 'result') innermost.hasResult = true;
    const owner = this.#open.findLast((field) => field.part === 'code');
    if (owner && (isCode || (inline.kind === 'text' && !inline.isDeleted))) owner.code += inline.text;
  }

  /** A mark of a field. Returns what a field that ends here shows in place of a result, '' for most. */
  move({ mark, form }: FieldMark): string {
    if (mark === 'begin') {
      this.#open.push({ part: 'code', code: '', hasResult: false, form });
    } else if (mark === 'separate') {
      const field = this.#open.at(-1);
      if (field) field.part = 'result';
    } else {
      const field = this.#open.pop();
      if (!field || field.hasResult) return '';
      const text = shownText(field.code, field.form, this.#findings);
      const owner = this.#open.findLast((outer) => outer.part === 'code');
      const outer = this.#open.at(-1);
      if (outer?.part === 'result' && text !== '') outer.hasResult = true;
      if (owner === undefined) return text;
      owner.code += text;
    }
    return '';
  }
}

/** Fields that print nothing where they stand. */
const silent =
  /^(?:XE|TC|TA|RD|SET|PRINT|PRIVATE|ADVANCE|BIDIOUTLINE|HYPERLINK|PAGE|SECTION|TOC|INDEX|EMBED|LINK|SHAPE|CONTROL|INCLUDEPICTURE|ADDIN|FORMTEXT)\b/i;

/** What a field shows by its code alone, for the kinds Word draws without a stored result. */
export function shownText(code: string, form: FormField | undefined, findings: Findings): string {
  const [, kind = '', rest = ''] = /^\s*([A-Z]+)([\s\S]*)$/i.exec(code) ?? [];
  switch (kind.toUpperCase()) {
    case 'EQ': {
      const shown = eqText(rest);
      if (!shown) break;
      if (!shown.isExact) findings.add('formula.flattened', 'a formula became plain text', shown.text);
      for (const reading of shown.readings) findings.add('readings.dropped', 'a pronunciation was left out', reading);
      return shown.text;
    }
    case 'SYMBOL': {
      const shown = symbolOfCode(rest);
      if (shown === null) break;
      return shown;
    }
    case 'QUOTE':
      return /"([^"]*)"/.exec(rest)?.[1] ?? rest.trim();
    case 'MACROBUTTON':
      findings.add('prompts.dropped', 'a prompt to fill in was left out', rest.trim().replace(/^\S+\s*/, ''));
      return '';
    case 'FORMCHECKBOX':
      return form?.isChecked ? '☑' : '☐';
    case 'FORMDROPDOWN':
      return form?.entries[form.chosen ?? 0] ?? '';
  }
  if (kind !== '' && !silent.test(kind)) {
    findings.add('objects.dropped', 'a field without a stored result was left out', code.trim());
  }
  return '';
}

function symbolOfCode(code: string): string | null {
  const number = /^\s*(0x[0-9a-f]{1,6}|\d{1,7})/i.exec(code)?.[1];
  if (number === undefined) return null;
  const font = /\\f\s*"?([^"\\]*)/i.exec(code)?.[1]?.trim() ?? '';
  return symbolOf(font, Number(number)).text;
}
