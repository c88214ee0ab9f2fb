import type { ImportWarning, ImportWarningCode } from '#shared/domain/import-report.ts';
import { checkLimit } from '#backend/files/input-limits.ts';

const quoteLength = 200;

/** Counts paragraphs against the cap, and findings by code: one warning each, with the texts concerned. */
export class Findings {
  readonly #fileName: string;
  readonly #found = new Map<ImportWarningCode, { message: string; quotes: string[]; count: number }>();
  #paragraphs = 0;
  #characters = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  add(code: ImportWarningCode, message: string, quote: string): void {
    const known = this.#found.get(code) ?? { message, quotes: [], count: 0 };
    this.#found.set(code, known);
    known.count += 1;
    const text = quote.trim();
    if (text !== '' && known.quotes.join().length < quoteLength && !known.quotes.includes(text))
      known.quotes.push(text);
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
    return [...this.#found].map(([code, { message, quotes, count }]) => ({
      code,
      message: count > 1 ? `${message} (${count} times)` : message,
      quote: [...quotes.join(' / ')].slice(0, quoteLength).join(''),
    }));
  }
}
