import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { DafuError } from '#shared/contract/errors.ts';
import { bundledFontFiles } from '../fonts/bundled.ts';
import type { FontFamily } from '../fonts/resolve.ts';

/** Results unused for so many compilations are dropped; a letter under edit keeps those of its pages. */
const cacheAge = 10;

/** A place in the letter as `letter.typ` marks it; lengths as Typst writes them ("12.5pt"). */
export interface TypstMark {
  name: string;
  at: { page: number; x: string; y: string };
}

/** The Typst compiler with the fonts of this PC. One instance stays warm: a recompile only lays out what changed. */
export class LetterCompiler {
  readonly #compiler: NodeCompiler;
  readonly #template: string;
  readonly #data: string;
  readonly #displayable = new Map<string, boolean>();

  /** `fontFolders` are searched besides the system's folders; `resourcesFolder` holds `typst/letter.typ` or `sheet.typ`. */
  constructor(resourcesFolder: string, fontFolders: readonly string[], template: 'letter' | 'sheet' = 'letter') {
    const workspace = join(resourcesFolder, 'typst');
    this.#template = join(workspace, `${template}.typ`);
    this.#data = join(workspace, `${template}.json`);
    this.#compiler = NodeCompiler.create({
      workspace,
      // Paths and not bytes: the files are mapped into memory and read where a glyph is needed.
      fontArgs: [{ fontPaths: [...fontFolders, ...bundledFontFiles(resourcesFolder)] }],
    });
  }

  /** Which of these font families the compiler can use. */
  installedFamilies(candidates: readonly string[]): Set<string> {
    const source = candidates.map((name) => `#text(font: ${JSON.stringify(name)})[]`).join('\n');
    const missing = new Set<string>();
    for (const warning of this.#compiler.compile({ mainFileContent: source }).takeWarnings()?.shortDiagnostics ?? []) {
      const name = /^unknown font family: (.*)$/.exec((warning as { message: string }).message)?.[1];
      if (name !== undefined) missing.add(name);
    }
    return new Set(candidates.filter((name) => !missing.has(name.toLowerCase())));
  }

  /** Whether any font has a glyph for the character. Only PDF/A export says so, hence the tiny PDF a character. */
  isDisplayable(character: string, families: readonly FontFamily[]): boolean {
    const known = this.#displayable.get(character);
    if (known !== undefined) return known;
    const source =
      '#set document(date: datetime(year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0))\n' +
      `#text(font: json(bytes(sys.inputs.families)), sys.inputs.character)`;
    const inputs = { families: JSON.stringify(families), character };
    const { result } = this.#compiler.compile({ mainFileContent: source, inputs });
    const isDisplayable = result !== null && this.#hasAllGlyphs(result);
    this.#displayable.set(character, isDisplayable);
    return isDisplayable;
  }

  #hasAllGlyphs(document: NodeTypstDocument): boolean {
    try {
      this.#compiler.pdf(document, { pdfStandard: 'a-2b' });
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.includes('could not be displayed')) return false;
      throw error;
    }
  }

  /**
   * Sets the letter described by `data` (JSON of `LetterData`).
   *
   * @throws DafuError EXPORT_FAILED with the compiler's messages
   */
  pdf(data: string, standard: 'none' | 'a-2b'): { bytes: Uint8Array; pages: number } {
    const document = this.#compile(data);
    try {
      const bytes = this.#compiler.pdf(document, { pdfStandard: standard === 'none' ? 'ua-1' : standard });
      return { bytes, pages: document.numOfPages };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new DafuError('EXPORT_FAILED', { format: 'pdf', message }, { cause: error });
    } finally {
      this.#compiler.evictCache(cacheAge);
    }
  }

  /**
   * The same pages as one SVG, all under each other, and where parts of the letter begin in it (for data with `marks`).
   *
   * @throws DafuError EXPORT_FAILED with the compiler's messages
   */
  svg(data: string): { svg: string; marks: TypstMark[] } {
    const document = this.#compile(data);
    try {
      const marks = this.#compiler.query(document, { selector: '<mark>', field: 'value' }) as TypstMark[];
      return { svg: this.#compiler.plainSvg(document), marks };
    } finally {
      this.#compiler.evictCache(cacheAge);
    }
  }

  /**
   * Only the number of pages and where parts of the letter begin (for data with `marks`), without drawing them.
   *
   * @throws DafuError EXPORT_FAILED with the compiler's messages
   */
  marks(data: string): { pages: number; marks: TypstMark[] } {
    const document = this.#compile(data);
    const marks = this.#compiler.query(document, { selector: '<mark>', field: 'value' }) as TypstMark[];
    this.#compiler.evictCache(cacheAge);
    return { pages: document.numOfPages, marks };
  }

  #compile(data: string): NodeTypstDocument {
    this.#compiler.mapShadow(this.#data, Buffer.from(data));
    const compiled = this.#compiler.compile({ mainFilePath: this.#template });
    const document = compiled.result;
    if (document !== null) return document;
    const messages = compiled.takeDiagnostics()?.shortDiagnostics.map((item) => (item as { message: string }).message);
    throw new DafuError('EXPORT_FAILED', { format: 'pdf', message: messages?.join('; ') ?? 'no document' });
  }
}
