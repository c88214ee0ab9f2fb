import type { ImportWarning, ImportWarningCode } from '#shared/domain/import-report.ts';
import { checkLimit } from '../limits.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What the reading of one file shares: definitions, findings, and the fields that reach over paragraphs. */
export interface Story {
  fileName: string;
  styles: Styles;
  numbering: Numbering;
  findings: Findings;
  /** Text of a footnote or endnote; '' when it does not exist. */
  noteText(kind: 'footnote' | 'endnote', id: string): string;
  /** Open complex fields (§17.16.18), innermost last; text is shown only when all are in their result. */
  openFields: ('code' | 'result')[];
}

const quoteLength = 200;

/** Counts paragraphs against the cap, and findings by code: one warning each, with the first place found. */
export class Findings {
  readonly #fileName: string;
  readonly #found = new Map<ImportWarningCode, { message: string; quote: string; count: number }>();
  #paragraphs = 0;
  #characters = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  add(code: ImportWarningCode, message: string, quote: string): void {
    const known = this.#found.get(code);
    if (known) {
      known.count += 1;
      if (known.quote === '') known.quote = quote;
    } else {
      this.#found.set(code, { message, quote, count: 1 });
    }
  }

  countParagraph(): void {
    this.#paragraphs += 1;
    checkLimit(this.#fileName, 'paragraphs', this.#paragraphs);
  }

  countText(text: string): void {
    this.#characters += text.length;
    checkLimit(this.#fileName, 'characters', this.#characters);
  }

  warnings(): ImportWarning[] {
    return [...this.#found].map(([code, { message, quote, count }]) => ({
      code,
      message: count > 1 ? `${message} (${count} times)` : message,
      quote: [...quote].slice(0, quoteLength).join(''),
    }));
  }
}
